import {
  type DeliverReq,
  Mm7Error,
  type ParseOptions,
  type PartialMessage,
  parseDeliverReq,
} from '../../src/index.js'
import { MM7, SOAP } from '../../src/soap/namespaces.js'

const XML_TYPE = { 'content-type': 'text/xml; charset=utf-8' }

/** What a message needs, and no liberty in it: fields are added behind Sender. */
export const VERSION = '<MM7Version>6.8.0</MM7Version>'
export const SENDER = '<Sender><Number>15550100</Number></Sender>'
export const TRANSACTION: string = `<TransactionID xmlns="${MM7}">1</TransactionID>`

/** An envelope of these entries. */
export function envelope(body: string, header: string = TRANSACTION): string {
  return `<env:Envelope xmlns:env="${SOAP}"><env:Header>${header}</env:Header><env:Body>${body}</env:Body></env:Envelope>`
}

/** A `DeliverReq` of these elements, Version and Sender before them. */
export function deliverReq(fields = '', namespace: string = MM7): string {
  return `<DeliverReq xmlns="${namespace}">${VERSION}${SENDER}${fields}</DeliverReq>`
}

/** Reads a request that is nothing but an envelope. */
export function parse(xml: string | Uint8Array, options?: ParseOptions): DeliverReq {
  return parseDeliverReq({ headers: XML_TYPE, body: bytesOf(xml) }, options)
}

/** Reads the elements of a `DeliverReq` that has all it needs besides. */
export function parseFields(fields: string, options?: ParseOptions): DeliverReq {
  return parse(envelope(deliverReq(fields)), options)
}

/** The error that reading throws. */
export function errorOf(xml: string | Uint8Array, options?: ParseOptions): Mm7Error {
  try {
    parse(xml, options)
  } catch (error) {
    if (error instanceof Mm7Error) return error
    throw error
  }
  throw new Error('It was read.')
}

/** The codes of what was told. */
export function codesOf(message: PartialMessage): string[] {
  return (message.warnings ?? []).map(({ code }) => code)
}

/** The codes and paths of what was told. */
export function reportedOf(message: PartialMessage): string[] {
  return (message.warnings ?? []).map(({ code, path }) => `${code} ${path}`)
}

export function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text
}
