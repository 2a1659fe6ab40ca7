import type { Attachment } from '../attachment.js'
import { fail, quote, type Report } from '../report.js'
import type { Element } from '../soap/element.js'
import type { Envelope } from '../soap/envelope.js'
import { MM7 } from '../soap/namespaces.js'
import type { ExtensionElement } from '../values.js'
import { checkAttributes, checkText } from './check.js'
import { type ContentResolver, type Context, failAt, warnAt } from './context.js'
import { findOperation } from './find-operation.js'
import { checkName } from './names.js'
import type { Catalog } from './operations/catalog.js'
import { type Draft, fillAbsent, readFields } from './read-fields.js'
import { readTransactionId } from './transaction-id.js'

/** What is looked for. */
export interface Accepted {
  /** The operations that are known. */
  readonly catalog: Catalog
  /** Those of them that may be there. */
  readonly accepted: readonly string[]
}

/**
 * Reads the envelope's entries: TransactionID (TS 23.140 8.7.1.4) and the operation, whatever is
 * missing or wrong.
 *
 * @param draft what is known of the message before, and is to be known of it
 * @param accepted the operations that may be there; another is read as far as it goes, and refused
 * @returns the operation: the schema's name if it is one that is read, else as sent; undefined for none
 */
export function readMessage(
  envelope: Envelope,
  draft: Draft,
  { catalog, accepted }: Accepted,
  resolve: ContentResolver,
  report: Report,
): string | undefined {
  const { places } = envelope
  const element = findOperation(envelope, report)
  const known = element === undefined ? undefined : catalog.find(element.name)
  // What is none of them is read like the most common one, for what they share.
  const table = catalog.tableOf(known ?? (catalog.names[0] as string))
  const extensions: ExtensionElement[] = []
  const namespace = element?.sentNamespace ?? ''
  const context: Context = { report, places, namespace, extensions, resolve }
  fillAbsent(table, draft)
  draft['extensions'] = extensions
  if (element !== undefined) checkOperation(context, element, known, accepted)
  const transaction = readTransactionId(context, envelope.header, element)
  if (transaction === undefined) missTransactionId(envelope, report)
  else {
    draft['transactionId'] = transaction.id
    draft['namespace'] = transaction.namespace
  }
  if (element === undefined) return undefined
  draft['namespace'] = namespace
  if (known !== undefined) draft['operation'] = known
  checkAttributes(context, element, [], '')
  checkText(context, element, '')
  readFields(context, table, element, unwrap(context, element, catalog), '', draft)
  checkContent(context, draft, element)
  return known ?? element.name
}

function missTransactionId({ offset, root, places }: Envelope, report: Report): void {
  const what = 'The SOAP Header holds no TransactionID.'
  const failure = fail(report, 'element-missing', what, { offset, path: 'TransactionID' })
  if (root !== undefined) places.mark(failure, root)
}

function checkOperation(
  context: Context,
  element: Element,
  known: string | undefined,
  accepted: readonly string[],
): void {
  if (known === undefined || element.namespace !== MM7 || !accepted.includes(known)) {
    const wanted = accepted.length === 1 ? accepted[0] : `one of ${accepted.join(', ')}`
    const what = `The operation is ${quote(element.name)}, not ${wanted}.`
    failAt(context, 'operation-unsupported', what, {}, element)
  } else checkName(context, element, known, '')
}

/** @returns the children; in place of an operation within the operation, the children of that. */
function unwrap(context: Context, operation: Element, catalog: Catalog): readonly Element[] {
  if (!operation.children.some((child) => isOperation(child, catalog))) return operation.children
  const found: Element[] = []
  for (const child of operation.children) {
    if (!isOperation(child, catalog)) {
      found.push(child)
      continue
    }
    const name = catalog.find(child.name) as string
    checkName(context, child, name, '')
    const what = `A ${name} within the operation; read as part of it.`
    warnAt(context, 'operation-nested', what, name, child)
    checkAttributes(context, child, [], name)
    checkText(context, child, name)
    // Not spread: there may be more of them than a call may have arguments.
    for (const inner of child.children) found.push(inner)
  }
  return found
}

/** Operations that some gateways wrap in another rather than make one of them. */
function isOperation({ namespace, name }: Element, catalog: Catalog): boolean {
  return namespace === MM7 && catalog.find(name) !== undefined
}

/** Reports content that no element refers to. */
function checkContent(context: Context, draft: Draft, element: Element): void {
  const { contents, attachments } = draft as {
    contents?: readonly unknown[]
    attachments: readonly Attachment[]
  }
  if (attachments.length === 0) {
    if (contents === undefined) delete draft['attachments']
  } else if (contents === undefined) {
    const what = `${element.name} has no content, but there are ${attachments.length} parts beside it; ignored.`
    warnAt(context, 'part-unexpected', what, '', element)
  } else if (contents.length === 0) {
    const what = 'There are attachments, but no Content that refers to them; contents is empty.'
    warnAt(context, 'element-missing', what, 'Content', element)
  }
}
