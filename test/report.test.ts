import { describe, expect, it } from 'vitest'
import { createReport, fail, quote, warn } from '../src/report.js'

describe('a report', () => {
  it('keeps each warning, and the first failure', () => {
    const report = createReport()
    warn(report, 'value-malformed', 'a', { path: 'p' })
    warn(report, 'value-malformed', 'a')
    fail(report, 'body-empty', 'b', { offset: 1 })
    fail(report, 'element-missing', 'c')
    expect(report).toEqual({
      warnings: [
        { code: 'value-malformed', message: 'a', path: 'p' },
        { code: 'value-malformed', message: 'a' },
      ],
      failure: { code: 'body-empty', message: 'b', offset: 1 },
    })
  })
})

describe('quote', () => {
  it('quotes in few words', () => {
    expect(quote('a"\n')).toBe('"a\\"\\n"')
    expect(quote('x'.repeat(60))).toHaveLength(62)
    expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`)
    expect(quote(`${'x'.repeat(59)}😀`)).toContain('\\ud83d')
  })
})
