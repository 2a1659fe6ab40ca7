import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { written } from '../../src/cli/html/markup.js'
import { sourceMarkup } from '../../src/cli/html/source.js'
import { run } from '../../src/cli/run.js'
import type { DeliverReqInput } from '../../src/testing/index.js'
import { allCaptures } from '../integration/captures.js'
import { FIXTURES } from '../support/root.js'
import { captureOf } from './captures.js'
import { fakeHost } from './fake-host.js'
import { hostileCapture, SCRIPT } from './hostile-capture.js'

function pageOf(capture: Uint8Array, ...args: string[]): string {
  const host = fakeHost({ 'in/capture.http': capture })
  run(['inspect', '--html', 'page.html', ...args, 'in/capture.http'], host)
  return Buffer.from(host.files.get('page.html') ?? '').toString()
}

const fixture = (name: string) => readFileSync(join(FIXTURES, name))
const built = (input: DeliverReqInput, deviations: string[] = []) =>
  pageOf(captureOf(input, { deviations: deviations as never[] }))

/** The part of a page that is headed so. */
const section = (page: string, id: string) =>
  new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? ''

/** Every tag of the page, which our own templates write. */
const tagsOf = (page: string) =>
  new Set([...page.matchAll(/<([a-z][\w-]*)/g)].map(([, name = '']) => name))

describe('mm7 inspect --html', () => {
  it('writes the page, and says in a line how it went', () => {
    const host = fakeHost({ 'a.http': captureOf({ transactionId: 'tx-1' }) })
    expect(run(['inspect', 'a.http', '--html', 'page.html'], host)).toBe(0)
    expect(host.printed).toEqual(['a.http: read; transaction "tx-1"\n'])
    expect(host.shown).toEqual(['reading a.http', 'writing page.html', ''])
    expect(Buffer.from(host.files.get('page.html') ?? '').toString()).toMatch(/^<!doctype html>/)
  })

  it('has no answer with --no-answer', () => {
    expect(pageOf(captureOf({}), '--no-answer')).not.toContain('answer')
    expect(pageOf(captureOf({}))).toContain('<h2 id="answer-title">Answer</h2>')
  })

  it('writes it to the standard output, or beside the JSON', () => {
    const host = fakeHost({ '-': captureOf({}) })
    expect(run(['inspect', '-', '--html=-'], host)).toBe(0)
    expect(host.printed.join('')).toMatch(
      /^<!doctype html>[\s\S]*<h1>A request<\/h1>[\s\S]*<\/html>\n$/,
    )
    const other = fakeHost({ x: captureOf({}) })
    run(['inspect', 'x', '--json', '--html=page'], other)
    expect(JSON.parse(other.printed.join(''))).toHaveProperty('answer')
    expect(other.files.has('page')).toBe(true)
  })

  it('ends with 1 for a message that is refused, and shows why and what there is', () => {
    const host = fakeHost({ x: new TextEncoder().encode('POST / HTTP/1.1\r\n\r\n') })
    expect(run(['inspect', 'x', '--html', 'p'], host)).toBe(1)
    const page = Buffer.from(host.files.get('p') ?? '').toString()
    expect(page).toContain('Refused: body-empty, status 2007 Message format corrupt.')
    expect(section(page, 'message')).toContain('There is nothing to show.')
    expect(section(page, 'parts')).toContain('None could be read.')
    expect(section(page, 'fields')).toContain('None could be read.')
    expect(section(page, 'warnings')).toContain('<li class="bad" id="refusal">')
  })

  it('loads nothing and runs nothing: its policy allows its own style and data alone', () => {
    const page = built({})
    const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]
    expect(policy?.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; media-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(page).not.toMatch(/\son\w+=|<script|style="|url\(/)
  })

  it('is well-formed, its links lead somewhere and its ids are unique, for every capture', () => {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message)
      },
    })
    for (const { name } of allCaptures()) {
      const page = pageOf(fixture(name))
      const xml = page
        .replace('<!doctype html>', '')
        .replace(/<((?:meta|img|br)(?:\s[^<>]*)?)>/g, '<$1/>')
        .replaceAll(' controls ', ' controls="" ')
      expect(() => parser.parseFromString(xml, 'text/xml'), name).not.toThrow()
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, name).toBe(ids.length)
      const links = [...page.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href)
      expect(
        links.filter((href) => !href.startsWith('#') || !ids.includes(href.slice(1))),
        name,
      ).toEqual([])
    }
  })
})

