import { describe, expect, test } from 'vitest'
import { FAILURE_STATUS } from '../../src/errors.js'
import { WARNING_STATUS } from '../../src/warnings.js'
import { captureFiles, codesShown } from '../conformance/capture-files.js'
import { readPage, tableRows } from '../support/markdown.js'

const page = readPage('docs/dialects.md')
const rows = tableRows(page.text)
const files = captureFiles()

const shown = new Map(files.map((file) => [file.name, codesShown(file)]))

const isCode = (cell = '') => /^`[a-z-]+`$/.test(cell)
const codeRows = rows.filter(([cell]) => isCode(cell))

describe('the page of dialects', () => {
  test('has every warning with its status, and every error, in order', () => {
    const told = codeRows.map(([code = '', status]) => [code.slice(1, -1), status])
    const warnings = Object.entries(WARNING_STATUS).map(([code, status]) => [code, String(status)])
    expect(told.slice(0, warnings.length)).toEqual(warnings)
    const errors = told.slice(warnings.length).map(([code]) => code)
    expect(errors).toEqual(Object.keys(FAILURE_STATUS))
  })

  test.each(codeRows.map((row) => [row[0]?.slice(1, -1) ?? '', row]))(
    '%s is shown',
    (code, row) => {
      const captures = [...(row.at(-1) ?? '').matchAll(/fixtures\/([\w./-]+)\.http/g)]
      expect(captures).not.toEqual([])
      for (const [, name = ''] of captures) expect(shown.get(name), name).toContain(code)
    },
  )

  test('names every folder of captures', () => {
    for (const folder of new Set(files.map(({ name }) => name.split('/')[0] ?? ''))) {
      expect(page.text, folder).toContain(`\`${folder}`)
    }
  })

  test('names every capture that was made to show something', () => {
    for (const { name } of files) {
      if (name.startsWith('synthetic/')) expect(page.text).toContain(`../fixtures/${name}.http`)
    }
  })

  test('has no warning in what is read without one', () => {
    const header = rows.findIndex(([cell]) => cell === 'Read without a warning')
    const quiet = rows.slice(
      header + 1,
      rows.findIndex(([cell]) => cell === 'Error'),
    )
    const captures = quiet.flatMap((row) => [
      ...(row.at(-1) ?? '').matchAll(/fixtures\/([\w./-]+)\.http/g),
    ])
    expect(captures.length).toBeGreaterThan(20)
    for (const [, name = ''] of captures) expect(shown.get(name), name).toEqual([])
  })
})
