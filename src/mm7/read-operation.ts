import { quote } from '../report.js'
import type { Element } from '../soap/dom.js'
import { localName, textOf } from '../soap/dom.js'
import { checkAttributes } from './attributes.js'
import {
  type Context,
  checkLeaf,
  keepAsExtension,
  keepUnexpected,
  type Named,
  note,
  readChildren,
} from './context.js'
import type { Draft } from './draft.js'
import { FIELDS, type Field } from './fields.js'

/** The table by the name of the element, each row with its place in the order of the schema. */
const ROWS: ReadonlyMap<string, { readonly field: Field; readonly order: number }> = new Map(
  FIELDS.map((field, order) => [field.element, { field, order }]),
)

/** Operations that some gateways wrap in a `DeliverReq` rather than make one of them. */
const WRAPPED = new Set(['SubmitReq', 'DeliverReq'])

/** Elements that senders write for others of `DeliverReq`, or with those in them: the rows that take them. */
const MISPLACED: ReadonlyMap<string, string> = new Map([
  ['SenderAddress', 'Sender'],
  ['VASPID', 'VASPID'],
  ['VASID', 'VASID'],
])

/** Reads an operation into the draft by the table of fields, whatever the order of its elements. */
export function readOperation(context: Context, operation: Element, draft: Draft): void {
  checkAttributes(context, operation, [], '')
  const misplaced: Named[] = []
  const taken = new Set<string>()
  let reached = 0
  let isOrdered = true
  for (const { name = '', element } of fieldElements(context, operation)) {
    const row = ROWS.get(name)
    if (row === undefined) {
      collectMisplaced(context, name, element, misplaced)
      continue
    }
    if (row.order < reached && isOrdered) {
      const what = `${name} appears later than in the schema; read anyway.`
      note(context, 'element-order', what, name)
      isOrdered = false
    }
    reached = Math.max(reached, row.order)
    if (taken.has(name) && !row.field.repeats) {
      const what = `${name} appears again; the first counts, this one is kept among the extensions.`
      note(context, 'element-repeated', what, name)
      keepAsExtension(context, element)
      continue
    }
    // An element without a value, such as an empty Sender, leaves its place to one that has one.
    if (readField(context, row.field, element, draft)) taken.add(name)
  }
  for (const { name = '', element } of misplaced) readMisplaced(context, name, element, draft)
}

/** @returns the children; in place of an operation within the operation, the children of that. */
function fieldElements(context: Context, operation: Element): Named[] {
  const found: Named[] = []
  for (const child of readChildren(context, operation, '')) {
    const { name, element } = child
    if (name === undefined || !WRAPPED.has(name)) {
      found.push(child)
      continue
    }
    const what = `A ${name} within the operation; read as part of it.`
    note(context, 'operation-nested', what, name)
    checkAttributes(context, element, [], name)
    // Not spread: there may be more of them than a call may have arguments.
    for (const inner of readChildren(context, element, name)) found.push(inner)
  }
  return found
}

/** @returns whether the element had a value. */
function readField(context: Context, field: Field, element: Element, draft: Draft): boolean {
  if (field.attributes !== undefined) {
    checkAttributes(context, element, field.attributes, field.element)
  }
  if (field.holds !== 'elements') checkLeaf(context, element, field.element)
  const text = field.holds === 'nothing' ? textOf(element) : ''
  if (text !== '') {
    const what = `${field.element} holds the text ${quote(text)}; ignored.`
    note(context, 'text-unexpected', what, field.element)
  }
  return field.read(context, element, draft)
}

function collectMisplaced(
  context: Context,
  name: string,
  element: Element,
  misplaced: Named[],
): void {
  if (name === 'SenderAddress') {
    misplaced.push({ name, element })
  } else if (name === 'SenderIdentification') {
    checkAttributes(context, element, [], name)
    const children = readChildren(context, element, name)
    if (children.length === 0) keepUnexpected(context, element, name)
    for (const child of children) misplaced.push(child)
  } else {
    keepUnexpected(context, element, localName(element))
  }
}

/** Reads a misplaced element, unless the right one is there too. */
function readMisplaced(context: Context, name: string, element: Element, draft: Draft): void {
  const field = ROWS.get(MISPLACED.get(name) ?? '')?.field
  if (field === undefined || draft[field.property] !== undefined) {
    keepUnexpected(context, element, name)
    return
  }
  const what = `${name} is misplaced; read as ${field.element}.`
  note(context, 'element-misplaced', what, name)
  readField(context, field, element, draft)
}
