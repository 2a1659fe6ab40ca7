import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { Mm7Error } from '../src/errors.js'
import { type SplitOptions, splitMultipartRelated } from '../src/split-multipart-related.js'

const headers = { 'content-type': 'multipart/related; type="text/xml"; start="<a>"; boundary=b' }
const text = [
  '--b',
  'Content-Type: text/xml',
  'Content-ID: <a>',
  '',
  '<a/>',
  '--b',
  'Content-Type: image/jpeg; name=b.jpg',
  'Content-ID: <b>',
  'Content-Location: b.jpg',
  '',
  '\xff\xd8\0\r\n',
  '--b--',
].join('\r\n')
const body = Buffer.from(text, 'latin1')

function codeOf(options: SplitOptions | undefined, sent = text): string | undefined {
  try {
    splitMultipartRelated({ headers, body: Buffer.from(sent, 'latin1') }, options)
  } catch (error) {
    if (error instanceof Mm7Error) return error.code
    throw error
  }
  return undefined
}

describe('splitMultipartRelated', () => {
  it('gives the root, the parts and what was odd about them', () => {
    const { root, parts, warnings } = splitMultipartRelated({ headers, body })
    expect(parts).toHaveLength(2)
    expect(root).toBe(parts[0])
    expect(warnings).toEqual([])
    expect(parts[1]).toMatchObject({
      mediaType: 'image/jpeg',
      contentId: 'b',
      contentLocation: 'b.jpg',
      name: 'b.jpg',
      parts: [],
    })
    expect(parts[1]?.headers.get('content-id')).toEqual(['<b>'])
  })

  const memory = new Uint8Array(body.length + 9)
  memory.set(body, 7)
  it.each([
    ['a Buffer', body],
    ['a Uint8Array', Uint8Array.from(body)],
    ['a view with an offset', memory.subarray(7, 7 + body.length)],
    ['an ArrayBuffer', Uint8Array.from(body).buffer],
    ['a Uint8Array of another realm', runInNewContext('Uint8Array.from(body)', { body })],
  ])('hands out views of %s, and leaves it as it is', (_, sent: Uint8Array | ArrayBuffer) => {
    const { parts } = splitMultipartRelated({ headers, body: sent })
    const [buffer, start] = ArrayBuffer.isView(sent) ? [sent.buffer, sent.byteOffset] : [sent, 0]
    for (const part of parts) {
      expect(part.body.buffer).toBe(buffer)
      expect(Object.getPrototypeOf(part.body)).toBe(Uint8Array.prototype)
    }
    expect(parts[1]?.body.byteOffset).toBe(start + text.indexOf('\xff'))
    expect([...(parts[1]?.body ?? [])]).toEqual([0xff, 0xd8, 0, 0x0d, 0x0a])
    expect(Buffer.from(new Uint8Array(buffer, start, body.length)).equals(body)).toBe(true)
  })

  it('refuses with strict what it reads without', () => {
    const cut = text.slice(0, -5)
    expect(codeOf({ strict: true })).toBeUndefined()
    expect(codeOf({ strict: false }, cut)).toBeUndefined()
    expect(codeOf({}, cut)).toBeUndefined()
    expect(codeOf({ strict: true }, cut)).toBe('delimiter-not-closed')
  })

  it('refuses what cannot be read, and tells all that it found', () => {
    expect(codeOf(undefined, '')).toBe('body-empty')
    expect(codeOf(undefined, 'x')).toBe('body-unreadable')
    const damaged = text.replace('image/jpeg', 'jpeg')
    try {
      splitMultipartRelated({ headers, body: Buffer.from(damaged) }, { limits: { headers: 2 } })
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({
        code: 'too-many-headers',
        offset: text.indexOf('Content-Type: image'),
        partial: {
          warnings: [{ code: 'content-type-malformed' }],
          attachments: [{ mediaType: 'application/octet-stream', bytes: expect.any(Uint8Array) }],
        },
      })
    }
  })

  it.each([
    [{ bodyBytes: 10 }, 'body-too-large'],
    [{ parts: 1 }, 'too-many-parts'],
    [{ headers: 2 }, 'too-many-headers'],
    [{ headerBytes: 50 }, 'headers-too-large'],
    [{ parts: 2, headers: 3, bodyBytes: Infinity }, undefined],
  ])('keeps to the limits %j', (limits, code) => {
    expect(codeOf({ limits })).toBe(code)
  })

  it('throws a TypeError where it is misused', () => {
    const misuses: [unknown, unknown][] = [
      [undefined, {}],
      [{ headers, body: text }, {}],
      [{ headers }, {}],
      [{ body }, {}],
      [{ headers, body }, { limits: { parts: 0 } }],
      [{ headers, body }, { limits: { part: 1 } }],
      [{ headers, body }, { carrierIdHeader: 'x-carrier' }],
    ]
    for (const [request, options] of misuses) {
      expect(() => splitMultipartRelated(request as never, options as never)).toThrow(TypeError)
    }
  })
})
