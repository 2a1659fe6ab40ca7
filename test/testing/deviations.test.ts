import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parseDeliverReq } from '../../src/index.js'
import {
  type BuildOptions,
  buildDeliverReq,
  DEVIATIONS,
  type DeliverReqInput,
  type DeviationName,
  toDeliverReq,
} from '../../src/testing/index.js'
import { WARNING_STATUS } from '../../src/warnings.js'
import { RICH } from './samples.js'

const NAMES = Object.keys(DEVIATIONS) as DeviationName[]
const PACKINGS: readonly BuildOptions[] = [
  {},
  { prefixes: 'prefixed', lineEnd: 'lf' },
  { prefixes: 'per-element', foldHeaders: true, container: 'mixed' },
]
/** A message as poor as can be. */
const POOR: DeliverReqInput = { sender: { kind: 'unknown', value: 'x' }, namespace: '' }

describe('the table of deviations', () => {
  it('has one at least for every warning', () => {
    const covered = new Set(Object.values(DEVIATIONS).map(({ warning }) => warning))
    expect(Object.keys(WARNING_STATUS).filter((code) => !covered.has(code as never))).toEqual([])
  })
})

describe.each(NAMES)('the deviation %s', (name) => {
  const { warning, isHarmless, needs } = DEVIATIONS[name]

  it.each(PACKINGS)('gives its warning and no other, packed as %j', (packing) => {
    const read = parseDeliverReq(buildDeliverReq(RICH, { ...packing, deviations: [name] }))
    expect(read.warnings.map(({ code }) => code)).toEqual([warning])
  })

  it('leaves the message as it is, if the table says so, and only then', () => {
    const read = parseDeliverReq(buildDeliverReq(RICH, { deviations: [name] }))
    const message = toDeliverReq(RICH)
    expect(isDeepStrictEqual({ ...read, warnings: [] }, message)).toBe(isHarmless)
  })

  it('tells what it needs of a message that lacks it', () => {
    const build = () => buildDeliverReq(POOR, { deviations: [name] })
    if (needs === undefined) expect(build).not.toThrow()
    else expect(build).toThrow(TypeError)
  })
})

describe('deviations', () => {
  it('can be more than one', () => {
    const deviations: DeviationName[] = ['dangling-href', 'no-blank-line', 'undeclared-prefix']
    const { warnings } = parseDeliverReq(buildDeliverReq(RICH, { deviations }))
    expect(warnings.map(({ code }) => code)).toEqual([
      'blank-line-missing',
      'prefix-undeclared',
      'content-href-unmatched',
    ])
  })

  it('are a closed set', () => {
    const deviations = ['constructor' as DeviationName]
    expect(() => buildDeliverReq({}, { deviations })).toThrow('There is no deviation constructor.')
  })

  it('say which of them text is a deviation of old', () => {
    const namespace = `${toDeliverReq({}).namespace.replace(/REL.*/, '')}REL-5-MM7-1-0`
    const read = parseDeliverReq(buildDeliverReq({ namespace }, { deviations: ['sender-as-text'] }))
    expect(read.warnings).toEqual([])
  })

  it('make a bare envelope of another type, too', () => {
    const request = buildDeliverReq({}, { deviations: ['wrong-content-type'] })
    expect(request.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(parseDeliverReq(request).warnings.map(({ code }) => code)).toEqual([
      'content-type-unexpected',
    ])
  })
})
