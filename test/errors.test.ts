import { describe, expect, it } from 'vitest'
import { FAILURE_STATUS, Mm7Error, type Mm7ErrorCode } from '../src/errors.js'
import { refuse } from '../src/refuse.js'
import { createReport, fail, quote, warn } from '../src/report.js'
import { statusText } from '../src/status.js'
import { WARNING_STATUS } from '../src/warnings.js'

describe('an Mm7Error', () => {
  it.each(Object.entries({ ...FAILURE_STATUS, ...WARNING_STATUS }))(
    'of %s has the status %i',
    (code, status) => {
      const error = new Mm7Error({ code: code as Mm7ErrorCode, message: 'm', partial: {} })
      expect(error.status).toEqual({ code: status, text: statusText(status) })
      expect([2004, 2007, 4003, 4004]).toContain(status)
    },
  )

  it('is an error with what was read', () => {
    const partial = { transactionId: '1', mm7Version: '2', namespace: '3' }
    const place = { offset: 4, path: '5' }
    const error = new Mm7Error({ code: 'sender-missing', message: 'm', partial, ...place })
    expect(error).toBeInstanceOf(Error)
    expect({ ...error }).toEqual({
      name: 'Mm7Error',
      code: 'sender-missing',
      status: { code: 4004, text: 'Validation error' },
      partial,
      ...partial,
      ...place,
    })
    expect(String(error)).toBe('Mm7Error: m')
  })

  it('lacks what was not', () => {
    const error = new Mm7Error({ code: 'body-empty', message: 'm', partial: {} })
    expect(Object.keys(error).sort()).toEqual(['code', 'name', 'partial', 'status'])
  })
})

describe('a report', () => {
  it('keeps each warning, and the first failure', () => {
    const report = createReport()
    warn(report, 'version-malformed', 'a', { path: 'p' })
    warn(report, 'version-malformed', 'a')
    fail(report, 'body-empty', 'b', { offset: 1 })
    fail(report, 'sender-missing', 'c')
    expect(report).toEqual({
      warnings: [
        { code: 'version-malformed', message: 'a', path: 'p' },
        { code: 'version-malformed', message: 'a' },
      ],
      failure: { code: 'body-empty', message: 'b', offset: 1 },
    })
  })

  it.each([
    [false, false, false, undefined],
    [false, true, false, undefined],
    [false, true, true, 'version-malformed'],
    [true, true, false, 'body-empty'],
    [true, true, true, 'body-empty'],
    [false, false, true, undefined],
  ])('is refused: failure %s, warning %s, strict %s', (hasFailure, hasWarning, strict, code) => {
    const report = createReport()
    if (hasWarning) warn(report, 'version-malformed', 'w', { path: 'p' })
    if (hasFailure) fail(report, 'body-empty', 'f')
    const partial = { transactionId: '1' }
    if (code === undefined) expect(() => refuse(report, strict, () => partial)).not.toThrow()
    else {
      expect(() => refuse(report, strict, () => partial)).toThrow(
        expect.objectContaining({ code, partial, transactionId: '1' }),
      )
    }
  })

  it('quotes in few words', () => {
    expect(quote('a"\n')).toBe('"a\\"\\n"')
    expect(quote('x'.repeat(60))).toHaveLength(62)
    expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`)
    expect(quote(`${'x'.repeat(59)}😀`)).toContain('\\ud83d')
  })
})
