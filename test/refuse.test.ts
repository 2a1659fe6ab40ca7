import { describe, expect, it } from 'vitest'
import { refuse } from '../src/refuse.js'
import { createReport, fail, warn } from '../src/report.js'

describe('refuse', () => {
  it.each([
    [false, false, false, undefined],
    [false, true, false, undefined],
    [false, true, true, 'value-malformed'],
    [true, true, false, 'body-empty'],
    [true, true, true, 'body-empty'],
    [false, false, true, undefined],
  ])('throws: failure %s, warning %s, strict %s: %s', (hasFailure, hasWarning, strict, code) => {
    const report = createReport()
    if (hasWarning) warn(report, 'value-malformed', 'w', { path: 'p' })
    if (hasFailure) fail(report, 'body-empty', 'f')
    const partial = { transactionId: '1' }
    if (code === undefined)
      expect(() => refuse(report, strict, 'DeliverReq', () => partial)).not.toThrow()
    else {
      expect(() => refuse(report, strict, 'DeliverReq', () => partial)).toThrow(
        expect.objectContaining({ code, partial, operation: 'DeliverReq', transactionId: '1' }),
      )
    }
  })
})
