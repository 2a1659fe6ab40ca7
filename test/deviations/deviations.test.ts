import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parseDeliverReq } from '../../src/index.js'
import {
  type BuildOptions,
  buildDeliverReq,
  type DeliverReqInput,
  DEVIATIONS as PUBLIC,
  toDeliverReq,
} from '../../src/testing/index.js'
import { WARNING_STATUS } from '../../src/warnings.js'
import { RICH } from './samples.js'
import { buildDeviating, DEVIATIONS, type DeviationName } from './table.js'

const NAMES = Object.keys(DEVIATIONS) as DeviationName[]
const PACKINGS: readonly BuildOptions[] = [
  {},
  { prefixes: 'prefixed', lineEnd: 'lf' },
  { prefixes: 'per-element', foldHeaders: true, container: 'mixed' },
  { preamble: true },
]
/** A message as poor as can be. */
const POOR: DeliverReqInput = { sender: { kind: 'unknown', value: 'x' }, namespace: '' }

describe('the table of deviations', () => {
  it('has one at least for every warning', () => {
    // A built message has no Content-Length; what is omitted comes with what is not; and a message may
    // have parts: only another operation can have some too many.
    const others = ['content-length-mismatch', 'warnings-omitted', 'part-unexpected']
    const covered = new Set([...others, ...Object.values(DEVIATIONS).map(({ warning }) => warning)])
    expect(Object.keys(WARNING_STATUS).filter((code) => !covered.has(code))).toEqual([])
  })
})

describe('the page of the guide', () => {
  it('tells of every deviation', () => {
    const page = readFileSync('docs/guide/testing.md', 'utf8')
    const rows = Object.entries(PUBLIC).map(([name, deviation]) => {
      const { about, warning, needs = '', isHarmless } = deviation
      const told = about.replace(/<[^>]*>/g, '`$&`')
      return `| \`${name}\` | ${told} | \`${warning}\` | ${needs.replace(' < ', ' `<` ')} | ${isHarmless ? 'yes' : 'no'} |`
    })
    const head =
      '| Name | What is wrong | Warning | Needs | Read as it was meant |\n|---|---|---|---|---|\n'
    expect(page).toContain(head + rows.join('\n'))
  })
})

describe.each(NAMES)('the deviation %s', (name) => {
  const { warning, isHarmless, needs } = DEVIATIONS[name]

  it.each(PACKINGS)('gives its warning and no other, packed as %j', (packing) => {
    const read = parseDeliverReq(buildDeviating(RICH, { ...packing, deviations: [name] }))
    expect(read.warnings.map(({ code }) => code)).toEqual([warning])
  })

  it('leaves the message as it is, if the table says so, and only then', () => {
    const message = toDeliverReq(RICH)
    for (const preamble of [false, true]) {
      const read = parseDeliverReq(buildDeviating(RICH, { preamble, deviations: [name] }))
      expect(isDeepStrictEqual({ ...read, warnings: [] }, message)).toBe(isHarmless)
    }
  })

  it('tells what it needs of a message that lacks it', () => {
    const build = () => buildDeviating(POOR, { deviations: [name] })
    if (needs === undefined) expect(build).not.toThrow()
    else expect(build).toThrow(TypeError)
  })
})

describe('deviations', () => {
  it('can be more than one', () => {
    const deviations: DeviationName[] = ['dangling-href', 'no-blank-line', 'undeclared-prefix']
    const { warnings } = parseDeliverReq(buildDeviating(RICH, { deviations }))
    expect(warnings.map(({ code }) => code)).toEqual([
      'blank-line-missing',
      'prefix-undeclared',
      'href-unmatched',
    ])
  })

  it('are a closed set', () => {
    const deviations = ['constructor' as keyof typeof PUBLIC]
    expect(() => buildDeliverReq({}, { deviations })).toThrow('There is no deviation constructor.')
  })

  it.each(Object.keys(PUBLIC) as (keyof typeof PUBLIC)[])('can be had by name: %s', (name) => {
    const read = parseDeliverReq(buildDeliverReq(RICH, { deviations: [name] }))
    expect(read.warnings.map(({ code }) => code)).toEqual([PUBLIC[name].warning])
    expect(() => buildDeliverReq(POOR, { deviations: [name] })).toThrow(
      `The deviation ${name} needs`,
    )
  })

  it('say which of them text is a deviation of old', () => {
    const namespace = `${toDeliverReq({}).namespace.replace(/REL.*/, '')}REL-5-MM7-1-0`
    const read = parseDeliverReq(buildDeviating({ namespace }, { deviations: ['sender-as-text'] }))
    expect(read.warnings).toEqual([])
  })

  it('take a namespace that differs from that of the message, whatever that is', () => {
    const namespace = `${toDeliverReq({}).namespace.replace(/REL.*/, '')}REL-5-MM7-1-2`
    const request = buildDeviating({ namespace }, { deviations: ['two-namespaces'] })
    expect(parseDeliverReq(request).warnings.map(({ code }) => code)).toEqual(['namespace-mixed'])
  })

  it('write what is wrong with a sender that is only shown', () => {
    const sender = { kind: 'number', value: '1', displayOnly: true } as const
    const request = buildDeviating({ sender }, { deviations: ['capital-boolean'] })
    expect(new TextDecoder().decode(request.body)).toContain('displayOnly="True"')
    expect(parseDeliverReq(request).sender.displayOnly).toBe(true)
  })

  it('say so where one leaves nothing to another', () => {
    const build =
      (...deviations: DeviationName[]) =>
      () =>
        buildDeviating(RICH, { deviations })
    expect(build('no-content-element', 'dangling-href')).toThrow('no Content to be wrong about')
    expect(build('nested-operation', 'bare-ampersand')).not.toThrow()
  })

  it('say so where no text has what they are about', () => {
    const build = () => buildDeviating({}, { deviations: ['bare-ampersand'] })
    expect(build).toThrow('nothing to be wrong about')
  })

  it('make a bare envelope of another type, too', () => {
    const request = buildDeviating({}, { deviations: ['wrong-content-type'] })
    expect(request.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(parseDeliverReq(request).warnings.map(({ code }) => code)).toEqual([
      'content-type-unexpected',
    ])
  })
})
