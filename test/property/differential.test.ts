import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitMultipartRelated } from '../../src/index.js'
import { type DicerPart, splitWithDicer } from './dicer.js'
import { parts, writeMultipart } from './multiparts.js'

const BOUNDARY = 'b'

/** Parts as plain values: fields in lower case, bodies as Latin-1. */
type Plain = { fields: [name: string, ...values: string[]][]; body: string }[]

function ours(body: Uint8Array): Plain {
  const headers = { 'content-type': `multipart/related; type=a; boundary=${BOUNDARY}` }
  return splitMultipartRelated({ headers, body }).parts.map((part) => ({
    fields: [...part.headers].map(([name, values]) => [name, ...values]),
    body: Buffer.from(part.body).toString('latin1'),
  }))
}

async function theirs(body: Uint8Array): Promise<Plain | string> {
  const given = await splitWithDicer(body, BOUNDARY)
  return given instanceof Error || given === undefined
    ? (given?.message ?? 'never finishes')
    : given.map(plainPart)
}

function plainPart({ headers = {}, body }: DicerPart): Plain[number] {
  const fields = Object.entries(headers).map(([name, values]): [string, ...string[]] => [
    name,
    ...values,
  ])
  return { fields, body: body.toString('latin1') }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

test('wherever dicer accepts a canonical multipart, both give the same parts, byte for byte', async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(parts, async (sent) => {
      // The one line end that dicer knows, and no line that starts as a delimiter does.
      fc.pre(sent.every(({ body }) => !`\n${textOf(body)}`.includes(`\n--${BOUNDARY}`)))
      const body = writeMultipart(sent, { boundary: BOUNDARY })
      const expected = await theirs(body)
      if (typeof expected === 'string') return
      accepted += 1
      expect(ours(body)).toEqual(expected)
    }),
    { numRuns: 400 },
  )
  expect(accepted).toBeGreaterThan(300)
})

/** Where the two differ on purpose: what was sent, the bodies we find, what dicer makes of it. */
const DIFFERENCES: readonly (readonly [
  what: string,
  sent: string,
  bodies: readonly string[],
  dicer: readonly string[] | RegExp,
])[] = [
  [
    'a line that only starts as the delimiter does is text',
    '--b\r\nA: b\r\n\r\nx\r\n--bX\r\ny\r\n--b--',
    ['x\r\n--bX\r\ny'],
    ['x', ''],
  ],
  ['LF ends a line', '--b\nA: b\n\nx\n--b--', ['x'], /^Unexpected end of multipart data$/],
  [
    'a part at the end of a body cut short is kept',
    '--b\r\nA: b\r\n\r\nx',
    ['x'],
    /^Unexpected end of multipart data$/,
  ],
  [
    'blanks may follow a delimiter',
    '--b \r\nA: b\r\n\r\nx\r\n--b-- ',
    ['x'],
    /^Unexpected folded header value$/,
  ],
  [
    'a first header line may start with a blank',
    '--b\r\n Content-ID: <a>\r\n\r\nx\r\n--b--',
    ['x'],
    /^Unexpected folded header value$/,
  ],
  [
    'a header may be called constructor',
    '--b\r\nconstructor: b\r\n\r\nx\r\n--b--',
    ['x'],
    /push is not a function$/,
  ],
  [
    'headers need no empty line after them',
    '--b\r\nContent-ID: <a>\r\n<a/>\r\n--b--',
    ['<a/>'],
    [''],
  ],
]

test.each(DIFFERENCES)('unlike for dicer, %s', async (_, text, bodies, dicer) => {
  const body = Buffer.from(text, 'latin1')
  expect(ours(body).map((part) => part.body)).toEqual(bodies)
  const other = await theirs(body)
  if (dicer instanceof RegExp) expect(other).toMatch(dicer)
  else expect(other).toMatchObject(dicer.map((sent) => ({ body: sent })))
})

test('unlike for dicer, a header line without a colon takes no other with it', async () => {
  const fields = 'Content-Type text/plain\r\nContent-ID: <a>\r\n'
  const body = Buffer.from(`--b\r\n${fields}\r\nx\r\n--b--`)
  expect(ours(body)).toEqual([{ fields: [['content-id', '<a>']], body: 'x' }])
  expect(await theirs(body)).toEqual([{ fields: [], body: 'x' }])
})

test('unlike for dicer, a header beyond ASCII is read as UTF-8', async () => {
  const body = Buffer.from('--b\r\nA: \u00e9\r\n\r\nx\r\n--b--')
  expect(ours(body)).toEqual([{ fields: [['a', '\u00e9']], body: 'x' }])
  expect(await theirs(body)).toEqual([{ fields: [['a', '\u00c3\u00a9']], body: 'x' }])
})
