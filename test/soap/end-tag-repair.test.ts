import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../src/limits.js'
import { repairXml } from '../../src/soap/repair.js'
import { readText } from './given.js'

function repair(text: string): string {
  return repairXml(text, () => false, DEFAULT_LIMITS).text
}

describe('a start tag that was meant for an end tag', () => {
  it.each([
    ['<a><b>c<b></a>', '<a><b>c</b></a>'],
    ['<p:a><p:b>c<p:b></p:a>', '<p:a><p:b>c</p:b></p:a>'],
    ['<a><b>c<b> \n</a>', '<a><b>c</b> \n</a>'],
    ['<a><b>c<b></a >', '<a><b>c</b></a >'],
    ['<x:a><b>c<b></a>', '<x:a><b>c</b></x:a>'],
  ])('is read as one: %s', (text, expected) => {
    expect(repair(text)).toBe(expected)
    expect(readText(text).told).toContain(`end-tag-slash ${text.search(/<[:\w]+>\s*<\//)}`)
  })

  it.each([
    ['of another name', '<a><b>c<d></a>'],
    ['of another prefix', '<a><b>c<p:b></a>'],
    ['within what another end tag is of', '<a><b>c<b></d>'],
    ['with something in it', '<a><b>c<b>d</a>'],
    ['with an attribute', '<a><b>c<b e="f"></a>'],
    ['of the name that is around both', '<a><a>c<a></a>'],
    ['around which there is nothing', '<b>c<b></a>'],
  ])('is none %s: %s', (_, text) => {
    expect(repair(text)).toBe(text)
    const { report } = readText(text)
    expect(report.failure?.code).toBe('xml-malformed')
    expect(report.warnings.map(({ code }) => code)).not.toContain('end-tag-slash')
  })
})
