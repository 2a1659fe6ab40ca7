import { fail, quote, type Report, warn } from '../report.js'
import { type Element, localName, textOf } from '../soap/dom.js'
import type { Envelope } from '../soap/envelope.js'
import { isMm7, MM7 } from '../soap/namespaces.js'
import { checkAttributes } from './attributes.js'
import type { ContentResolver } from './content.js'
import { type Context, checkLeaf } from './context.js'
import type { Draft } from './draft.js'
import { canonicalElementName } from './names.js'
import { readOperation } from './read-operation.js'

const OPERATION = 'DeliverReq'
const TRANSACTION_ID = 'TransactionID'
/** SOAP 1.1 §4.2 and §4.1.1: what an entry of the Header may have; some senders leave out prefixes. */
const HEADER_ATTRIBUTES = ['mustUnderstand', 'actor', 'encodingStyle']

/**
 * Reads the envelope's entries into the draft: TransactionID (TS 23.140 8.7.1.4) and the operation,
 * whatever is missing or wrong.
 */
export function readMessage(
  envelope: Envelope,
  draft: Draft,
  resolve: ContentResolver,
  report: Report,
): void {
  const operation = findOperation(envelope, report)
  const namespace = operation === undefined ? undefined : envelope.namespaceOf(operation)
  const { attributesOf, strayAttributesOf, namespaceOf, offset } = envelope
  const { extensions } = draft
  const context: Context = {
    report,
    namespace: namespace ?? '',
    namespaceOf,
    attributesOf,
    strayAttributesOf,
    extensions,
    resolve,
  }
  const transaction = findTransactionId(envelope, namespace, context)
  if (transaction === undefined) {
    const what = 'The SOAP Header holds no TransactionID.'
    fail(report, 'element-missing', what, { offset, path: TRANSACTION_ID })
  } else {
    draft.transactionId = transaction.id
    draft.namespace = namespace ?? transaction.namespace
  }
  if (operation === undefined) return
  draft.namespace = context.namespace
  readOperation(context, operation, draft)
  checkFields(draft, offset, report)
}

/** Reports required fields that are missing. */
function checkFields(draft: Draft, offset: number, report: Report): void {
  if (draft.mm7Version === undefined) {
    fail(report, 'element-missing', 'There is no MM7Version.', { offset, path: 'MM7Version' })
  }
  if (draft.sender === undefined) {
    fail(report, 'element-missing', 'There is no Sender.', { offset, path: 'Sender' })
  }
  if (draft.contents.length === 0 && draft.attachments.length > 0) {
    const what = 'There are attachments, but no Content that refers to them; contents is empty.'
    warn(report, 'element-missing', what, { path: 'Content' })
  }
}

/** @returns the operation: of several entries the first in an MM7 namespace, else the first of all. */
function findOperation(envelope: Envelope, report: Report): Element | undefined {
  const { bare, body, offset } = envelope
  const entries = body.filter((entry) => entry.namespaceURI === MM7)
  const known = entries.find((entry) => isMm7(namespaceOfEntry(envelope, entry)))
  const bareOperation = bare?.namespaceURI === MM7 ? bare : undefined
  const operation = known ?? entries[0] ?? bareOperation
  const entry = operation ?? body[0]
  if (entry === undefined) {
    fail(report, 'soap-body-empty', 'The SOAP Body is empty.', { offset })
    return undefined
  }
  const sent = localName(entry)
  if (operation === undefined || canonicalElementName(sent) !== OPERATION) {
    fail(report, 'operation-unsupported', `The operation is ${quote(sent)}, not ${OPERATION}.`, {
      offset,
    })
  } else if (sent !== OPERATION) {
    const what = `${quote(sent)} should be ${OPERATION}; read as that.`
    warn(report, 'element-name', what, { offset, path: sent })
  }
  for (const other of body) {
    if (other === entry) continue
    const what = `The SOAP Body also holds ${quote(localName(other))}; ignored.`
    warn(report, 'soap-body-extra', what, { offset })
  }
  return operation
}

/** Of the entries of Header and Body it is always known. */
function namespaceOfEntry(envelope: Envelope, entry: Element): string {
  return envelope.namespaceOf(entry) as string
}

interface TransactionId {
  readonly id: string
  readonly namespace: string
}

/**
 * Finds the TransactionID among the entries of the Header: the first that is not empty. One in a
 * namespace that is not MM7's counts only if it is the operation's own.
 */
function findTransactionId(
  envelope: Envelope,
  operationNamespace: string | undefined,
  context: Context,
): TransactionId | undefined {
  const { offset, namespaceOf } = envelope
  // Not ===: it reads long namespaces to their ends, of each entry.
  const own = new Set([operationNamespace])
  let found: TransactionId | undefined
  const others: Element[] = []
  for (const entry of envelope.header) {
    const sent = localName(entry)
    const isOwn = entry.namespaceURI === MM7 || own.has(namespaceOf(entry))
    if (!isOwn || canonicalElementName(sent) !== TRANSACTION_ID) {
      const what = `The SOAP Header holds ${quote(sent)}; ignored.`
      warn(context.report, 'soap-header-unknown', what, { offset, path: sent })
    } else if (found === undefined && textOf(entry) !== '') {
      const namespace = namespaceOfEntry(envelope, entry)
      found = readTransactionId(entry, namespace, operationNamespace, context, offset)
    } else {
      others.push(entry)
    }
  }
  // Where all are empty, none is repeated: it is missing.
  for (const other of found === undefined ? [] : others) {
    const what = `Another TransactionID, ${quote(textOf(other))}; ignored.`
    warn(context.report, 'element-repeated', what, { offset, path: TRANSACTION_ID })
  }
  return found
}

function readTransactionId(
  entry: Element,
  namespace: string,
  operationNamespace: string | undefined,
  context: Context,
  offset: number,
): TransactionId {
  const sent = localName(entry)
  if (sent !== TRANSACTION_ID) {
    const what = `${quote(sent)} should be ${TRANSACTION_ID}; read as that.`
    warn(context.report, 'element-name', what, { offset, path: sent })
  }
  checkAttributes(context, entry, HEADER_ATTRIBUTES, TRANSACTION_ID)
  checkLeaf(context, entry, TRANSACTION_ID)
  if (operationNamespace !== undefined && namespace !== operationNamespace) {
    const what = `${TRANSACTION_ID} is in ${quote(namespace)}, the operation in ${quote(operationNamespace)}; the answer is in the operation's.`
    warn(context.report, 'namespace-mixed', what, { offset, path: TRANSACTION_ID })
  }
  return { id: textOf(entry), namespace }
}
