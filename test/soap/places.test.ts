import { describe, expect, it } from 'vitest'
import { parseDeliverReq } from '../../src/index.js'
import { deliverReq, envelope } from '../mm7/given.js'

/** A hundred recipients, the 57th with something wrong, and text of many bytes before it. */
function document(text = ''): string {
  const numbers = Array.from({ length: 100 }, (_, i) =>
    i === 56 ? '<Number displayOnly="maybe">57</Number>' : `<Number>${i + 1}</Number>`,
  )
  return envelope(
    deliverReq(`<!-- ${text} --><Recipients><To>${numbers.join('')}</To></Recipients>`),
  )
}

const ODD = '<Number displayOnly'

/** @returns what is at the place of the warning about the value, as text of one byte a character */
function placeIn(body: Uint8Array, contentType = 'text/xml'): string {
  const { warnings } = parseDeliverReq({ headers: { 'content-type': contentType }, body })
  const found = warnings.find(({ code }) => code === 'value-malformed')
  expect(found?.path).toBe('Recipients/To/Number')
  return Buffer.from(body.subarray(found?.offset, (found?.offset ?? 0) + 60)).toString('latin1')
}

function wide(text: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

describe('the place of the 57th of 100 recipients is exact', () => {
  it.each([
    ['ASCII', 'abc'],
    ['two bytes', 'äöü'],
    ['three bytes', '€ 東京'],
    ['four bytes', '😀😀'],
    ['U+FFFD as sent', 'a\ufffd€😀'],
  ])('in UTF-8 with %s', (_, text) => {
    expect(placeIn(Buffer.from(document(text)))).toMatch(ODD)
  })

  it('behind a byte order mark', () => {
    expect(placeIn(Buffer.from(`\ufeff${document('€')}`))).toMatch(ODD)
  })

  it.each(['latin1', 'iso-8859-1', 'windows-1252'])('in %s', (charset) => {
    expect(placeIn(Buffer.from(document('äöü'), 'latin1'), `text/xml; charset=${charset}`)).toMatch(
      ODD,
    )
  })

  it.each([true, false])('in UTF-16, big-endian: %s', (isBig) => {
    const found = placeIn(wide(document('€ 😀'), isBig), 'text/xml; charset=utf-16')
    expect(found.replaceAll('\0', '')).toMatch(ODD)
    expect(found.indexOf('<')).toBe(isBig ? 1 : 0)
  })

  it('in EUC-KR', () => {
    const [before = '', after = ''] = document('|').split('|')
    const korean = Buffer.of(0xb0, 0xa1, 0xc7, 0xd1, 0xb1, 0xdb)
    const body = Buffer.concat([Buffer.from(before), korean, Buffer.from(after)])
    expect(placeIn(body, 'text/xml; charset=euc-kr')).toMatch(ODD)
  })

  it.each([
    ['CESU-8', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
    [
      'CESU-8 and UTF-8',
      [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0xf0, 0x9f, 0x98, 0x80, 0x61, 0xe2, 0x82, 0xac],
    ],
    [
      'CESU-8 and bytes of nothing',
      [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0xff, 0xed, 0xa0, 0xbd, 0x61],
    ],
    ['bytes of nothing', [0xff, 0xc3, 0x28, 0xe2, 0x82, 0x28]],
  ])('in %s', (_, bytes) => {
    const [before = '', after = ''] = document('|').split('|')
    const body = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)])
    expect(placeIn(body)).toMatch(ODD)
  })

  it('behind repairs of every kind', () => {
    const repaired = document().replace(
      deliverReq().slice(0, 40),
      `<x a="1"b=2 c d=“3” d="4">& &#1; &#xD83D;&#xDE00; < ]]>€</x>${deliverReq().slice(0, 40)}`,
    )
    expect(placeIn(Buffer.from(repaired.replace('<To>', '<To>&')))).toMatch(ODD)
  })

  it.each(['8bit', 'binary'])('in a part that is called %s', (encoding) => {
    const part = `--b\r\nContent-Type: text/xml\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`
    const body = Buffer.from(`${part}${document('€')}\r\n--b--\r\n`)
    expect(placeIn(body, 'multipart/related; type="text/xml"; boundary=b')).toMatch(ODD)
  })

  it('where it was encoded, that is of the part', () => {
    const part = '--b\r\nContent-Type: text/xml\r\nContent-Transfer-Encoding: base64\r\n\r\n'
    const encoded = Buffer.from(document('€')).toString('base64')
    const body = Buffer.from(`${part}${encoded}\r\n--b--\r\n`)
    const found = placeIn(body, 'multipart/related; type="text/xml"; boundary=b')
    expect(found.startsWith(encoded.slice(0, 40))).toBe(true)
  })
})

describe('CESU-8', () => {
  const cesu = Buffer.of(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80)
  const read = (bytes: Uint8Array, contentType = 'text/xml; charset=utf-8') => {
    const [before = '', after = ''] = envelope(deliverReq('<Subject>|</Subject>')).split('|')
    const body = Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)])
    const { subject, warnings } = parseDeliverReq({
      headers: { 'content-type': contentType },
      body,
    })
    return [subject, warnings.map(({ code }) => code)]
  }

  it('is read as what it is, and reported', () => {
    expect(read(cesu)).toEqual(['😀', ['charset-contradiction']])
    expect(read(Buffer.concat([cesu, Buffer.from('é😀')]))).toEqual([
      '😀é😀',
      ['charset-contradiction'],
    ])
  })

  it('with bytes of no charset is read as far as it is one', () => {
    expect(read(Buffer.concat([cesu, Buffer.of(0xff)]))).toEqual([
      '😀\ufffd',
      ['charset-invalid-bytes'],
    ])
  })

  it('with half of a pair is not one', () => {
    expect(read(cesu.subarray(0, 3))).toEqual(['\ufffd\ufffd\ufffd', ['charset-invalid-bytes']])
  })

  it('that is called so deviates in nothing', () => {
    expect(read(cesu, 'text/xml; charset=cesu-8')).toEqual(['😀', []])
  })

  it('has places before those that were asked for first', () => {
    const [before = '', after = ''] = document('|').split('|')
    const body = Buffer.concat([
      Buffer.from(before),
      cesu,
      Buffer.from(after.replace('</DeliverReq>', '<Subject>&</Subject></DeliverReq>')),
    ])
    expect(placeIn(body)).toMatch(ODD)
  })

  it('is Latin-1 where that is said', () => {
    const [subject] = read(cesu, 'text/xml; charset=iso-8859-1')
    expect(subject).toHaveLength(6)
  })
})
