import { checkCorrelation, checkStatus, checkStrings } from './check-answer.js'
import type { Mm7Error } from './errors.js'
import type { Correlation, Mm7Message } from './message.js'
import { answerNamespace } from './soap/namespaces.js'
import { writeEnvelope } from './soap/write/write-envelope.js'
import { mm7Node, soapNode, type XmlNode } from './soap/write/xml-node.js'
import { Status, type StatusInput, statusText } from './status.js'

/** The version to answer with if the request told none: the newest of the schema. */
const DEFAULT_VERSION = '6.8.0'

/** What an answer may have besides its status. */
export interface RspDetails {
  /** Of a `DeliverRsp`: what the message is charged as. */
  readonly serviceCode?: string
  /** Of a `SubmitRsp`: the message's id. Default: the TransactionID. */
  readonly messageId?: string
}

/** The answer to each operation, and what it may have besides its status (TS 23.140 8.7). */
const ANSWERS: Readonly<Record<Mm7Message['operation'], Answer>> = {
  DeliverReq: { element: 'DeliverRsp', takes: 'serviceCode' },
  DeliveryReportReq: { element: 'DeliveryReportRsp' },
  ReadReplyReq: { element: 'ReadReplyRsp' },
  SubmitReq: { element: 'SubmitRsp', takes: 'messageId' },
}

interface Answer {
  readonly element: string
  readonly takes?: keyof RspDetails
}

/** The answer to every other operation. */
const FAULT: Answer = { element: 'VASPErrorRsp' }

const DETAILS: Readonly<Record<keyof RspDetails, string>> = {
  serviceCode: 'ServiceCode',
  messageId: 'MessageID',
}

/**
 * Builds the answer to a request: the Rsp of its operation (TS 23.140 8.7.2.4, 8.7.4.2, 8.7.5.2,
 * 8.7.2.2). An error whose operation is none of these is answered with the fault with `VASPErrorRsp`;
 * one without an operation with `DeliverRsp`. Send it with HTTP status 200 and
 * `Content-Type: text/xml; charset=utf-8`; relay/servers repeat what is answered otherwise.
 *
 * @param to the message, or the error that reading it threw
 * @param status what became of the message; if left out 1000 Success, or the error's own status
 * @param more what the answer has besides its status
 * @returns the envelope, always well-formed
 * @throws TypeError if `to` is neither a message nor an `Mm7Error`, if the status code is not a
 * four-digit integer, if a text is not a string, or if the answer has no room for `more`
 */
export function buildMm7Rsp(
  to: Correlation | Mm7Error,
  status?: StatusInput,
  more: RspDetails = {},
): string {
  checkCorrelation(to)
  const { operation = 'DeliverReq' } = to
  const answer = Object.hasOwn(ANSWERS, operation)
    ? ANSWERS[operation as keyof typeof ANSWERS]
    : FAULT
  checkMore(answer, more)
  if (answer === FAULT) return buildVaspErrorFault(to, status ?? Status.UnsupportedOperation)
  const chosen = checkStatus(status === undefined ? defaultStatus(to, Status.Success) : status)
  return envelope(to, genericResponse(answer.element, to, chosen, detailsOf(answer, to, more)))
}

/**
 * Builds the answer to a `DeliverReq`: `DeliverRsp` (TS 23.140 8.7.2.4); to another operation, its
 * own: see {@link buildMm7Rsp}.
 *
 * @param to the message, or the error that reading it threw
 * @param status what became of the message; if left out 1000 Success, or the error's own status
 * @param more what the answer has besides its status
 * @returns the envelope, always well-formed
 * @throws TypeError as {@link buildMm7Rsp}
 */
export function buildDeliverRsp(
  to: Correlation | Mm7Error,
  status?: StatusInput,
  more: Pick<RspDetails, 'serviceCode'> = {},
): string {
  return buildMm7Rsp(to, status, more)
}

/** @throws TypeError if the answer has no room for what is given: it would be dropped in silence */
function checkMore({ element, takes }: Answer, more: RspDetails): void {
  if (typeof more !== 'object' || more === null) {
    throw new TypeError("Pass what the answer has besides its status as { messageId: 'm-1' }.")
  }
  for (const [name, value] of Object.entries(more)) {
    if (value === undefined || name === takes) continue
    const known = Object.hasOwn(DETAILS, name)
    const what = known ? `A ${element} has no ${name}` : `There is no ${name} in an answer`
    throw new TypeError(`${what}: leave it out.`)
  }
  checkStrings({ ...more })
}

