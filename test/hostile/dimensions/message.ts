import type { Mm7Request } from '../../../src/index.js'

/** A way in which a sender can make a message larger: from a number, a message. */
export type Dimensions = Readonly<Record<string, (n: number) => Mm7Request>>

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const MM7 = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4'

const SENDER = '<MM7Version>6.8.0</MM7Version><Sender><Number>1</Number></Sender>'
const TRANSACTION_ID = '<TransactionID>1</TransactionID>'

/** @returns an envelope whose Header and Body hold this. */
export function envelope(body: string, header: string = TRANSACTION_ID): string {
  return `<e:Envelope xmlns:e="${SOAP}" xmlns="${MM7}"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`
}

/** @returns an envelope with a `DeliverReq` that holds this after what it must hold. */
export function deliverReq(children: string, attributes = ''): string {
  return envelope(`<DeliverReq${attributes}>${SENDER}${children}</DeliverReq>`)
}

/** @returns a request that is nothing but an envelope. */
export function bare(xml: string): Mm7Request {
  return { headers: { 'content-type': 'text/xml; charset=utf-8' }, body: Buffer.from(xml) }
}

/**
 * @param parts what comes after the part that holds the envelope, delimiters included: `--b`
 * @returns a multipart/related, its boundary `b`
 */
export function related(parts: string, xml: string = deliverReq(''), boundary = 'b'): Mm7Request {
  const root = `--${boundary}\r\nContent-Type: text/xml\r\nContent-ID: <s>\r\n\r\n${xml}\r\n`
  return {
    headers: {
      'content-type': `multipart/related; type="text/xml"; start="<s>"; boundary="${boundary}"`,
    },
    body: Buffer.from(`${root}${parts}\r\n--${boundary}--\r\n`),
  }
}

/** @returns a request with one part after the root: these header lines, this body. */
export function onePart(headers: string, body = 'x'): Mm7Request {
  return related(`--b\r\n${headers}\r\n\r\n${body}`)
}

/** @returns `count` texts made from their number, one after the other. */
export function each(count: number, make: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i)).join('')
}
