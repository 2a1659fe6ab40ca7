import { describe, expect, it } from 'vitest'
import {
  answerNamespace,
  describeNamespace,
  isMm7,
  MM7,
  quoteNamespace,
  withoutWhiteSpace,
  XML,
  XMLNS,
} from '../../src/soap/namespaces.js'

const BASE = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/'

describe('the namespaces of MM7 (TS 23.140 annex L)', () => {
  it.each([
    ['REL-6-MM7-1-4', true],
    ['REL-5-MM7-1-0', true],
    ['REL-19-MM7-1-12', true],
    ['REL-123-MM7-1-0', false],
    ['REL-6-MM7-1-123', false],
    ['REL--MM7-1-4', false],
    ['REL-6-MM7-1-', false],
    ['REL-6-MM7-2-4', false],
    ['rel-6-mm7-1-4', false],
    ['REL-x-MM7-1-4', false],
    ['REL-6-MM7-1-x', false],
    ['xREL-6-MM7-1-4', false],
    ['REL-6-MM7-1-4/', false],
    ['', false],
  ])('are those of its releases: %s', (release, expected) => {
    expect(isMm7(BASE + release)).toBe(expected)
    expect(isMm7(release)).toBe(false)
    expect(isMm7(`x${BASE}${release}`)).toBe(false)
  })

  it.each([
    [`${BASE}REL-7-MM8`, true],
    [BASE, true],
    [BASE.replace('Specs', 'specs').toUpperCase(), true],
    [`x${BASE}`, false],
    [BASE.replace('www.3gpp', 'www-3gpp'), false],
    [BASE.replace('3gpp.org', '3gpp-org'), false],
    [BASE.replace('23.140', '23-140'), false],
    [BASE.slice(0, -1), false],
    ['urn:mm7', true],
    ['urn:MM7Submit.Req', true],
    ['URN:xml-MM7Header', true],
    ['urn:xml-xml-mm7', false],
    ['urn:xmm7', false],
    ['x-urn:mm7', false],
    ['urn:other', false],
    ['', false],
  ])('are meant, too: %s', (uri, isMeantForMm7) => {
    expect(describeNamespace(uri)).toEqual({ uri, compact: uri, isMm7: false, isMeantForMm7 })
  })

  it('may be broken in two', () => {
    const uri = ` ${BASE}\r\n\tREL-6-MM7-1-4 `
    expect(describeNamespace(uri)).toEqual({
      uri,
      compact: MM7,
      isMm7: true,
      isMeantForMm7: true,
    })
    expect(withoutWhiteSpace(' a  b\n')).toBe('ab')
  })
})

it('a namespace is quoted whole up to 60 characters, and then its end', () => {
  expect(quoteNamespace(`a${'b'.repeat(59)}`)).toBe(`"a${'b'.repeat(59)}"`)
  expect(quoteNamespace(`aa${'b'.repeat(59)}`)).toBe(`"…${'b'.repeat(59)}"`)
})

describe('the namespace of an answer', () => {
  it.each([
    [undefined, MM7],
    ['', MM7],
    [' \n', MM7],
    [XML, MM7],
    [XMLNS, MM7],
    ['urn:mm7', 'urn:mm7'],
    [' urn:\nmm7', 'urn:mm7'],
  ])('is that of the request, if it can be: %j', (uri, namespace) => {
    expect(answerNamespace(uri)).toBe(namespace)
  })
})
