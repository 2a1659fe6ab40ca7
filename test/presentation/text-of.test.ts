import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/presentation/index.js'
import { type GivenPart, message, part } from './given.js'

const PLAIN = 'text/plain'
const plain = (text: string, others: GivenPart = {}) => ({ type: PLAIN, text, ...others })
const text = (...parts: readonly GivenPart[]) => textOf({ attachments: parts.map(part) })

describe('textOf', () => {
  it('is the text parts in the order of the slides, then the others', () => {
    const given = message(
      '<par><text src="b"/><img src="c"/></par><par><text src="a"/></par>',
      plain('Sent from an Example mobile'),
      plain('2', { name: 'a' }),
      plain('1', { name: 'b' }),
      { name: 'c' },
    )
    expect(textOf(given)).toBe('1\n2\nSent from an Example mobile')
  })

  it('has each part once, and two that say the same both', () => {
    const twice = '<text src="a"/><text src="a"/><text src="b"/>'
    expect(textOf(message(twice, plain('Yes', { id: 'a' }), plain('Yes', { id: 'b' })))).toBe(
      'Yes\nYes',
    )
  })

  it('is the first 16 Mi characters, where a message may be longer', () => {
    const half = 'a'.repeat(9 * 1024 * 1024)
    const lengths = text(plain(half), plain(half), plain('b'))
      .split('\n')
      .map(({ length }) => length)
    expect(lengths).toEqual([half.length, 16 * 1024 * 1024 - half.length])
    expect(text(plain(half + half))).toHaveLength(16 * 1024 * 1024)
  })

  it('has words that the SMIL holds itself', () => {
    expect(
      textOf(message('<text src="See you at eight"/><text src="x.txt"/><img src="not a text"/>')),
    ).toBe('See you at eight')
  })

  it('has LF for line ends, and neither blanks around nor blank parts', () => {
    expect(text(plain('\ufeff a\r\nb\rc\0 \n'), plain(' \r\n\n'), plain('\0'), plain('d'))).toBe(
      'a\nb\nc\nd',
    )
  })

  it.each<[string, GivenPart, string]>([
    ['UTF-8', plain('Café'), 'Café'],
    [
      'windows-1252 where it is no UTF-8',
      plain('', { bytes: Buffer.from('Caf\xe9', 'latin1') }),
      'Café',
    ],
    [
      'the charset',
      plain('', { bytes: Buffer.from('Caf\xe9', 'latin1'), charset: 'iso-8859-1' }),
      'Café',
    ],
    [
      'the charset, also where it does not fit',
      plain('', { bytes: Buffer.from('Caf\xe9', 'latin1'), charset: 'utf-8' }),
      'Caf\ufffd',
    ],
    ['the byte order mark', plain('', { bytes: Buffer.from('\ufeffCafé', 'utf16le') }), 'Café'],
  ])('is read by %s', (_, given, expected) => {
    expect(text(given)).toBe(expected)
  })

  it.each<GivenPart>([
    { type: 'text/x-vcard', text: 'BEGIN:VCARD' },
    { type: 'text/calendar', text: 'BEGIN:VCALENDAR' },
    plain('BEGIN:VCARD\r\nVERSION:2.1\r\nEND:VCARD'),
    plain('\r\nbegin:vcalendar\r\n'),
    { type: 'text/css', text: 'p {}' },
    { type: 'application/vnd.oma.drm.message', text: '--b' },
    { type: 'application/smil', text: '<smil/>', isPresentation: true },
    plain('<smil><par><text src="x"/></par></smil>'),
  ])('has nothing of %j', (given) => {
    expect(text(given, plain('Hi'))).toBe('Hi')
    expect(text(given)).toBe('')
  })

  it('has nothing of a message without text', () => {
    expect(text({ type: 'image/png' })).toBe('')
    expect(textOf({})).toBe('')
  })
})

describe('HTML', () => {
  const html = (body: string, type = 'text/html') => ({ type, text: body })

  it('counts where no plain text says anything', () => {
    expect(text(html('<p>Hello</p>'), plain('Hi'))).toBe('Hi')
    expect(text(plain(' \n'), html('<p>Hello</p>'))).toBe('Hello')
    expect(text(html('<p>A</p>', 'application/xhtml+xml'), html('B'))).toBe('A\nB')
  })

  it('is from the first 512 Ki characters of HTML, of all parts together', () => {
    const half = `<p>a</p>${' '.repeat(256 * 1024 - 8)}`
    expect(text(html(half), html(`<p>b</p>${half}`), html('<p>c</p>'))).toBe('a\nb\na')
    expect(text(html(`${half}${half}<p>c</p>`))).toBe('a\na')
  })

  it.each([
    [
      '<html><head><title>T</title><style>p > b {}</style></head><body>A &amp; B<br>C</body></html>',
      'A & B\nC',
    ],
    [
      '<!DOCTYPE html><!-- <p>x</p> --><p>One\r\n  <b>two</b></p>\n\n<p>three</p>',
      'One two\nthree',
    ],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a\nb'],
    ['a<script>if (1 < 2) document.write("</p>")</script>b', 'ab'],
    ['a<script/>b', 'ab'],
    ['a<style>b', 'a'],
    ['a<!-- b', 'a'],
    ['1 < 2 &lt; 3 &euro;', '1 < 2 < 3 &euro;'],
    ['<b> </b><b> </b>a', 'a'],
  ])('%j is read as %j', (body, expected) => {
    expect(text(html(body))).toBe(expected)
  })
})
