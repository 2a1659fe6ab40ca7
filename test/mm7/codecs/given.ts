import { type Mm7Error, type Mm7Message, parseMm7Request } from '../../../src/index.js'
import { MM7 } from '../../../src/soap/namespaces.js'
import { bytesOf, codesOf, envelope } from '../given.js'

const PARTS = {
  DeliveryReportReq:
    '<MessageID>m</MessageID><Recipient><Number>1</Number></Recipient><Sender><Number>2</Number></Sender><Date>2014-04-14T16:15:23Z</Date>',
  ReadReplyReq:
    '<MessageID>m</MessageID><Recipient><Number>1</Number></Recipient><Sender><Number>2</Number></Sender><TimeStamp>2014-04-14T16:15:23Z</TimeStamp>',
  SubmitReq: '<SenderIdentification/><Recipients><To><Number>1</Number></To></Recipients>',
} as const

/** A message of an operation that has all it needs before these elements. */
export function readWith(operation: keyof typeof PARTS, elements: string): Mm7Message {
  const own = `<MM7Version>6.8.0</MM7Version>${PARTS[operation]}${elements}`
  return readElements(operation, own)
}

/** A message of an operation that has these elements. */
export function readElements(
  operation: string,
  elements: string,
  namespace: string = MM7,
): Mm7Message {
  const xml = envelope(`<${operation} xmlns="${namespace}">${elements}</${operation}>`)
  return parseMm7Request({ headers: { 'content-type': 'text/xml' }, body: bytesOf(xml) })
}

/** The codes of what was reported, and the values of these properties. */
export function seen(message: Mm7Message, ...properties: string[]): unknown[] {
  const values = message as unknown as Record<string, unknown>
  return [codesOf(message), ...properties.map((property) => values[property])]
}

export function errorOf(run: () => unknown): Mm7Error {
  try {
    run()
  } catch (error) {
    return error as Mm7Error
  }
  throw new Error('It was read.')
}
