import { quote } from '../report.js'
import type { Element } from '../soap/dom.js'
import { localName, textOf } from '../soap/dom.js'
import { compileXPath } from '../soap/xpath.js'
import {
  type Context,
  checkAttributes,
  checkLeaf,
  keep,
  keepUnexpected,
  namedChildren,
  nameOf,
  note,
} from './context.js'
import type { Draft } from './draft.js'
import { FIELDS, type Field } from './fields.js'

/** All fields in one evaluation: a query for each takes longer than all the rest of the mapping. */
const CHILDREN = compileXPath('*')

/** The table by the name of the element, each row with its place in the order of the schema. */
const ROWS: ReadonlyMap<string, { readonly field: Field; readonly order: number }> = new Map(
  FIELDS.map((field, order) => [field.element, { field, order }]),
)

/** Operations that some gateways wrap in a `DeliverReq` rather than make one of them. */
const WRAPPED = new Set(['SubmitReq', 'DeliverReq'])

/** Elements that hold or are what another element of `DeliverReq` should: the row that takes them. */
const MISPLACED: ReadonlyMap<string, string> = new Map([
  ['SenderAddress', 'Sender'],
  ['VASPID', 'VASPID'],
  ['VASID', 'VASID'],
])

/** An element where the schema has it, or where a sender has it instead. */
interface Named {
  readonly name: string | undefined
  readonly element: Element
}

/** Reads an operation into the draft by the table of fields, whatever the order of its elements. */
export function readOperation(operation: Element, draft: Draft, context: Context): void {
  checkAttributes(context, operation, [], '')
  const misplaced: Named[] = []
  const taken = new Set<string>()
  let reached = 0
  let isOrdered = true
  for (const { name = '', element } of fieldElements(operation, context)) {
    const row = ROWS.get(name)
    if (row === undefined) {
      collectMisplaced(name, element, misplaced, context)
      continue
    }
    if (row.order < reached && isOrdered) {
      const what = `${name} stands later than the schema has it; read all the same.`
      note(context, 'element-order', what, name)
      isOrdered = false
    }
    reached = Math.max(reached, row.order)
    if (taken.has(name) && !row.field.repeats) {
      const what = `${name} stands there again; the first counts, this one is kept among the extensions.`
      note(context, 'element-repeated', what, name)
      keep(context, element)
      continue
    }
    // An element that says nothing, such as an empty Sender, leaves its place to one that does.
    if (readField(row.field, element, draft, context)) taken.add(name)
  }
  for (const { name = '', element } of misplaced) readMisplaced(name, element, draft, context)
}

/** @returns the children; in place of an operation within the operation, the children of that. */
function fieldElements(operation: Element, context: Context): Named[] {
  const stray = textOf(operation)
  if (stray !== '') {
    const what = `The text ${quote(stray)} stands between elements; passed over.`
    note(context, 'text-unexpected', what, '')
  }
  const found: Named[] = []
  for (const element of CHILDREN(operation)) {
    const name = nameOf(context, element, localName(element))
    if (name === undefined || !WRAPPED.has(name)) {
      found.push({ name, element })
      continue
    }
    note(context, 'operation-nested', `A ${name} within the operation; read as part of it.`, name)
    // Not spread: there may be more of them than a call may have arguments.
    for (const child of namedChildren(context, element, name)) found.push(child)
  }
  return found
}

/** @returns whether the element told a value. */
function readField(field: Field, element: Element, draft: Draft, context: Context): boolean {
  if (field.attributes !== undefined) {
    checkAttributes(context, element, field.attributes, field.element)
  }
  if (field.holds !== 'elements') checkLeaf(context, element, field.element)
  const text = field.holds === 'nothing' ? textOf(element) : ''
  if (text !== '') {
    const what = `${field.element} holds the text ${quote(text)}; passed over.`
    note(context, 'text-unexpected', what, field.element)
  }
  return field.read(element, draft, context)
}

function collectMisplaced(
  name: string,
  element: Element,
  misplaced: Named[],
  context: Context,
): void {
  if (name === 'SenderAddress') {
    misplaced.push({ name, element })
  } else if (name === 'SenderIdentification') {
    checkAttributes(context, element, [], name)
    const children = namedChildren(context, element, name)
    if (children.length === 0) keepUnexpected(context, element, name)
    for (const child of children) misplaced.push(child)
  } else {
    keepUnexpected(context, element, localName(element))
  }
}

/** Takes an element from where it stands instead, unless the right one is there too. */
function readMisplaced(name: string, element: Element, draft: Draft, context: Context): void {
  const field = ROWS.get(MISPLACED.get(name) ?? '')?.field
  if (field === undefined || draft[field.property] !== undefined) {
    keepUnexpected(context, element, name)
    return
  }
  const what = `${name} stands where it has no place; taken for ${field.element}.`
  note(context, 'element-misplaced', what, name)
  readField(field, element, draft, context)
}
