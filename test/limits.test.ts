import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type Limits, resolveLimits } from '../src/limits.js'
import { deliverReq, envelope, errorOf, parse } from './mm7/given.js'

describe('resolveLimits', () => {
  it('has every default, and what was chosen', () => {
    expect(resolveLimits(undefined)).toBe(DEFAULT_LIMITS)
    expect(resolveLimits({})).toEqual(DEFAULT_LIMITS)
    expect(resolveLimits({ parts: undefined } as unknown as Limits)).toEqual(DEFAULT_LIMITS)
    const limits = { bodyBytes: Infinity, parts: 1.5 }
    expect(resolveLimits(limits)).toEqual({ ...DEFAULT_LIMITS, ...limits })
  })

  it('has no limit above what runtimes can hold', () => {
    const names = Object.keys(DEFAULT_LIMITS)
    const all = resolveLimits(Object.fromEntries(names.map((name) => [name, Infinity])))
    expect(all).toMatchObject({ bodyBytes: Infinity, soapBytes: 2 ** 26, parts: 2 ** 20 })
    expect(all).toMatchObject({ xmlElements: 2 ** 20, xmlAttributes: 2 ** 16 })
    expect(resolveLimits({ headerBytes: 2 ** 30 }).headerBytes).toBe(2 ** 26)
    expect(resolveLimits({ headerBytes: 2 ** 20 }).headerBytes).toBe(2 ** 20)
  })

  it('takes them from an object that is frozen, or has no prototype', () => {
    const expected = { ...DEFAULT_LIMITS, parts: 1 }
    expect(resolveLimits(Object.freeze({ parts: 1 }))).toEqual(expected)
    expect(resolveLimits(Object.assign(Object.create(null), { parts: 1 }))).toEqual(expected)
  })

  class Chosen {
    get parts(): number {
      return 1
    }
  }

  it.each([
    [new Map([['parts', 1]])],
    [[1]],
    [new Date()],
    [null],
    [Object.create({ parts: 1 })],
    [Object.create(Object.assign(Object.create(null), { parts: 1 }))],
    [new Chosen()],
  ])('refuses %j for limits', (limits) => {
    expect(() => resolveLimits(limits as never)).toThrow(
      new TypeError('Pass the limits as a plain object, such as { bodyBytes: 4_000_000 }.'),
    )
  })

  it.each([0, -1, Number.NaN, '1', null])('refuses %j', (value) => {
    expect(() => resolveLimits({ parts: value } as unknown as Limits)).toThrow(
      new TypeError('The limit parts must be a number above 0, or Infinity for none.'),
    )
  })

  it('has defaults that one caller cannot change for all', () => {
    expect(Object.isFrozen(DEFAULT_LIMITS)).toBe(true)
  })

  it('refuses a name that is none, and tells those that are', () => {
    for (const name of ['xmlDeph', 'toString']) {
      const limits = { [name]: 1 } as Partial<Limits>
      expect(() => resolveLimits(limits)).toThrow(
        `There is no limit called ${name}: the limits are bodyBytes, soapBytes,`,
      )
    }
  })
})

describe('a limit of the envelope', () => {
  const TO = '<Number>1</Number>'
  it.each([
    ['soapBytes', 'soap-too-large', 60, ''],
    ['xmlDepth', 'xml-too-deep', 4, '<Recipients><To/></Recipients>'],
    ['xmlElements', 'too-many-elements', 8, `<Recipients><To>${TO}${TO}</To></Recipients>`],
    ['xmlAttributes', 'too-many-attributes', 2, '<Content href="" a="" b=""/>'],
  ] as const)('%s acts and leaves what was read before', (name, code, value, fields) => {
    const xml = envelope(deliverReq(fields))
    const limit = name === 'soapBytes' ? xml.length - value : value
    const error = errorOf(xml, { limits: { [name]: limit } })
    expect(error).toMatchObject({ code, transactionId: '1', mm7Version: '6.8.0' })
    expect(error.message).toContain(String(limit))
    expect(error.offset).toBeGreaterThan(0)
    expect(error.offset).toBeLessThanOrEqual(xml.length)
    expect(parse(xml, { limits: { [name]: xml.length } }).transactionId).toBe('1')
  })
})
