import { describe, expect, it } from 'vitest'
import { FAILURE_STATUS, Mm7Error, type Mm7ErrorCode } from '../src/errors.js'
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
    const error = new Mm7Error({ code: 'element-missing', message: 'm', partial, ...place })
    expect(error).toBeInstanceOf(Error)
    expect({ ...error }).toEqual({
      name: 'Mm7Error',
      code: 'element-missing',
      status: { code: 4004, text: 'Validation error' },
      partial,
      ...partial,
      ...place,
    })
    expect(String(error)).toBe('Mm7Error: m')
  })

  it('has the name of an operation, shortened to 60 characters that a log can bear', () => {
    const of = (operation: string) =>
      new Mm7Error({ code: 'element-missing', message: 'm', partial: {}, operation }).operation
    expect(of('a'.repeat(60))).toBe('a'.repeat(60))
    expect(of('a'.repeat(61))).toBe(`${'a'.repeat(59)}…`)
    expect(of(`${'a'.repeat(58)}😀x`)).toBe(`${'a'.repeat(58)}…`)
    expect(of('a\u061cb')).toBe('a\\u{61c}b')
  })

  it('may be of nothing that was read', () => {
    const error = new Mm7Error({ code: 'body-empty', message: 'm' })
    expect(error.partial).toEqual({})
    expect(error.status.code).toBe(2007)
  })

  it.each([
    ['m', 'undefined'],
    [undefined, 'undefined'],
    [{ message: 'm' }, 'undefined'],
    [{ code: 'constructor', message: 'm' }, 'constructor'],
    [{ code: 2007, message: 'm' }, '2007'],
  ])('is not made of %j, which has no code of the set', (init, found) => {
    expect(() => new Mm7Error(init as never)).toThrow(
      new TypeError(
        `Pass { code, message, partial }, with a code such as 'element-missing', not ${found}.`,
      ),
    )
  })

  it('lacks what was not', () => {
    const error = new Mm7Error({ code: 'body-empty', message: 'm', partial: {} })
    expect(Object.keys(error).sort()).toEqual(['code', 'name', 'partial', 'status'])
  })
})
