import { quote, warn } from '../report.js'
import { SOAP_ATTRIBUTES } from '../soap/attributes.js'
import { type Element, textOf } from '../soap/element.js'
import { MM7, quoteNamespace } from '../soap/namespaces.js'
import { checkAttributes } from './check.js'
import { type Context, warnAt } from './context.js'
import { keep, keepChildren } from './keep.js'
import { checkName } from './names.js'
import { isNone } from './nil.js'

const TRANSACTION_ID = 'TransactionID'
/** What senders call it, in lower case. */
export const TRANSACTION_ID_NAMES: ReadonlySet<string> = new Set([
  'transactionid',
  'transaction-id',
])

/** A TransactionID, and the namespace that it is in. */
export interface TransactionId {
  readonly id: string
  readonly namespace: string
}

/**
 * Finds the TransactionID among the entries of the Header (TS 23.140 8.7.1.4): the first that is not
 * empty in the operation's namespace, else the first in any that is meant for MM7's.
 */
export function readTransactionId(
  context: Context,
  header: readonly Element[],
  operation: Element | undefined,
): TransactionId | undefined {
  const candidates: Element[] = []
  for (const entry of header) {
    if (isTransactionId(entry, operation)) candidates.push(entry)
    else {
      const { report, places } = context
      const what = `The SOAP Header holds ${quote(entry.name)}; ignored.`
      places.mark(warn(report, 'soap-header-unknown', what, { path: entry.name }), entry)
    }
  }
  const own = operation?.sentNamespace
  const filled = candidates.filter((entry) => textOf(entry) !== '')
  const chosen = filled.find((entry) => entry.sentNamespace === own) ?? filled[0]
  for (const entry of candidates) {
    if (entry === chosen) check(context, entry, operation)
    // Where all are empty, none is repeated: it is missing.
    else if (chosen === undefined) keepChildren(context, entry, TRANSACTION_ID)
    else {
      const what = `Another TransactionID, ${quote(textOf(entry))}; ignored.`
      warnAt(context, 'element-repeated', what, TRANSACTION_ID, entry)
      if (entry.children.length > 0) keep(context, entry)
    }
  }
  return chosen && { id: textOf(chosen), namespace: chosen.sentNamespace }
}

/** One in a namespace that is not MM7's counts only if it is the operation's own. */
function isTransactionId(entry: Element, operation: Element | undefined): boolean {
  const isOwn = entry.namespace === MM7 || entry.sentNamespace === operation?.sentNamespace
  return isOwn && TRANSACTION_ID_NAMES.has(entry.name.toLowerCase())
}

function check(context: Context, entry: Element, operation: Element | undefined): void {
  checkName(context, entry, TRANSACTION_ID, '')
  if (entry.isNil) isNone(context, entry, TRANSACTION_ID)
  checkAttributes(context, entry, SOAP_ATTRIBUTES, TRANSACTION_ID)
  keepChildren(context, entry, TRANSACTION_ID)
  if (operation === undefined || entry.sentNamespace === operation.sentNamespace) return
  const [own, others] = [entry, operation].map((each) => quoteNamespace(each.sentNamespace))
  const what = `${TRANSACTION_ID} is in ${own}, the operation in ${others}; the answer is in the operation's.`
  warnAt(context, 'namespace-mixed', what, TRANSACTION_ID, entry)
}
