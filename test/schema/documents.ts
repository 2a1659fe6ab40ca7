import fc from 'fast-check'
import { elementText } from '../../src/testing/arbitraries/texts.js'
import type { ElementModel, Particle, SimpleType, TypeModel } from './xsd.js'

/** A value of a simple type. */
export interface Value {
  readonly type: SimpleType
  /** As it may be written, without white space around it. */
  text: string
}

/** An element of a document. */
export interface Doc {
  name: string
  /** Another namespace than MM7's. */
  namespace?: string
  /** Of an element that was put there, and that the schema does not have: none. */
  readonly model?: TypeModel
  readonly attributes: (Value & { name: string })[]
  /** Undefined if its type has no text. */
  value?: Value
  /** Text where there should be none. */
  stray?: string
  readonly children: Doc[]
}

/** Built-in types of XML Schema part 2, as far as they may be read without a warning. */
const BUILT_IN: Readonly<Record<string, fc.Arbitrary<string>>> = {
  string: elementText,
  boolean: fc.constantFrom('true', 'false', '1', '0'),
  anyURI: fc.constantFrom('cid:content@example.com', 'http://example.com/a?b=c&d=e', 'a%20b', 'é'),
  ID: fc.constantFrom('a', '_b', 'ü.1-x', 'Ω'),
  NCName: fc.constantFrom('a', '_b'),
  positiveInteger: fc.oneof(
    fc.constantFrom('1', '+7', '007', '+00042', '9007199254740991'),
    fc.integer({ min: 1, max: 1_000_000 }).map(String),
  ),
  dateTime: fc
    .record({
      year: fc.constantFrom('0001', '1999', '2014', '9999', '12014', '-0044'),
      day: fc.constantFrom('02-28', '12-31', '01-01'),
      time: fc.constantFrom('00:00:00', '23:59:59', '24:00:00', '12:30:15'),
      fraction: fc.constantFrom('', '.0', '.000', '.0000000000000000000000000'),
      zone: fc.constantFrom('Z', '+00:00', '-00:00', '+14:00', '-14:00', '+05:45'),
    })
    .map(({ year, day, time, fraction, zone }) => `${year}-${day}T${time}${fraction}${zone}`),
  duration: fc.constantFrom(
    'P1Y2M3DT4H5M6.7S',
    '-P1D',
    'PT0S',
    'P0Y',
    'PT36H',
    'P123456789D',
    'PT0.0000000000000000000000001S',
  ),
}

function simpleValue(type: SimpleType): fc.Arbitrary<Value> {
  if (type.words !== undefined)
    return fc.constantFrom(...type.words).map((text) => ({ type, text }))
  if (type.union !== undefined) return fc.oneof(...type.union.map(simpleValue))
  const known = BUILT_IN[type.base]
  if (known === undefined) throw new Error(`There are no values of ${type.base}.`)
  return known.map((text) => ({ type, text }))
}

const foreign: fc.Arbitrary<Doc> = fc.constant({}).map(() => ({
  name: 'any',
  namespace: 'urn:example:any',
  attributes: [],
  value: { type: { base: 'string' }, text: 'x' },
  children: [],
}))

/** @returns documents of an element, as its schema allows them: an element that may be there is or is not */
export function docOf({ name, type }: ElementModel): fc.Arbitrary<Doc> {
  const model = type()
  const attributes = fc.tuple(
    ...model.attributes.map((one) =>
      fc
        .tuple(simpleValue(one.type), one.isRequired ? fc.constant(true) : fc.boolean())
        .map(([value, isThere]) => (isThere ? [{ ...value, name: one.name }] : [])),
    ),
  )
  const value = model.text === undefined ? fc.constant(undefined) : simpleValue(model.text)
  const children = model.content === undefined ? fc.constant<Doc[]>([]) : docsOf(model.content)
  return fc.tuple(attributes, value, children).map(([attributeLists, text, inner]) => ({
    name,
    model,
    attributes: attributeLists.flat(),
    ...(text !== undefined && { value: text }),
    children: inner,
  }))
}

function docsOf(particle: Particle): fc.Arbitrary<Doc[]> {
  const { min, max } = particle
  const one = onceOf(particle)
  return fc
    .array(one, { minLength: min, maxLength: max === Number.POSITIVE_INFINITY ? min + 2 : max })
    .map((lists) => lists.flat())
}

function onceOf({ kind, items, element }: Particle): fc.Arbitrary<Doc[]> {
  if (kind === 'any') return foreign.map((doc) => [doc])
  if (kind === 'choice') return fc.oneof(...items.map(docsOf))
  if (kind === 'sequence') return fc.tuple(...items.map(docsOf)).map((lists) => lists.flat())
  return docOf(element as ElementModel).map((doc) => [doc])
}

/** @returns the element and all in it */
export function allOf(doc: Doc): Doc[] {
  return [doc, ...doc.children.flatMap(allOf)]
}

/** @returns every value in a document, on it and below it */
export function valuesOf(doc: Doc): Value[] {
  return allOf(doc).flatMap(({ attributes, value }) => [
    ...attributes,
    ...(value === undefined ? [] : [value]),
  ])
}

/** Texts that mean something to their reader, schema or not: as empty ones they are none. */
const NEVER_EMPTY = new Set(['MessageID', 'Number', 'RFC2822Address', 'ShortCode'])

/** Makes every text of a document another, so that none can be lost unnoticed, and every id. */
export function tellApart(doc: Doc): Doc {
  let n = 0
  for (const { name, value, attributes } of allOf(doc)) {
    for (const one of [...attributes, ...(value === undefined ? [] : [value])]) {
      n += 1
      const { type, text } = one
      if (type.base === 'ID') one.text = `${text}${n}`
      if (type.base !== 'string' || type.words !== undefined) continue
      // An encoded word and a suffix of an address are read as what they stand for.
      const plain = text.replaceAll('=?', '=').replace(/\/TYPE=/gi, '/')
      const isAttribute = one !== value
      if (plain !== '' || isAttribute || NEVER_EMPTY.has(name)) one.text = `${plain}#${n}`
    }
  }
  return doc
}
