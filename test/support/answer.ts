import { XMLParser } from 'fast-xml-parser'
import { readWellFormed } from './well-formed.js'

/** What stands in an answer. */
export interface Answer {
  /** The element in the Body: `DeliverRsp` and its like. */
  readonly element: string
  readonly transactionId: string | undefined
  readonly mm7Version: string
  readonly statusCode: number
  readonly statusText: string
}

/** A parser that shares nothing with the one under test. */
const parser = new XMLParser({
  removeNSPrefix: true,
  parseTagValue: false,
  ignoreDeclaration: true,
})

/**
 * Reads an answer, by the names of its elements.
 *
 * @throws Error if it is not well-formed
 */
export function readAnswer(xml: string): Answer {
  // The parser reads on where it is not.
  readWellFormed(xml)
  const { Header: header, Body: body } = parser.parse(xml).Envelope
  // In a fault it is the detail that tells.
  const holder = body.Fault?.detail ?? body
  const [element = ''] = Object.keys(holder)
  const { MM7Version: mm7Version, Status: status } = holder[element]
  const id = header?.TransactionID
  return {
    element,
    transactionId: typeof id === 'object' ? id['#text'] : id,
    mm7Version,
    statusCode: Number(status.StatusCode),
    statusText: status.StatusText,
  }
}