describe('the message', () => {
  it('is shown slide by slide', () => {
    const page = pageOf(fixture('handsets/android-messages-group.http'))
    const message = section(page, 'message')
    expect([...message.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)).toEqual([
      'Slide 1, 5 s',
      'Slide 2, 5 s',
      'Slide 3, 5 s',
      'Slide 4, 5 s',
    ])
    expect(message).toContain('<p><strong>Saturday</strong></p>')
    expect(message).toMatch(
      /<img src="data:image\/png;base64,iVBOR[\w+/=]+" alt="“image000000.png” \(image\/png\)" width="160" height="120">/,
    )
    expect(message).toContain('<pre dir="auto">BEGIN:VCARD\nVERSION:2.1\n')
    expect(message).toContain(
      '<p class="text" dir="auto">Sea or hills?\nAnn has the car, here is her number.</p>',
    )
  })

  it('is shown whole where there is no SMIL, and marks what is on no slide', () => {
    expect(section(built({ attachments: [{ text: 'Hi' }] }), 'message')).toContain(
      '<h3>All of it</h3><p class="text" dir="auto">Hi</p>',
    )
    const smil = '<smil><par><text src="a" /><img src="gone.png" alt="x"/></par></smil>'
    const page = built({
      attachments: [
        { text: smil, mediaType: 'application/smil' },
        { text: 'Hi', contentId: 'a' },
        { bytes: Uint8Array.of(1), name: `${'long'.repeat(40)}.bin` },
      ],
    })
    expect(section(page, 'message')).toMatch(
      /<h3>Slide 1<\/h3>.*<p class="card">“gone.png” is not in the message\.<\/p>.*<h3>Not on any slide<\/h3><p class="card">“(?:long){25}…” \(application\/octet-stream\), 1 bytes: not shown\./,
    )
  })

  it('has media of types that cannot run, by what they are', () => {
    const page = built({
      attachments: [
        { bytes: Buffer.from('ID3\x03'), mediaType: 'audio/mpeg' },
        { bytes: Buffer.from('\0\0\0\x18ftyp3gp4'), mediaType: 'text/html' },
        { bytes: Buffer.from('GIF89a'), mediaType: 'image/svg+xml' },
        { bytes: Buffer.from('#!AMR\n'), mediaType: 'audio/amr' },
        { bytes: Buffer.from('<svg/>'), mediaType: 'image/gif' },
      ],
    })
    const sources = [...page.matchAll(/<(\w+)(?: controls)? src="(data:[^;]+)/g)]
    expect(sources.map(([, element, type]) => [element, type])).toEqual([
      ['audio', 'data:audio/mpeg'],
      ['video', 'data:video/3gpp'],
      ['img', 'data:image/gif'],
    ])
  })

  it('has what is on many slides in the page a few times only', () => {
    const bytes = new Uint8Array(400_000)
    bytes.set(Buffer.from('GIF89a\x01\0\x01\0'))
    const attachments = [
      {
        text: `<smil>${'<par><img src="a"/></par>'.repeat(500)}</smil>`,
        mediaType: 'application/smil',
      },
      { bytes, mediaType: 'image/gif', contentId: 'a' },
    ]
    const page = built({ attachments })
    expect(page.match(/<img /g)).toHaveLength(3)
    expect(page.match(/see <a href="#slide-1">slide 1<\/a>/g)).toHaveLength(497)
  })

  it('has the text that the SMIL has for a picture, whose dimensions may be nothing', () => {
    const smil = '<smil><par><img src="a" alt=" A &amp; B "/></par></smil>'
    const page = built({
      attachments: [
        { text: smil, mediaType: 'application/smil' },
        { bytes: Buffer.from('GIF89a\0\0\0\0'), mediaType: 'image/gif', contentId: 'a' },
      ],
    })
    expect(page).toContain('alt="A &amp; B"><figcaption>“a” (image/gif)</figcaption>')
  })

  it('cuts a text that is very long', () => {
    const page = section(built({ attachments: [{ text: 'x'.repeat(30_000) }] }), 'message')
    expect(page).toContain(`${'x'.repeat(20_000)}… (10000 more characters)</p>`)
  })
})

describe('the source', () => {
  const sourceOf = (...args: Parameters<typeof pageOf>) => section(pageOf(...args), 'source')

  it('has a mark at the byte of each warning, which leads to it, and it to the mark', () => {
    const page = pageOf(fixture('skycore/deliver-req.crlf.http'))
    const warnings = section(page, 'warnings')
    const places = [...warnings.matchAll(/href="#byte-(\d+)"/g)].map(([, offset]) => Number(offset))
    expect(places.length).toBeGreaterThan(5)
    const body = fixture('skycore/deliver-req.crlf.http').subarray(345)
    const marks = [
      ...section(page, 'source').matchAll(/<mark id="byte-(\d+)">(.*?)<a href="#(warning-\d+)"/g),
    ]
    expect(new Set(marks.map(([, offset]) => Number(offset)))).toEqual(new Set(places))
    for (const [, offset, text = '', id] of marks) {
      const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
      expect(body.subarray(Number(offset)).toString('latin1').startsWith(plain)).toBe(true)
      expect(warnings).toMatch(new RegExp(`<li id="${id}">`))
    }
  })

  it('has one mark for two warnings at a byte', () => {
    const source = sourceOf(fixture('skycore/deliver-req.crlf.http'))
    expect(source).toMatch(
      /<mark id="byte-1250">&lt;Binary<a href="#warning-(\d+)"[^>]*>\1<\/a><a href="#warning-\d+"/,
    )
  })

  it('has a mark after the last byte, where the body ends too early', () => {
    expect(sourceOf(fixture('synthetic/truncated.http'))).toMatch(
      /<mark id="byte-1325">∎<a href="#warning-1" title="Warning 1: delimiter-not-closed"/,
    )
    const capture = Buffer.from(captureOf({ attachments: [{ text: 'x' }] }))
    const cut = capture.subarray(0, capture.lastIndexOf('--', capture.length - 6))
    expect(sourceOf(cut)).toMatch(/<span class="no"><\/span>|<mark id="byte-\d+">∎/)
  })

  it('has a mark where a line ends, and where the message was refused', () => {
    const page = pageOf(
      Buffer.from('Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\r\n<a>\r\n--b--\r\n'),
    )
    expect(section(page, 'source')).toMatch(
      /<mark id="byte-\d+">[^<]*<a href="#refusal" title="Refused: [a-z-]+" aria-label="Refused: [a-z-]+">!<\/a>/,
    )
  })

  it('shows bytes that are none of a character, and pictures in hexadecimal', () => {
    const source = section(
      built({
        attachments: [
          { bytes: Buffer.from('A text in Latin-1 with one \xe9 in it', 'latin1') },
          {
            bytes: Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) % 256),
            mediaType: 'image/jpeg',
          },
        ],
      }),
      'source',
    )
    expect(source).toContain('with one <span class="odd">\\xe9</span> in it')
    expect(source).toMatch(/<div class="row hex"><span class="no"> *\d+<\/span><code>00 07 0e 15 /)
    expect(source).toMatch(/<div class="gap">… \d+ bytes left out …<\/div>/)
  })

  it('leaves out much of a long text, and no line that has a mark', () => {
    const lines = Array.from({ length: 2000 }, (_, i) => `line ${i}`).join('\r\n')
    const source = section(
      built({ attachments: [{ text: lines }, { text: 'y'.repeat(5000) }] }, ['undeclared-prefix']),
      'source',
    )
    expect(source).toContain('line 100<')
    expect(source).not.toContain('line 1000<')
    expect(source).toContain('line 1999<')
    expect(source).toContain('<mark id="byte-')
    expect(source.match(/y{1000}/g)).toHaveLength(5)
  })
})

