import { describe, expect, it } from 'vitest'
import {
  closeReport,
  countMore,
  createReport,
  type Failure,
  fail,
  quote,
  warn,
  warnOf,
} from '../src/report.js'
import { WARNING_STATUS, type Warning, type WarningCode } from '../src/warnings.js'

describe('a report', () => {
  it('keeps each warning, and the first failure', () => {
    const report = createReport()
    warn(report, 'value-malformed', 'a', { path: 'p' })
    warn(report, 'value-malformed', 'a')
    fail(report, 'body-empty', 'b', { offset: 1 })
    fail(report, 'element-missing', 'c')
    expect(report).toMatchObject({
      warnings: [
        { code: 'value-malformed', message: 'a', path: 'p' },
        { code: 'value-malformed', message: 'a' },
      ],
      failure: { code: 'body-empty', message: 'b', offset: 1 },
    })
  })

  it('says how many there were of a code of which none is listed', () => {
    const report = createReport()
    countMore(report, 'ampersand-bare', 2)
    countMore(report, 'ampersand-bare', 3)
    closeReport(report)
    expect(report.warnings).toMatchObject([{ code: 'warnings-omitted', count: 5 }])
  })

  it('lists some of each code, and says how many more there were', () => {
    const report = createReport()
    for (let i = 0; i < 82_346; i++) warn(report, 'href-malformed', `a ${i}`)
    warn(report, 'value-unknown', 'b')
    countMore(report, 'value-unknown', 7)
    closeReport(report)
    closeReport(report)
    expect(report.warnings).toHaveLength(22)
    expect(report.warnings[19]).toEqual({ code: 'href-malformed', message: 'a 19' })
    expect(report.warnings.slice(20)).toEqual([
      { code: 'value-unknown', message: 'b' },
      {
        code: 'warnings-omitted',
        message: '82333 more warnings are not listed: 82326 href-malformed, 7 value-unknown.',
        count: 82_333,
      },
    ])
  })

  it('says nothing where all are listed', () => {
    const report = createReport()
    for (let i = 0; i < 20; i++) warn(report, 'href-malformed', 'a')
    closeReport(report)
    expect(report.warnings).toHaveLength(20)
  })

  it('lists a thousand at most', () => {
    const report = createReport()
    const codes = Object.keys(WARNING_STATUS) as WarningCode[]
    for (let i = 0; i < 20; i++) for (const code of codes) warn(report, code, 'a')
    closeReport(report)
    expect(report.warnings).toHaveLength(1001)
    expect(report.warnings.at(-1)?.count).toBe(20 * codes.length - 1000)
  })

  it('takes what a value deviates in at its place', () => {
    const report = createReport()
    warnOf(report, [{ code: 'encoded-word', message: 'a' }], { path: 'p', offset: 3 })
    expect(report.warnings).toEqual([{ code: 'encoded-word', message: 'a', path: 'p', offset: 3 }])
  })

  it.each([
    ['a\u202eb', 'a\\u{202e}b'],
    ['a\0\r\n\x1b\x9b\u2028b', 'a\\u{0}\\u{d}\\u{a}\\u{1b}\\u{9b}\\u{2028}b'],
    ['\u{e0041}\ud800', '\\u{e0041}\\u{d800}'],
    ['é 😀', 'é 😀'],
    ['x'.repeat(300), 'x'.repeat(300)],
    ['x'.repeat(301), `${'x'.repeat(299)}…`],
    [`${'x'.repeat(298)}😀x`, `${'x'.repeat(298)}…`],
    [`${'x'.repeat(290)}\u202e\u202e`, `${'x'.repeat(290)}\\u{202e}…`],
  ])('has no line that a log could not bear: %j', (text, line) => {
    const report = createReport()
    warn(report, 'value-unknown', text, { path: text })
    fail(report, 'body-empty', text, { path: text })
    for (const { message, path } of [report.warnings[0] as Warning, report.failure as Failure]) {
      expect(message).toBe(line)
      expect(path?.length).toBeLessThanOrEqual(200)
      expect(path?.slice(0, 100)).toBe(line.slice(0, 100))
    }
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