/** @returns the elements after the status. */
function detailsOf({ takes }: Answer, to: Correlation, more: RspDetails): XmlNode[] {
  const isSubmit = takes === 'messageId'
  const text = takes && (more[takes] ?? (isSubmit ? (to.transactionId ?? '') : undefined))
  return takes === undefined || text === undefined ? [] : [mm7Node(DETAILS[takes], { text })]
}

/**
 * Builds the SOAP Fault (SOAP 1.1 §4.4) with which a VASP may refuse a request: `VASPErrorRsp` (TS
 * 23.140 8.7.3.2). Skycore asks for failures in the Rsp instead: see {@link buildMm7Rsp}.
 *
 * @param to the message, or the error that reading it threw
 * @param status why it is refused; if left out the error's own status, or 3000 Server Error
 * @returns the envelope, always well-formed
 * @throws TypeError if `to` is neither a message nor an `Mm7Error`, if the status code is not a
 * four-digit integer or is one of success, or if a text is not a string
 */
export function buildVaspErrorFault(to: Correlation | Mm7Error, status?: StatusInput): string {
  checkCorrelation(to)
  const chosen = checkStatus(status === undefined ? defaultStatus(to, Status.ServerError) : status)
  if (chosen.code < 2000) {
    const what = `Status ${chosen.code} is not a failure, and a fault tells of one`
    throw new TypeError(`${what}: accept a message by the Rsp of its operation, with buildMm7Rsp.`)
  }
  const side = isClientFault(chosen.code) ? 'Client' : 'Server'
  const text = chosen.text ?? statusText(chosen.code)
  const detail = [genericResponse('VASPErrorRsp', to, chosen, [])]
  return envelope(
    to,
    soapNode('Fault', [
      plainNode('faultcode', `soap-env:${side}`, []),
      plainNode('faultstring', text, []),
      plainNode('detail', '', detail),
    ]),
  )
}

/** An element of the Fault, which is in no namespace (SOAP 1.1 §4.4). */
function plainNode(name: string, text: string, children: XmlNode[]): XmlNode {
  return { name, namespace: { uri: '' }, attributes: [], text, children, isIndented: true }
}

/** @returns the error's own status, or that of a message, `fallback`. */
function defaultStatus(to: Correlation | Mm7Error, fallback: StatusInput): StatusInput {
  // Not instanceof Mm7Error: one of the ES module must not be answered with Success by the CommonJS.
  const own = (to as Partial<Mm7Error>).status
  if (typeof own?.code === 'number') return own
  // Nor may an error of another kind: it says that nobody has the message.
  if (to instanceof Error) {
    throw new TypeError(`${to.name} is not an Mm7Error: also pass the status to answer it with.`)
  }
  return fallback
}

/** 2xxx, and those of 4xxx that tell what is wrong with the request (SOAP 1.1 §4.4.1). */
function isClientFault(code: number): boolean {
  return code < 3000 || (code > 4000 && code < 4005)
}

function envelope({ transactionId, namespace }: Correlation, entry: XmlNode): string {
  return writeEnvelope({
    transactionId,
    entry,
    style: {
      namespace: answerNamespace(namespace),
      prefixes: 'per-entry',
      prefix: '',
      lineEnd: undefined,
    },
  })
}

/** genericResponseType of the schema: MM7Version, then Status (TS 23.140 8.7.3.2). */
function genericResponse(
  element: string,
  { mm7Version = DEFAULT_VERSION }: Correlation,
  { code, text = statusText(code), details }: StatusInput,
  more: XmlNode[],
): XmlNode {
  const status = [
    mm7Node('StatusCode', { text: String(code) }),
    mm7Node('StatusText', { text }),
    ...(details === undefined ? [] : [mm7Node('Details', { text: details })]),
  ]
  const children = [
    mm7Node('MM7Version', { text: mm7Version }),
    mm7Node('Status', { children: status }),
    ...more,
  ]
  return mm7Node(element, { children })
}
