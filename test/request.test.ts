import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createReport } from '../src/report.js'
import { checkLength, type HeaderVisitor, type Mm7Request, openRequest } from '../src/request.js'

const HEADERS = { 'content-type': 'text/xml' }
const body = Uint8Array.of(1, 2, 3)

function open(request: unknown) {
  const { header, body } = openRequest(request as Mm7Request)
  const report = createReport()
  return { header: (name: string) => header(name, report), body, report }
}

function visitable(fields: Record<string, string>): HeaderVisitor {
  return {
    forEach(visit) {
      for (const [name, value] of Object.entries(fields)) visit(value, name)
    },
  }
}

describe('headers', () => {
  it.each([
    ['Headers', new Headers({ 'Content-Type': 'text/xml', 'X-A': '1' })],
    ['what can only be visited', visitable({ 'Content-Type': 'text/xml', 'X-A': '1' })],
    ['an object with a header called forEach', { ...HEADERS, 'x-a': '1', forEach: 'x' }],
    ['an object in lower case', { 'content-type': 'text/xml', 'x-a': '1' }],
    ['an object in any case', { 'CONTENT-TYPE': 'text/xml', 'X-A': '1' }],
    ['an object without prototype', Object.assign(Object.create(null), HEADERS, { 'x-a': '1' })],
    ['an object of lists', { 'Content-Type': ['text/xml', 'a/b'], 'x-a': ['1'] }],
    ['an object with gaps', { 'Content-Type': undefined, 'content-type': 'text/xml', 'x-a': '1' }],
    ['an object with a number', { 'content-type': 'text/xml', 'x-a': 1 }],
    ['an object with numbers', { 'Content-Type': 1, 'content-type': 'text/xml', 'x-a': '1' }],
    [
      'pairs',
      [
        ['Content-Type', 'text/xml'],
        ['X-A', '1'],
        ['x-a', '2'],
      ],
    ],
    [
      'pairs with gaps',
      [
        ['x-a', []],
        ['content-type', 'text/xml'],
        ['X-A', ['1']],
      ],
    ],
    [
      'a Map',
      new Map([
        ['Content-Type', 'text/xml'],
        ['X-A', '1'],
      ]),
    ],
    ['those of another realm', runInNewContext("({ 'Content-Type': 'text/xml', 'X-A': '1' })")],
    ['pairs of another realm', runInNewContext("[['Content-Type', 'text/xml'], ['X-A', '1']]")],
  ])('are %s', (_, headers) => {
    const { header } = open({ headers, body })
    expect(header('content-type')).toBe('text/xml')
    expect(header('x-a')).toBe('1')
    expect(header('x-b')).toBeUndefined()
  })

  it.each([
    [
      'pairs',
      [
        ['X-A', '1'],
        ['x-a', '1'],
        ['x-A', '2'],
        ['x-a', '3'],
      ],
    ],
    ['an object of lists', { 'x-a': ['1', '2', '3'] }],
    ['an object in two cases', { 'x-a': '1', 'X-A': '2' }],
  ])('that are repeated are told: %s', (_, headers) => {
    const { header, report } = open({ headers, body })
    expect(header('x-a')).toBe('1')
    const message = 'The request has x-a more than once; the first that says something counts.'
    expect(report.warnings).toEqual([{ code: 'header-repeated', message, path: 'x-a' }])
  })

  it.each([
    [{ 'x-a': ['', '2'] }, '2'],
    [{ 'x-a': [' ', '', '2', '3'] }, '2'],
    [{ 'x-a': ['', ' '] }, ''],
    [{ 'x-a': ['1', ''] }, '1'],
    [
      [
        ['x-a', ''],
        ['X-A', '2'],
      ],
      '2',
    ],
  ])('that are repeated count if they say something: %j', (headers, value) => {
    const { header, report } = open({ headers, body })
    expect(header('x-a')).toBe(value)
    expect(report.warnings.map(({ code }) => code)).toEqual(['header-repeated'])
  })

  it('are not what objects have by themselves', () => {
    const { header } = open({ headers: {}, body })
    expect(header('constructor')).toBeUndefined()
    expect(header('__proto__')).toBeUndefined()
  })

  it.each([undefined, null, 'Content-Type: text/xml', 5])('are not %j', (headers) => {
    expect(() => open({ headers, body })).toThrow(
      new TypeError('Pass request.headers: a Headers, a plain object or pairs.'),
    )
  })

  it.each([
    ['a flat list', ['Content-Type', 'text/xml']],
    ['pairs without names', [[1, 'text/xml']]],
    ['objects', [{ name: 'Content-Type' }]],
  ])('are not %s, as rawHeaders of Node is', (_, headers) => {
    expect(() => open({ headers, body })).toThrow(
      new TypeError('Headers in a list must be pairs: [["content-type", "text/xml"], …].'),
    )
  })
})

