import { expect, test } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/limits.js'
import { readPage, tableRows } from '../support/markdown.js'
import { delimiters } from './dimensions/delimiters.js'
import { encodings } from './dimensions/encodings.js'
import { headers } from './dimensions/headers.js'
import { deepContents, mm7 } from './dimensions/mm7.js'
import { xml } from './dimensions/xml.js'
import { CODES } from './limit-codes.js'

const sections = readPage('docs/security.md').text.split(/^## /m)

function rowsOf(title: string): string[][] {
  return tableRows(sections.find((part) => part.startsWith(`${title}\n`)) ?? '').slice(1)
}

const UNITS: Readonly<Record<string, number>> = { MiB: 1024 ** 2, KiB: 1024 }

test('the page has every limit, in order, with its default and its error', () => {
  const told = rowsOf('Limits').map(([name = '', size = '', code = '', why]) => {
    expect(why).not.toBe('')
    const [count, unit = ''] = size.split(' ')
    const [limit, error] = [name, code].map((cell) => cell.replaceAll('`', ''))
    return [limit, Number(count) * (UNITS[unit] ?? 1), error]
  })
  const expected = Object.entries(DEFAULT_LIMITS).map(([name, value]) => [
    name,
    value,
    CODES[name as keyof typeof CODES],
  ])
  expect(told).toEqual(expected)
})

test('the page counts the dimensions that are measured', () => {
  const counts = rowsOf('Time').map(([, count]) => Number(count))
  const families = [delimiters, headers, encodings, xml, { ...mm7, ...deepContents }]
  expect(counts).toEqual(families.map((family) => Object.keys(family).length))
})
