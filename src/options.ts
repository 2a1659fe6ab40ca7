import { quote } from './report.js'

/** The `typeof` that an option must have, or the words that it may be. */
export type OptionType = 'boolean' | 'number' | 'string' | 'object' | 'function' | readonly string[]

/**
 * @returns whether it is an object of names and values, all of them its own: no list, `Map` or instance of
 * a class, and none that inherits its values, which would pass for empty
 */
export function isRecord(value: unknown): value is object {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false
  const prototype = Object.getPrototypeOf(value)
  // Not `Object.prototype`: that of another realm is another.
  return prototype === null || Object.hasOwn(prototype, 'isPrototypeOf')
}

/** @returns whether it is a promise, which whoever passes it has forgotten to await. */
export function isPromise(value: object): boolean {
  return 'then' in value && typeof value.then === 'function'
}

/** field-name of RFC 9110 §5.1. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/

/** @throws TypeError if an option that names a header names none: it would never be found */
export function checkHeaderName(option: string, name: string | undefined): void {
  if (name === undefined || HEADER_NAME.test(name)) return
  const what = `The option ${option} is ${quote(name)}, which no header is called`
  throw new TypeError(`${what}: pass a name such as 'x-skycore-carrier-id', or leave it out.`)
}

/**
 * @param options what the caller passed
 * @param types of the options there are
 * @throws TypeError if there is another, or one of another type: it would be ignored in silence
 */
export function checkOptions(options: object, types: Readonly<Record<string, OptionType>>): void {
  if (!isRecord(options)) {
    throw new TypeError(
      'Pass options as a plain object, such as { strict: true }, or leave them out.',
    )
  }
  for (const [name, value] of Object.entries(options)) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined
    if (type === undefined) {
      const known = Object.keys(types).join(', ')
      throw new TypeError(`There is no option called ${name}: the options are ${known}.`)
    }
    if (value === undefined) continue
    if (typeof type !== 'string') {
      if (type.includes(value)) continue
      throw new TypeError(`The option ${name} is one of ${type.join(', ')}.`)
    }
    if (typeof value !== type || value === null) {
      const found = value === null ? 'null' : typeof value
      throw new TypeError(`The option ${name} is of type ${type}, not ${found}.`)
    }
  }
}
