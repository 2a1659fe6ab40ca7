import { describe, expect, test } from 'vitest'
import { FAILURE_STATUS } from '../../src/errors.js'
import { SkycoreStatus } from '../../src/skycore/status.js'
import { Status } from '../../src/status.js'
import { readPage, tableRows } from '../support/markdown.js'

const sections = readPage('docs/errors.md').text.split(/^## /m)

/** The rows of a section's table, without its heading. */
function rowsOf(title: string): string[][] {
  return tableRows(sections.find((part) => part.startsWith(`${title}\n`)) ?? '').slice(1)
}

describe('the page of errors is complete, in order and right', () => {
  test('every error code, with the status it is answered with', () => {
    const expected = Object.entries(FAILURE_STATUS).map(([code, status]) => [
      `\`${code}\``,
      String(status),
    ])
    expect(rowsOf('Error codes').map((row) => row.slice(0, 2))).toEqual(expected)
    for (const [, , meaning] of rowsOf('Error codes')) expect(meaning).not.toBe('')
  })

  test.each([
    ['Statuses of 3GPP', Status],
    ['Statuses of Skycore', SkycoreStatus],
  ])('every entry of %s', (title, table) => {
    const expected = Object.entries(table).map(([name, { code, text }]) => [
      `\`${name}\``,
      String(code),
      text,
    ])
    expect(rowsOf(title).map((row) => row.slice(0, 3))).toEqual(expected)
  })
})
