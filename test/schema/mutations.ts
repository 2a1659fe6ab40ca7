import { allOf, type Doc, type Value } from './documents.js'

/** Something that is done to a document: it mostly makes it invalid. @returns whether it could be done */
export type Mutation = (root: Doc, random: () => number) => boolean

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)]
}

function parentsOf(root: Doc, least = 1): Doc[] {
  return allOf(root).filter(({ children }) => children.length >= least)
}

/** Elements that the schema has, and the elements beside which they may be put. */
function hasModel({ model }: Doc): boolean {
  return model !== undefined
}

const JUNK: Readonly<Record<string, readonly string[]>> = {
  boolean: ['True', 'FALSE', 'yes', '', '2', '\u00a0true'],
  dateTime: [
    '2014-02-30T00:00:00Z',
    '2014-04-14',
    '2014-04-14 16:15:23Z',
    '2014-04-14T16:15:23z',
    '2014-04-14T16:15:23+0200',
    '2014-4-14T16:15:23Z',
    '2014-04-14T25:00:00Z',
    '2014-04-14T24:00:00.5Z',
    '2014-04-14T16:15:60Z',
    '2014-04-14T16:15:23+14:01',
    '0000-01-01T00:00:00Z',
    '14-04-2014 16:15:23',
    '\u00a02014-04-14T16:15:23Z',
    '',
    'x',
  ],
  duration: ['P', 'PT', '1D', 'P1H', 'P1YT', 'P1.5D', '+P1D', '', 'p1d'],
  positiveInteger: ['0', '-1', '1.0', '1e3', '0x10', '', 'x', '\u0661', '\u00a01'],
  ID: ['1', 'a b', '', 'a:b', '-a', 'a;'],
}

/** Texts that are none of a type's. */
function junkFor({ type }: Value, random: () => number): string | undefined {
  const { words, union, base } = type
  if (words !== undefined) {
    const word = pick(words, random) as string
    // White space around a word, which no reader minds, is not among these.
    return pick([word.toLowerCase(), word.toUpperCase(), `${word}x`, '', 'Third:User'], random)
  }
  if (union === undefined) return pick(JUNK[base] ?? [], random)
  const junk = ['dateTime', 'duration'].flatMap((one) => JUNK[one] ?? [])
  return pick(junk, random)
}

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'element dropped': (root, random) => {
    const parent = pick(parentsOf(root), random)
    parent?.children.splice(Math.floor(random() * parent.children.length), 1)
    return parent !== undefined
  },
  'element repeated': (root, random) => {
    const parent = pick(parentsOf(root), random)
    if (parent === undefined) return false
    const at = Math.floor(random() * parent.children.length)
    const copy = structuredClone(withoutModels(parent.children[at] as Doc))
    parent.children.splice(at, 0, copy)
    return true
  },
  'elements reordered': (root, random) => {
    const parent = pick(parentsOf(root, 2), random)
    if (parent === undefined) return false
    const at = Math.floor(random() * (parent.children.length - 1))
    const [moved] = parent.children.splice(at, 1)
    parent.children.splice(at + 1, 0, moved as Doc)
    return true
  },
  'element renamed': (root, random) => {
    const doc = pick(allOf(root).slice(1).filter(hasModel), random)
    if (doc === undefined) return false
    const { name } = doc
    doc.name =
      pick([`${name}X`, name.toLowerCase(), name.toUpperCase(), 'To', 'Sender'], random) ?? ''
    return doc.name !== name
  },
  'element in another namespace': (root, random) => {
    const doc = pick(allOf(root).slice(1).filter(hasModel), random)
    if (doc !== undefined) doc.namespace = 'urn:example:other'
    return doc !== undefined
  },
  'element put in': (root, random) => {
    const doc = pick(allOf(root).filter(hasModel), random) as Doc
    const name =
      pick(['Other', 'Sender', 'Number', 'Subject', 'MM7Version', 'Status'], random) ?? ''
    const added: Doc = { name, attributes: [], stray: 'x', children: [] }
    doc.children.splice(Math.floor(random() * (doc.children.length + 1)), 0, added)
    return true
  },
  'value of another type': (root, random) => {
    const values = allOf(root)
      .filter(hasModel)
      .flatMap(({ value }) => value ?? [])
    return spoil(values, random)
  },
  'attribute of another type': (root, random) => {
    return spoil(
      allOf(root).flatMap(({ attributes }) => attributes),
      random,
    )
  },
  'attribute added': (root, random) => {
    const doc = pick(allOf(root).filter(hasModel), random) as Doc
    const name = pick(['x', 'id', 'href', 'type', 'displayOnly', 'sequence', 'HREF'], random) ?? ''
    if (doc.attributes.some((one) => one.name === name)) return false
    doc.attributes.push({ name, type: { base: 'string' }, text: 'x' })
    return true
  },
  'attribute dropped': (root, random) => {
    const doc = pick(
      allOf(root).filter(({ attributes }) => attributes.length > 0),
      random,
    )
    doc?.attributes.splice(Math.floor(random() * doc.attributes.length), 1)
    return doc !== undefined
  },
  'id repeated': (root, random) => {
    const ids = allOf(root).flatMap(({ attributes }) =>
      attributes.filter(({ type }) => type.base === 'ID'),
    )
    const [one, other] = [pick(ids, random), pick(ids, random)]
    if (one === undefined || other === undefined || one === other) return false
    one.text = other.text
    return true
  },
  'text in element content': (root, random) => {
    const doc = pick(
      allOf(root).filter(({ value, model }) => value === undefined && model !== undefined),
      random,
    )
    if (doc !== undefined) doc.stray = 'text'
    return doc !== undefined
  },
}

function spoil(values: readonly Value[], random: () => number): boolean {
  const value = pick(
    values.filter(({ type }) => type.words || type.union || JUNK[type.base]),
    random,
  )
  const junk = value && junkFor(value, random)
  if (value === undefined || junk === undefined || junk === value.text) return false
  value.text = junk
  return true
}

/** A type cannot be copied: its elements are functions. */
function withoutModels(doc: Doc): Doc {
  const { model: _, ...rest } = doc
  return { ...rest, children: doc.children.map(withoutModels) }
}
