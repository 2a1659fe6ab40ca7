import type { Element } from '../soap/element.js'
import { attributeOf, checkAttributes, checkShape, checkText } from './check.js'
import type { Entry, Node, Table } from './codec.js'
import { type Context, warnAt } from './context.js'
import { fate, keep, keepUnexpected } from './keep.js'
import { checkName, type Names, properlyNamed } from './names.js'
import { isNone } from './nil.js'
import { checkPresence, plainPath } from './presence.js'
import { nameIn, simpleOf } from './table.js'

/** Properties in the making, by their names. */
export type Draft = Record<string, unknown>

/** An element that is not where the schema has it, and the row that can take it. */
interface Misplaced {
  readonly element: Element
  readonly entry: Entry
  readonly path: string
}

/** How far a table was gone through. */
interface Progress {
  readonly context: Context
  readonly draft: Draft
  readonly misplaced: Misplaced[]
  /** The rows that have a value. */
  readonly filled: Set<Entry>
  /** What was there that only holds others, the first of each; undefined: none. */
  held: Map<Node, Element> | undefined
  /** The rows that had an element without a value; undefined: none. */
  hollow: Set<Entry> | undefined
  /** The place in the order of the schema that was reached; undefined once the order was broken. */
  reached: number | undefined
}

/** Puts what a message has without any element into the draft: empty lists. */
export function fillAbsent(table: Table, draft: Draft): void {
  for (const { property, row } of table.entries) {
    if (row.isMany) draft[property] = []
    else if (row.codec.absent !== undefined) draft[property] = row.codec.absent()
  }
}

/**
 * Reads what is in an element, and on it, into a draft by a table, whatever the order; what no row
 * takes is kept among the extensions.
 *
 * @param children the elements in it
 * @param path of the element
 */
export function readFields(
  context: Context,
  table: Table,
  element: Element,
  children: readonly Element[],
  path: string,
  draft: Draft,
): void {
  const progress: Progress = {
    context,
    draft,
    misplaced: [],
    filled: new Set(),
    held: undefined,
    hollow: undefined,
    reached: 0,
  }
  for (const [name, entry] of table.attributes) {
    const text = attributeOf(element, name)
    if (text === undefined) continue
    fill(progress, entry, simpleOf(entry).parse(context, text, `${path}/@${name}`, element))
  }
  readLevel(progress, table.elements, children, path)
  // The right element counts, wherever it stands: these are read after all others.
  for (const each of progress.misplaced) readMisplaced(progress, each)
  checkPresence(context, table, progress, element, path)
}

/** @returns whether there was a value for the row. */
function fill({ draft, filled }: Progress, entry: Entry, value: unknown): boolean {
  if (value === undefined) return false
  if (entry.row.isMany) (draft[entry.property] as unknown[]).push(value)
  else draft[entry.property] = value
  filled.add(entry)
  return true
}

function readLevel(
  progress: Progress,
  names: Names<Node>,
  children: readonly Element[],
  path: string,
): void {
  const { context } = progress
  let proper: ReadonlySet<Node> | undefined
  for (const element of children) {
    const found = names.find(element)
    if (found === undefined) {
      keepUnexpected(context, element, path || element.name)
      continue
    }
    const { name, value: node } = found
    if (element.name !== name && !node.entry?.row.isMany) {
      proper ??= properlyNamed(names, children)
      if (proper.has(node)) {
        keepUnexpected(context, element, path || element.name)
        continue
      }
    }
    if (!isReleaseName(context, node, element)) checkName(context, element, name, path)
    readNode(progress, node, element, path === '' ? name : `${path}/${name}`)
  }
}

/** @returns whether the release that the sender goes by calls it so. */
function isReleaseName({ namespace }: Context, { entry }: Node, { name }: Element): boolean {
  return entry !== undefined && nameIn(entry.row, namespace) === name
}

function readNode(progress: Progress, node: Node, element: Element, path: string): void {
  const { context, misplaced } = progress
  const { entry, order } = node
  if (element.isNil && isNone(context, element, path)) return
  if (order === undefined && entry !== undefined) {
    misplaced.push({ element, entry, path })
    return
  }
  if (order !== undefined) checkOrder(progress, order, path, element)
  if (node.isKept) {
    keep(context, element)
    return
  }
  const isTaken = entry === undefined ? progress.held?.has(node) : progress.filled.has(entry)
  if (isTaken && !entry?.row.isMany) {
    const what = `${path} appears again; the first counts, this one is ${fate(context)}.`
    warnAt(context, 'element-repeated', what, path, element)
    keep(context, element)
    return
  }
  if (entry === undefined) {
    readHolder(progress, node, element, path)
    return
  }
  if (entry.row.isForeign === true) {
    const what = `${path} does not belong here; read anyway.`
    warnAt(context, 'element-unexpected', what, path, element)
  }
  if (entry.row.isOnce && isTaken) {
    const what = `${path} appears again, which the schema does not have; read as well.`
    warnAt(context, 'element-repeated', what, path, element)
  }
  // An element without a value, such as an empty Sender, leaves its place to one that has one.
  readEntry(progress, entry, element, path)
}

/** Reads an element that only holds those of rows. */
function readHolder(progress: Progress, node: Node, element: Element, path: string): void {
  const { context } = progress
  const isEmpty = element.children.length === 0
  checkAttributes(context, element, [], path)
  checkText(context, element, path)
  if (node.order !== undefined) {
    progress.held ??= new Map()
    progress.held.set(node, element)
  } else if (isEmpty) keepUnexpected(context, element, path)
  if (node.isFilled && isEmpty) {
    warnAt(context, 'element-missing', `${path} holds nothing.`, path, element)
  }
  readLevel(progress, node.inner, element.children, path)
}

/** Reports the first element that comes later than in the schema. */
function checkOrder(progress: Progress, order: number, path: string, element: Element): void {
  const { context, reached } = progress
  if (reached === undefined) return
  if (order >= reached) {
    progress.reached = order
    return
  }
  progress.reached = undefined
  const what = `${path} appears later than in the schema; read anyway.`
  warnAt(context, 'element-order', what, path, element)
}

function readEntry(progress: Progress, entry: Entry, element: Element, path: string): void {
  const { context } = progress
  const { codec } = entry.row
  checkShape(context, codec, element, path)
  if (fill(progress, entry, codec.read(context, element, path))) return
  progress.hollow ??= new Set()
  progress.hollow.add(entry)
}

/** Reads a misplaced element, unless the right one is there too. */
function readMisplaced(progress: Progress, { element, entry, path }: Misplaced): void {
  const { context, filled } = progress
  if (filled.has(entry)) {
    keepUnexpected(context, element, path)
    return
  }
  const what = `${path} is misplaced; read as ${plainPath(entry)}.`
  warnAt(context, 'element-misplaced', what, path, element)
  readEntry(progress, entry, element, path)
}