describe('the body', () => {
  const memory = Uint8Array.of(9, 1, 2, 3, 9)

  it.each([
    ['a Uint8Array', Uint8Array.of(1, 2, 3)],
    ['a view with an offset', memory.subarray(1, 4)],
    ['a Buffer', Buffer.from([1, 2, 3])],
    ['a Buffer that is a view', Buffer.from(memory.buffer, 1, 3)],
    ['an ArrayBuffer', Uint8Array.of(1, 2, 3).buffer],
    ['a DataView', new DataView(memory.buffer, 1, 3)],
    ['a Uint8Array of another realm', runInNewContext('Uint8Array.of(1, 2, 3)')],
    ['an ArrayBuffer of another realm', runInNewContext('Uint8Array.of(1, 2, 3).buffer')],
    ['a view of shared memory', new Uint8Array(new SharedArrayBuffer(3)).map((_, i) => i + 1)],
  ])('is %s, not copied', (_, bytes) => {
    const opened = open({ headers: HEADERS, body: bytes })
    expect(Object.getPrototypeOf(opened.body)).toBe(Uint8Array.prototype)
    expect([...opened.body]).toEqual([1, 2, 3])
    expect(opened.body.buffer).toBe(ArrayBuffer.isView(bytes) ? bytes.buffer : bytes)
  })

  it('is that of an empty message', () => {
    expect(open({ headers: HEADERS, body: new ArrayBuffer(0) }).body).toHaveLength(0)
  })

  it.each([
    ['missing', undefined, 'The request has no body.'],
    ['null', null, 'The request has no body.'],
    ['a string', '<a/>', 'The body is a string. If it is base64, as in an event of AWS Lambda'],
    [
      'a string, lost',
      '<a/>',
      'do not encode it again, but have it handed over as bytes (at API Gateway',
    ],
    ['parsed', { envelope: {} }, 'The body is an object: something has parsed it already.'],
    ['a list of numbers', [1, 2], 'The body is an object: something has parsed it already.'],
    ['a number', 5, 'The body is of type number.'],
    ['a Blob', new Blob(['x']), 'The body is a Blob: await its arrayBuffer().'],
    ['shared memory', new SharedArrayBuffer(1), 'The body is a SharedArrayBuffer: pass new'],
    ['an async iterable', (async function* () {})(), 'The body is a stream.'],
    ['a stream', new Response('x').body, 'The body is a stream.'],
    ['a stream of Node', { pipe() {} }, 'The body is a stream.'],
    ['promised', Promise.resolve(body), 'The body is a promise: await it.'],
  ])('is %s: what to do is told', (_, wrong, message) => {
    expect(() => open({ headers: HEADERS, body: wrong })).toThrow(TypeError)
    expect(() => open({ headers: HEADERS, body: wrong })).toThrow(message)
    expect(() => open({ headers: HEADERS, body: wrong })).toThrow(
      /express\.raw\(.*req\.rawBody in Nest.*Fastify.*Koa.*h3.*Lambda.*arrayBuffer/,
    )
  })
})

it.each([undefined, null, 'x', 5, () => {}])('a request is not %j', (request) => {
  expect(() => open(request)).toThrow(
    new TypeError('Pass a request: { headers, body }, the body as bytes.'),
  )
})

it('a request that is not there yet is to be awaited', () => {
  expect(() => open(Promise.resolve({ headers: {}, body: new Uint8Array(0) }))).toThrow(
    new TypeError('The request is a promise: await it.'),
  )
})

describe('the Content-Length', () => {
  const check = (headers: Record<string, string | string[]>) => {
    const report = createReport()
    const { header, body } = openRequest({ headers, body: new Uint8Array(5) })
    checkLength(header, body, report)
    return report.warnings
  }

  it.each([
    {},
    { 'content-length': '5' },
    { 'Content-Length': ' 005 ' },
    { 'content-length': '5, 5' },
    { 'content-length': ['5', '5'] },
    { 'content-length': '9', 'content-encoding': 'gzip' },
    { 'content-length': '9', 'Content-Encoding': 'BR' },
    { 'content-length': '9', 'Content-Encoding': 'x-gzip, identity' },
  ])('fits, or need not: %j', (headers) => {
    expect(check(headers)).toEqual([])
  })

  it.each(['4', '6', '0', '', '-5', '5.0', '0x5', '5, 6', 'five', '5 5'])(
    'does not fit: %j',
    (length) => {
      for (const encoding of ['', 'identity', 'utf-8', 'binary', 'base64']) {
        expect(check({ 'content-length': length, 'content-encoding': encoding })).toEqual([
          {
            code: 'content-length-mismatch',
            message: `The Content-Length is ${JSON.stringify(length)}, the body has 5 bytes: it may have been cut, or decoded as text, on its way.`,
            path: 'content-length',
          },
        ])
      }
    },
  )
})
