import { describe, expect, test } from 'vitest'
import { Mm7Error, type PartialMessage, parseDeliverReq } from '../../src/index.js'
import { OPERATIONS, tableOf } from '../../src/mm7/operations/index.js'
import { SUBMISSIONS } from '../../src/mm7/operations/submissions.js'
import { readPage, tableRows } from '../support/markdown.js'

const code = (text: string) => `\`${text}\``
const reference = readPage('docs/reference.md')

function section(title: string): string {
  return reference.text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
}

const TABLES = [
  ...OPERATIONS.map((operation) => [operation, tableOf(operation)] as const),
  ...SUBMISSIONS.names
    .filter((operation) => operation !== 'SubmitReq')
    .map((operation) => [operation, SUBMISSIONS.tableOf(operation)] as const),
]

describe.each(TABLES)('%s', (operation, { entries }) => {
  const rows = tableRows(section(operation)).slice(1)

  test('has a row for each field, in the order of the table', () => {
    const expected = entries.map(({ property, row }) => [
      row.xpath.replace(/.*:/, ''),
      code(`/env:Envelope/env:Body/mm7:${operation}/${row.xpath}`),
      code(property),
    ])
    expect(rows.map((row) => row.slice(0, 3))).toEqual(expected)
  })

  test('says of each field whether it repeats', () => {
    const lists = entries.filter(({ row }) => row.isMany).map(({ property }) => code(property))
    const repeating = rows.filter((row) => row[3]?.endsWith('[]`')).map((row) => row[2])
    expect(repeating.filter((property) => property !== code('deliveryCondition'))).toEqual(lists)
  })

  test('names the attributes of each element that has nothing else', () => {
    for (const [at, { row }] of entries.entries()) {
      if (row.codec.holds !== 'nothing') continue
      for (const attribute of row.codec.attributes ?? []) {
        const isLibertys = operation === 'SubmitReq' && attribute === 'type'
        if (!isLibertys) expect(rows[at]?.[4]).toContain(code(attribute))
      }
    }
  })
})

test('every property of a message is somewhere in it', () => {
  const properties = new Set(tableOf('DeliverReq').entries.map(({ property }) => property))
  for (const property of ['transactionId', 'namespace', 'attachments', 'carrierId', 'warnings']) {
    expect(properties).not.toContain(property)
    expect(reference.text).toContain(`| ${code(property)} |`)
  }
})

const MM7 = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4'
const NEEDED: Record<string, string> = {
  MM7Version: '<MM7Version>6.8.0</MM7Version>',
  Sender: '<Sender><Number>12025550123</Number></Sender>',
}

/** The elements below the operation, each once, and the property that has it. */
const FIELDS = [
  ...new Map(
    tableOf('DeliverReq').entries.map(({ property, row }) => [
      row.xpath.replace(/^mm7:|\/.*/g, ''),
      property as keyof PartialMessage,
    ]),
  ),
].map(([element, property]) => ({ element, property }))

/** Reads a message with `xml` for the element `name`. @returns what could be read, and every code. */
function readWith(name: string, xml: string): { message: PartialMessage; codes: string[] } {
  const elements = FIELDS.map(({ element }) => (element === name ? xml : (NEEDED[element] ?? '')))
  const id = name === 'TransactionID' ? xml : '<TransactionID>1</TransactionID>'
  const envelope = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${MM7}">
    <e:Header>${id}</e:Header><e:Body><DeliverReq>${elements.join('')}</DeliverReq></e:Body>
    </e:Envelope>`
  const body = new TextEncoder().encode(envelope)
  try {
    const message = parseDeliverReq({ headers: { 'content-type': 'text/xml' }, body })
    return { message, codes: message.warnings.map(({ code }) => code) }
  } catch (error) {
    if (!(error instanceof Mm7Error)) throw error
    const { partial } = error
    return {
      message: partial,
      codes: [error.code, ...(partial.warnings ?? []).map(({ code }) => code)],
    }
  }
}

/** Where an element is that stands within a field. */
const WITHIN: Record<string, string> = {
  To: 'Recipients',
  Cc: 'Recipients',
  Bcc: 'Recipients',
  UserAgent: 'Previouslysentby',
  DateTime: 'Previouslysentdateandtime',
}

describe('what it says of empty elements', () => {
  const listed = tableRows(section('Empty elements'))
    .slice(1)
    .flatMap(([names = '', property = '', warning = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => ({ name, property, warning })),
    )

  test.each(listed.map((row) => [row.name, row] as const))('%s', (name, { property, warning }) => {
    const field = WITHIN[name] ?? name
    const { message, codes } = readWith(
      field,
      field === name ? `<${name}/>` : `<${field}><${name}/></${field}>`,
    )
    if (warning === '') expect(codes).toEqual([])
    else expect(codes.map(code)).toContain(warning)
    const kept = (message.extensions ?? []).map((extension) => extension.name)
    expect(kept).toEqual(property.includes('`extensions`') ? [name] : [])
    const { timeStamp, priority, contents, previouslySentDateAndTime, uaCapabilities } = message
    expect(priority).toBeUndefined()
    if (name === 'TimeStamp') expect(timeStamp).toEqual({ text: '' })
    if (name === 'DateTime')
      expect(previouslySentDateAndTime).toEqual([{ timeStamp: { text: '' } }])
    if (name === 'UACapabilities') expect(uaCapabilities).toEqual({})
    if (name === 'Content') {
      expect(contents).toEqual([{ allowAdaptations: true, attachments: [] }])
    } else expect(contents).toEqual([])
  })

  test('every other is an empty string, without a warning', () => {
    const names = new Set(listed.map(({ name }) => name))
    const others = FIELDS.filter(({ element }) => !names.has(element))
    expect(others.length).toBeGreaterThan(8)
    for (const { element, property } of others) {
      const { message, codes } = readWith(element, `<${element}/>`)
      expect([element, message[property], codes]).toEqual([element, '', []])
    }
  })
})
