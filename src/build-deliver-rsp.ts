import type { Mm7Error } from './errors.js'
import type { Correlation } from './message.js'
import { escapeXml } from './soap/escape.js'
import { answerNamespace, SOAP } from './soap/namespaces.js'
import { Status, type StatusInput, statusText } from './status.js'

/** The version to answer with if the request told none: the newest of the schema. */
const DEFAULT_VERSION = '6.8.0'

/**
 * Builds the answer to a `DeliverReq`: `DeliverRsp` (TS 23.140 8.7.2.4). Send it with HTTP status 200
 * and `Content-Type: text/xml; charset=utf-8`; relay/servers repeat what is answered otherwise.
 *
 * @param to the message, or the error that reading it threw
 * @param status what became of the message; if left out 1000 Success, or the error's own status
 * @returns the envelope, always well-formed
 * @throws TypeError if `to` is neither a message nor an `Mm7Error`, if the status code is not a
 * four-digit integer, or if a text is not a string
 */
export function buildDeliverRsp(to: Correlation | Mm7Error, status?: StatusInput): string {
  checkCorrelation(to)
  const chosen = checkStatus(status === undefined ? defaultStatus(to, Status.Success) : status)
  return envelope(to, genericResponse('DeliverRsp', to, chosen))
}

/**
 * Builds the SOAP Fault (SOAP 1.1 §4.4) with which a VASP may refuse a request: `VASPErrorRsp` (TS
 * 23.140 8.7.3.2). Skycore asks for failures in `DeliverRsp` instead: see {@link buildDeliverRsp}.
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
    throw new TypeError(`Status ${chosen.code} is not a failure: use buildDeliverRsp.`)
  }
  const side = isClientFault(chosen.code) ? 'Client' : 'Server'
  const fault =
    `<soap-env:Fault><faultcode>soap-env:${side}</faultcode>` +
    `<faultstring>${escapeXml(chosen.text ?? statusText(chosen.code))}</faultstring>` +
    `<detail>${genericResponse('VASPErrorRsp', to, chosen)}</detail></soap-env:Fault>`
  return envelope(to, fault)
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

function checkCorrelation(to: Correlation): void {
  if (typeof to !== 'object' || to === null) {
    throw new TypeError('Pass the message, or the Mm7Error, that is answered.')
  }
  if (typeof (to as { then?: unknown }).then === 'function') {
    throw new TypeError('What is answered is a promise: await it.')
  }
  // Success for what is no message would lose one.
  if (Array.isArray(to) || 'body' in to || 'headers' in to) {
    throw new TypeError('Pass what parseDeliverReq returned or threw, not the request or a list.')
  }
  const { transactionId, mm7Version, namespace } = to
  checkStrings({ transactionId, mm7Version, namespace })
}

/** @returns the status, if it is one. */
function checkStatus(status: StatusInput): StatusInput {
  if (typeof status !== 'object' || status === null) {
    const what = `Pass Status.ContentRefused or { code: 2004 }, not ${String(status)}.`
    throw new TypeError(what)
  }
  const { code, text, details } = status
  if (!Number.isInteger(code) || code < 1000 || code > 9999) {
    const what = `A status code is a number of four digits such as 1000, not ${typeof code === 'object' ? 'an object' : String(code)}.`
    throw new TypeError(what)
  }
  checkStrings({ text, details })
  return status
}

/** Callers without types may have read an id as a number, or a null from a database. */
function checkStrings(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || typeof value === 'string') continue
    const found = value === null ? 'null' : `of type ${typeof value}`
    throw new TypeError(`${name} is ${found}: pass a string, or leave it out.`)
  }
}

/** 2xxx, and those of 4xxx that tell what is wrong with the request (SOAP 1.1 §4.4.1). */
function isClientFault(code: number): boolean {
  return code < 3000 || (code > 4000 && code < 4005)
}

function envelope(to: Correlation, body: string): string {
  const { transactionId } = to
  const header =
    transactionId === undefined
      ? ''
      : `<soap-env:Header><TransactionID xmlns="${namespaceOf(to)}" soap-env:mustUnderstand="1">` +
        `${escapeXml(transactionId)}</TransactionID></soap-env:Header>`
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<soap-env:Envelope xmlns:soap-env="${SOAP}">` +
    `${header}<soap-env:Body>${body}</soap-env:Body></soap-env:Envelope>`
  )
}

/** genericResponseType of the schema: MM7Version, then Status (TS 23.140 8.7.3.2). */
function genericResponse(element: string, to: Correlation, status: StatusInput): string {
  const { code, text = statusText(code), details } = status
  const detail = details === undefined ? '' : `<Details>${escapeXml(details)}</Details>`
  return (
    `<${element} xmlns="${namespaceOf(to)}">` +
    `<MM7Version>${escapeXml(to.mm7Version ?? DEFAULT_VERSION)}</MM7Version>` +
    `<Status><StatusCode>${code}</StatusCode><StatusText>${escapeXml(text)}</StatusText>${detail}` +
    `</Status></${element}>`
  )
}

function namespaceOf(to: Correlation): string {
  return escapeXml(answerNamespace(to.namespace))
}
