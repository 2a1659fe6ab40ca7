import { SaxesParser } from 'saxes'
import { isMm7, SOAP } from '../soap/namespaces.js'

/** What a relay/server looks for in an answer. */
export interface RelayAnswer {
  /** The operation that the Body holds, such as `DeliverRsp`. */
  readonly response: string | undefined
  readonly transactionId: string | undefined
  /** The StatusCode, a number of four digits. */
  readonly statusCode: number | undefined
}

/** Where in an envelope each stands: namespaces of SOAP (S) and of MM7 (M), local names. */
const TRANSACTION_ID = 'S:Envelope/S:Header/M:TransactionID'
const RESPONSE = /^S:Envelope\/S:Body\/M:(\w+)$/
const STATUS_CODE = /^S:Envelope\/S:Body\/M:\w+\/M:Status\/M:StatusCode$/

/**
 * Reads an answer as a relay/server does that accepts what the schema says and nothing else
 * (TS 23.140 8.7.2.3): it shares nothing with what wrote it.
 *
 * @returns what was found, or undefined if it is not well-formed XML
 */
export function readRelayAnswer(xml: string): RelayAnswer | undefined {
  const open: string[] = []
  let response: string | undefined
  let transactionId: string | undefined
  let statusCode: number | undefined
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ uri, local }) => {
    open.push(`${uri === SOAP ? 'S' : isMm7(uri) ? 'M' : '?'}:${local}`)
    response ??= RESPONSE.exec(open.join('/'))?.[1]
    text = ''
  })
  parser.on('text', (more) => {
    text += more
  })
  parser.on('closetag', () => {
    const path = open.join('/')
    if (path === TRANSACTION_ID) transactionId ??= text.trim()
    if (STATUS_CODE.test(path) && /^\s*\d{4}\s*$/.test(text)) statusCode ??= Number(text)
    open.pop()
  })
  try {
    // A parser without an error handler throws.
    parser.write(xml).close()
  } catch {
    return undefined
  }
  return { response, transactionId, statusCode }
}
