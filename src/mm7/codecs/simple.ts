import { quote } from '../../report.js'
import { textOf, trimXml } from '../../soap/element.js'
import type { Simple } from '../codec.js'
import { describe } from '../complete-fields.js'
import { warnAt } from '../context.js'
import { keep } from '../keep.js'
import { wordIn } from './words.js'

/** What a simple type is made from. */
interface SimpleInput<T>
  extends Pick<Simple<T>, 'parse' | 'format' | 'complete' | 'words' | 'foreign'> {
  readonly absent?: () => T
  /** An empty element is none at all. */
  readonly isEmptyNone?: boolean
}

/** @returns a simple type; an element that has no value of it is kept among the extensions. */
export function simple<T>({ absent, isEmptyNone = false, ...type }: SimpleInput<T>): Simple<T> {
  return {
    ...type,
    holds: 'text',
    attributes: [],
    inner: {},
    absent,
    read: (context, element, path) => {
      const sent = textOf(element)
      if (isEmptyNone && sent === '') return undefined
      const value = type.parse(context, sent, path, element)
      if (value === undefined) keep(context, element)
      return value
    },
    write: (value) => ({ text: type.format(value) }),
  }
}

/** @returns the input, if it is a string. @throws TypeError if it is not */
export function completeString(input: unknown, name: string): string {
  if (typeof input === 'string') return input
  throw new TypeError(`${name} is ${describe(input)}: pass a string.`)
}

/** xs:string. */
export const text: Simple<string> = /* @__PURE__ */ simple({
  parse: (_context, sent) => sent,
  format: (value) => value,
  complete: completeString,
})

/** xs:string, where a value must be: without the element it is empty. */
export const textOrEmpty: Simple<string> = /* @__PURE__ */ simple({
  parse: (_context, sent) => sent,
  format: (value) => value,
  complete: completeString,
  absent: () => '',
})

const VERSION = /^\d+\.\d+\.\d+$/

/** versionType, open: the enumeration of one release is not that of the next. Empty is none. */
export const version: Simple<string> = /* @__PURE__ */ simple({
  isEmptyNone: true,
  parse: (context, sent, path, element) => {
    if (!VERSION.test(sent)) {
      const what = `The version ${quote(sent)} does not have the form 6.8.0; kept as sent.`
      warnAt(context, 'value-malformed', what, path, element)
    }
    return sent
  },
  format: (value) => value,
  complete: completeString,
})

/** messageIDType, where it is needed: empty is none. */
export const id: Simple<string> = /* @__PURE__ */ simple({
  isEmptyNone: true,
  parse: (_context, sent) => sent,
  format: (value) => value,
  complete: completeString,
})

/**
 * @param foreign those of the words that are not in the schema of 3GPP
 * @returns the type of an enumeration, read in any case, and in the spellings that were seen
 */
export function oneOf<const T extends string>(
  words: readonly T[],
  foreign: readonly NoInfer<T>[] = [],
): Simple<T> {
  return simple<T>({
    words,
    foreign,
    parse: (context, sent, path, element) => {
      const known = wordIn(words, sent)
      if (known !== sent) {
        const done = known === undefined ? 'left out' : `read as ${known}`
        const what = `${quote(sent)} is not one of the schema's words; ${done}.`
        warnAt(context, 'value-unknown', what, path, element)
      }
      return known
    },
    format: (value) => value,
    complete: (input, name) => {
      const known = words.find((word) => word === input)
      if (known !== undefined) return known
      throw new TypeError(`${name} is none of ${words.join(', ')}.`)
    },
  })
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

function completeBoolean(input: unknown, name: string): boolean {
  if (typeof input === 'boolean') return input
  throw new TypeError(`${name} is ${describe(input)}: pass true or false.`)
}

/** @returns xs:boolean in any case; what else is sent is `fallback`, if there is one, and reported */
export function booleanOr<F extends boolean | undefined>(fallback: F): Simple<boolean> {
  return simple({
    parse: (context, sent, path, element) => {
      const word = trimXml(sent)
      const value = BOOLEANS.get(word)
      if (value !== undefined) return value
      const read = BOOLEANS.get(word.toLowerCase()) ?? fallback
      const done = read === undefined ? 'left out' : `read as ${read}`
      const what = `${quote(sent)} is not a boolean; ${done}.`
      warnAt(context, 'value-malformed', what, path, element)
      return read
    },
    format: String,
    complete: completeBoolean,
  })
}

/** xs:boolean. */
export const boolean: Simple<boolean> = /* @__PURE__ */ booleanOr(undefined)

const POSITIVE = /^\+?0*[1-9]\d*$/

/** xs:positiveInteger, as far as a number can hold it. */
export const positiveInteger: Simple<number> = /* @__PURE__ */ simple({
  parse: (context, sent, path, element) => {
    const digits = trimXml(sent)
    const isOne = POSITIVE.test(digits)
    const value = isOne ? Number(digits) : 0
    if (isOne && Number.isSafeInteger(value)) return value
    const is = isOne ? 'is more than a number can hold' : 'is not a positive integer'
    warnAt(context, 'value-malformed', `${quote(sent)} ${is}; left out.`, path, element)
    return undefined
  },
  format: String,
  complete: (input, name) => {
    if (Number.isSafeInteger(input) && (input as number) > 0) return input as number
    throw new TypeError(`${name} is not a positive integer.`)
  },
})
