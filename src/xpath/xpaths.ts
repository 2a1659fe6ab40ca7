import type { Mm7Message } from '../message.js'
import type { Codec } from '../mm7/codec.js'
import { OPERATIONS, tableOf } from '../mm7/operations/index.js'

/** The XPath of each property of an operation: `sender`, and `recipients.to` of what is in it. */
export type FieldXPaths = Readonly<Record<string, string>>

/**
 * Where the fields of each operation are: XPath 1.0 from the document, with the prefixes `env` and
 * `mm7`. They are put together from the very expressions that reading goes by.
 */
export const XPATHS: Readonly<Record<Mm7Message['operation'], FieldXPaths>> = Object.fromEntries(
  OPERATIONS.map((operation) => [operation, xpathsOf(operation)]),
) as Record<Mm7Message['operation'], FieldXPaths>

function xpathsOf(operation: Mm7Message['operation']): FieldXPaths {
  const top = `/env:Envelope/env:Body/mm7:${operation}`
  const header = '/env:Envelope/env:Header/mm7:TransactionID'
  const fields: [string, string][] = [['transactionId', header]]
  for (const { property, row } of tableOf(operation).entries) {
    const xpath = `${top}/${row.xpath}`
    fields.push([property, xpath], ...innerOf(row.codec, property, xpath))
  }
  return Object.fromEntries(fields)
}

/** @returns the parts of a type, if there are some. */
function innerOf(codec: Codec<unknown>, property: string, xpath: string): [string, string][] {
  return Object.entries(codec.inner).map(([name, step]) => [
    `${property}.${name}`,
    step === '.' ? xpath : `${xpath}/${step}`,
  ])
}
