import { DOMParser } from '@xmldom/xmldom'
import { expect } from 'vitest'
import { buildDeliverRsp, Mm7Error, type Mm7Request, parseDeliverReq } from '../../src/index.js'
import type { Incoming } from './clients.js'

/** The answer that the library itself gives to these bytes. */
export function expectedAnswer(request: Mm7Request): string {
  try {
    return buildDeliverRsp(parseDeliverReq(request))
  } catch (error) {
    if (error instanceof Mm7Error) return buildDeliverRsp(error)
    throw error
  }
}

/** Reads an answer with a parser that the library does not read with, and checks what all have. */
export function readAnswer({ status, headers, body }: Incoming): {
  id: string | undefined
  code: string
} {
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/xml; charset=utf-8')
  expect(headers.get('content-length')).toBe(String(body.byteLength))
  const problems: string[] = []
  const parser = new DOMParser({ onError: (_level, message) => problems.push(message) })
  const document = parser.parseFromString(body.toString('utf8'), 'text/xml')
  expect(problems).toEqual([])
  const text = (name: string) => document.getElementsByTagName(name)[0]?.textContent
  return { id: text('TransactionID') ?? undefined, code: text('StatusCode') ?? '' }
}
