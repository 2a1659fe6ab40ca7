import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { checkOptions } from '../src/options.js'

const TYPES = { strict: 'boolean', limits: 'object', lineEnd: ['crlf', 'lf'] } as const

describe('checkOptions', () => {
  it.each([
    {},
    { strict: true },
    { strict: undefined, limits: {} },
    { lineEnd: 'lf' },
    Object.freeze({ strict: true }),
    Object.assign(Object.create(null), { strict: true }),
    runInNewContext('({ strict: true })'),
  ])('takes %j', (options) => {
    expect(() => checkOptions(options, TYPES)).not.toThrow()
  })

  it.each([
    [null, 'Pass options as a plain object, such as { strict: true }, or leave them out.'],
    [true, 'Pass options as a plain object, such as { strict: true }, or leave them out.'],
    [
      new Map([['strict', true]]),
      'Pass options as a plain object, such as { strict: true }, or leave them out.',
    ],
    [['strict'], 'Pass options as a plain object, such as { strict: true }, or leave them out.'],
    [
      Object.create({ strict: true }),
      'Pass options as a plain object, such as { strict: true }, or leave them out.',
    ],
    [
      new (class Options {})(),
      'Pass options as a plain object, such as { strict: true }, or leave them out.',
    ],
    [{ stric: true }, 'There is no option called stric: the options are strict, limits, lineEnd.'],
    [
      { constructor: 1 },
      'There is no option called constructor: the options are strict, limits, lineEnd.',
    ],
    [{ strict: 'true' }, 'The option strict is of type boolean, not string.'],
    [{ strict: 1 }, 'The option strict is of type boolean, not number.'],
    [{ limits: null }, 'The option limits is of type object, not null.'],
    [{ limits: 5 }, 'The option limits is of type object, not number.'],
    [{ lineEnd: 'LF' }, 'The option lineEnd is one of crlf, lf.'],
    [{ lineEnd: null }, 'The option lineEnd is one of crlf, lf.'],
  ])('refuses %j', (options, message) => {
    expect(() => checkOptions(options as never, TYPES)).toThrow(new TypeError(message))
  })
})
