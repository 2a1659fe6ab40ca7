import { describe, expect, it } from 'vitest'
import type { ReceiverRequest } from '../../src/receiver/index.js'
import { GOOD, post, receiverWith } from './given.js'

const body = GOOD.body as Uint8Array
const length = String(body.length)

async function outcome(request: unknown, options = {}) {
  const { receive, events } = receiverWith(options)
  const response = await receive(request as ReceiverRequest)
  expect(events).toHaveLength(1)
  return { ...response, event: events[0] }
}

describe('another method than POST', () => {
  it.each(['GET', 'HEAD', 'PUT', 'OPTIONS', '\u001b[31m'])(
    'is answered 405: %j',
    async (method) => {
      const { status, headers, body, event } = await outcome({ ...GOOD, method })
      expect([status, headers, body]).toEqual([405, { allow: 'POST', 'content-length': '0' }, ''])
      expect(event).toMatchObject({ type: 'refused', httpStatus: 405, code: 'method-not-allowed' })
      expect(event?.message).not.toContain('\u001b')
    },
  )

  it('needs no body', async () => {
    expect((await outcome({ method: 'GET', headers: {} })).status).toBe(405)
  })
})

describe('the Content-Length', () => {
  it.each([
    ['that of the body', { 'Content-Length': length }],
    ['with blanks', { 'content-length': ` ${length} ` }],
    ['not a number', { 'content-length': 'many' }],
    ['of what was inflated since', { 'content-length': '90', 'content-encoding': 'gzip' }],
    ['beside chunks', { 'content-length': '90', 'transfer-encoding': 'chunked' }],
  ])('is no matter if it is %s', async (_, headers) => {
    expect((await outcome(post(headers, body))).status).toBe(200)
  })

  it.each([
    ['more', body.length + 1],
    ['less', body.length - 1],
    ['0', 0],
  ])('is a failure on this side if it says %s than there is', async (_, wrong) => {
    const { status, event } = await outcome(post({ 'content-length': String(wrong) }, body))
    expect(status).toBe(503)
    expect(event).toMatchObject({ type: 'failed', code: 'content-length-mismatch' })
    expect(event?.message).toContain(
      `The body has ${length} bytes, its Content-Length is ${wrong}: `,
    )
    expect(event?.message).toContain('Pass the bytes as they came')
  })

  it('is that of Headers and pairs, too', async () => {
    const pairs = [...Object.entries(GOOD.headers), ['Content-Length', '7']]
    expect((await outcome({ headers: pairs, body })).status).toBe(503)
    const headers = new Headers(pairs as [string, string][])
    expect((await outcome({ headers, body })).status).toBe(503)
  })
})

describe('the limit of the body', () => {
  it('is 5 MB', async () => {
    const limit = 5 * 1024 * 1024
    const { status, body, event } = await outcome(post({}, new Uint8Array(limit + 1)))
    expect([status, body]).toEqual([413, ''])
    expect(event).toMatchObject({ type: 'refused', httpStatus: 413, code: 'body-over-limit' })
    expect((await outcome(post({}, new Uint8Array(limit)))).status).toBe(200)
  })

  it('may be another', async () => {
    expect((await outcome(GOOD, { bodyLimit: body.length })).status).toBe(200)
    expect((await outcome(GOOD, { bodyLimit: body.length - 1 })).status).toBe(413)
  })

  it('is that of who read the body, if there was one', async () => {
    expect((await outcome({ ...GOOD, bodyRead: 'whole' }, { bodyLimit: 1 })).status).toBe(200)
    const { event } = await outcome({ ...GOOD, bodyRead: 'too-large' })
    expect(event).toMatchObject({ httpStatus: 413, code: 'body-over-limit' })
  })
})

describe('a body that did not come whole', () => {
  it('is no failure on this side if the sender hung up', async () => {
    const { status, event } = await outcome({ ...GOOD, bodyRead: 'cut' })
    expect(status).toBe(400)
    expect(event).toMatchObject({ type: 'cut', code: 'hung-up' })
    expect(event?.message).toBe(`The sender hung up after ${length} bytes of the body.`)
  })

  it('is one if something in front has read it', async () => {
    const { status, event } = await outcome({ ...GOOD, bodyRead: 'consumed' })
    expect(status).toBe(503)
    expect(event).toMatchObject({ type: 'failed', code: 'request-unusable' })
    expect(event?.message).toMatch(/put the receiver before it/)
  })
})

describe('what is no request', () => {
  it.each([
    [undefined, 'Pass a request: { headers, body }'],
    [null, 'Pass a request: { headers, body }'],
    [{ body }, 'Pass request.headers'],
    [{ headers: {} }, 'The request has no body. Pass the raw bytes'],
    [{ headers: {}, body: 'text' }, 'The body is a string.'],
    [{ headers: {}, body: { parsed: true } }, 'something has parsed it already'],
  ])('is a failure on this side, which says what to do: %j', async (request, message) => {
    const { status, event } = await outcome(request)
    expect(status).toBe(503)
    expect(event).toMatchObject({ type: 'failed', code: 'request-unusable' })
    expect(event?.message).toContain(message)
  })

  it('may be anything: that it cannot be read is said', async () => {
    const headers = {
      get 'content-type'(): string {
        throw new RangeError('Out of order')
      },
    }
    const { status, event } = await outcome({ headers, body })
    expect(status).toBe(503)
    expect(event).toMatchObject({
      code: 'request-unusable',
      message: 'The message could not be read.',
    })
    expect(event?.error?.[0]).toBe('RangeError: Out of order')
  })
})
