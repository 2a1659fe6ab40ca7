import { quote, type Report } from '../report.js'
import type { Mm7Response } from '../response.js'
import type { Element } from '../soap/element.js'
import type { Envelope } from '../soap/envelope.js'
import { MM7 } from '../soap/namespaces.js'
import { checkAttributes, checkText } from './check.js'
import { contentResolver } from './content.js'
import { type Context, failAt, warnAt } from './context.js'
import { findOperation } from './find-operation.js'
import { checkName } from './names.js'
import { RESPONSES, type ResponseFields } from './operations/responses.js'
import { type Fault, readFault } from './read-fault.js'
import { type Draft, readFields } from './read-fields.js'
import { readTransactionId } from './transaction-id.js'

/** What was found of an answer. */
export interface ReadResponse extends Pick<Mm7Response, 'transactionId' | 'namespace'> {
  /** The schema's name if it is one that is read, else as sent; undefined for none. */
  readonly operation: string | undefined
  readonly fields: ResponseFields
  /** What the Fault around it says, if there is one. */
  readonly fault: Fault | undefined
}

const ERROR = 'RSErrorRsp'

/** Reads the envelope's entries: TransactionID and the answer, or a Fault with one. */
export function readResponse(envelope: Envelope, report: Report): ReadResponse {
  const { places, bare, root } = envelope
  const entry = findOperation(envelope, report)
  const isFault = entry?.name === 'Fault'
  const context: Context = {
    report,
    places,
    // No type in an answer depends on the release.
    namespace: '',
    extensions: [],
    isWithoutExtensions: true,
    resolve: contentResolver([], undefined, new Map()),
  }
  const fault = isFault ? readFault(context, entry) : undefined
  const element = fault === undefined ? entry : fault.error
  const isOwn = element !== undefined && element.namespace === MM7
  const transaction = readTransactionId(context, envelope.header, isOwn ? element : undefined)
  if (transaction === undefined && bare === undefined && root !== undefined) {
    const what = 'The SOAP Header holds no TransactionID; read without it.'
    warnAt(context, 'element-missing', what, 'TransactionID', root)
  }
  const namespace = isOwn ? element.sentNamespace : transaction?.namespace
  const operation = isFault ? ERROR : nameOf(context, entry, envelope)
  const fields: Draft = {}
  if (element !== undefined && operation !== undefined)
    readAnswer(context, element, operation, fields)
  return {
    operation: operation ?? entry?.name,
    fields: fields as ResponseFields,
    fault,
    ...(transaction !== undefined && { transactionId: transaction.id }),
    ...(namespace !== undefined && { namespace }),
  }
}

/** @returns the answer's name in the schema; undefined if it is none, which is reported */
function nameOf(
  context: Context,
  element: Element | undefined,
  { bare }: Envelope,
): Mm7Response['operation'] | undefined {
  if (element === undefined) return undefined
  const known = RESPONSES.find(element.name)
  if (known === undefined || element.namespace !== MM7) {
    const what = `The answer is ${quote(element.name)}, not one of ${RESPONSES.names.join(', ')}.`
    failAt(context, 'operation-unsupported', what, {}, element)
    return undefined
  }
  checkName(context, element, known, '')
  if (known === ERROR && bare === undefined) {
    const what = `${ERROR} is not in a Fault; read anyway.`
    warnAt(context, 'element-misplaced', what, ERROR, element)
  }
  return known
}

function readAnswer(
  context: Context,
  element: Element,
  operation: Mm7Response['operation'],
  fields: Draft,
): void {
  checkAttributes(context, element, [], '')
  checkText(context, element, '')
  readFields(context, RESPONSES.tableOf(operation), element, element.children, '', fields)
}