describe('a mark', () => {
  it('is a word at most, and never cut within a character', () => {
    const body = Buffer.from(`${'東'.repeat(20)} x`)
    const page = written(sourceMarkup(body, [{ offset: 0, links: [] }]))
    expect(page).toContain(`<mark id="byte-0">${'東'.repeat(14)}</mark>${'東'.repeat(6)} x`)
  })
})

describe('what is much', () => {
  it('is shown in pieces, never cut within a character', () => {
    const source = section(built({ attachments: [{ text: '東'.repeat(1000) }] }), 'source')
    const pieces = [...source.matchAll(/<span class="no">\d*<\/span><code>(東+)</g)]
    expect(pieces.map(([, piece = '']) => piece.length)).toEqual([333, 333, 333, 1])
  })

  it('is one line after a hundred thousand', () => {
    const source = section(built({ attachments: [{ text: '\n'.repeat(150_000) }] }), 'source')
    expect(source.length).toBeLessThan(100_000)
    expect(source).toContain('<span class="no"></span>')
    expect(source).not.toContain('<span class="no">100002</span>')
  })
})

describe('the page of a hostile capture', () => {
  const page = pageOf(hostileCapture())

  it('has all that was sent as text', () => {
    const expected = tagsOf(pageOf(fixture('handsets/android-messages-group.http')))
    for (const tag of ['mark', 'code', 'br', 'strong', 'span', 'li', 'figure']) expected.add(tag)
    expect([...tagsOf(page)].filter((tag) => !expected.has(tag))).toEqual([])
    expect(page).not.toContain('<script')
    expect(page.split(SCRIPT)).toHaveLength(1)
  })

  it('has no media that could run, and names nothing outside', () => {
    expect(page).not.toMatch(/ src="(?!data:image\/(?:png|gif|jpeg))/)
    expect(page).not.toMatch(/ href="(?!#)/)
  })

  it('has neither controls nor marks that turn text around', () => {
    const evil = 'a\u009b31m\u202eb\u2066\0'
    const other = built({
      subject: evil,
      linkedId: evil,
      attachments: [{ text: evil, name: evil }],
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(other).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
    expect(other).toContain('a\\u{9b}31m\\u{202e}b')
  })
})
