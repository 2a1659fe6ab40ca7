import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { buildSubmitReq, Mm7Error, type Mm7Request, parseMm7Request } from '../../src/index.js'
import { createReceiver } from '../../src/receiver/index.js'
import { readHttpCapture } from '../../src/testing/index.js'
import { openEnvelope } from '../../src/xpath/index.js'
import { fakeHost } from '../cli/fake-host.js'
import { toCapture } from '../fuzz/corpus.js'
import { EVIL, PLACES, UNSAFE } from './evil-requests.js'

const LONGEST = { message: 300, path: 200, operation: 60 }
/** Of a TypeError, which quotes 60 characters, each of them escaped. */
const LONGEST_OF_MISUSE = 700
/** In a page what has no width may stay: emojis are made with it. */
const UNSAFE_IN_PAGE = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
/** Of a line with a text that is cut after 200 characters, each of them escaped, and where it is. */
const LONGEST_LINE = 2500

function expectLine(text: string | undefined, longest: number): void {
  expect(text ?? '').not.toMatch(UNSAFE)
  expect((text ?? '').length).toBeLessThanOrEqual(longest)
}

/** @returns the error and the warnings of a request, as it is and with `strict` */
function reportedOf(request: Mm7Request): Partial<Mm7Error>[] {
  return [false, true].flatMap((strict): readonly Partial<Mm7Error>[] => {
    try {
      return parseMm7Request(request, { strict }).warnings
    } catch (error) {
      if (!(error instanceof Mm7Error)) throw error
      return [error, ...(error.partial.warnings ?? [])]
    }
  })
}

function captureOf({ headers, body }: Mm7Request): Uint8Array {
  const fields = Object.entries(headers as Record<string, string>)
  const raw = fields.map(([name, value]) => {
    const bytes = Buffer.from(value).toString('latin1')
    return [name, bytes.replaceAll(/[\r\n]/g, ' ')] as const
  })
  return toCapture({ headers: raw, body: body as Uint8Array })
}

const EVILS = Object.values(EVIL)

describe.each(Object.entries(PLACES))('%s', (_, requestWith) => {
  it.each(Object.entries(EVIL))('that has %s is reported in lines', (_evil, evil) => {
    for (const { message, path, operation } of reportedOf(requestWith(evil))) {
      expectLine(message, LONGEST.message)
      expectLine(path, LONGEST.path)
      expectLine(operation, LONGEST.operation)
    }
  })

  it('is logged in lines', async () => {
    const events: object[] = []
    const receive = createReceiver({ deliverReq() {}, log: (event) => events.push(event) })
    for (const evil of EVILS) await receive(requestWith(evil))
    expect(events).toHaveLength(EVILS.length)
    for (const event of events) {
      for (const value of Object.values(event).flat()) expect(String(value)).not.toMatch(UNSAFE)
      expectLine(JSON.stringify(event), 10_000)
    }
  })

  it.each([[[]], [['--json']], [['--strict', '--extract', 'out']]])(
    'is printed in lines, with %j',
    (options) => {
      const captures = EVILS.map((evil, i) => [`${i}`, captureOf(requestWith(evil))] as const)
      const host = fakeHost(Object.fromEntries(captures))
      run(['inspect', ...options, ...captures.map(([name]) => name)], host)
      const printed = [...host.printed, ...host.errors, ...host.shown, ...host.files.keys()]
      const longest = options.includes('--json') ? Infinity : LONGEST_LINE
      for (const line of printed.join('\n').split('\n')) expectLine(line, longest)
    },
  )

  it('is shown in a page', () => {
    for (const evil of [EVIL['controls'], EVIL['bidi controls']]) {
      const host = fakeHost({ capture: captureOf(requestWith(evil as string)) })
      run(['inspect', '--html', '-', 'capture'], host)
      expect(host.printed.join('')).not.toMatch(UNSAFE_IN_PAGE)
    }
  })
})

/** What says in a TypeError what it was given: that may come from a subscriber. */
const MISUSES: Readonly<Record<string, (evil: string) => unknown>> = {
  'a file name': (name) => submit({ attachments: [{ text: 'x', name }] }),
  'half a character in a file name': (name) =>
    submit({ attachments: [{ text: 'x', name: `${name}\ud83d` }] }),
  'a Content-ID': (contentId) => submit({ attachments: [{ text: 'x', contentId }] }),
  'a Content-Location': (contentLocation) =>
    submit({ attachments: [{ text: 'x', contentLocation }] }),
  'a media type': (mediaType) => submit({ attachments: [{ text: 'x', mediaType }] }),
  'an address': (evil) => submit({ recipients: ` ${evil}` }),
  'a text': (subject) => submit({ subject }),
  'a TransactionID': (transactionId) => submit({ transactionId }),
  'a word': (priority) => submit({ priority } as object),
  'a time': (timeStamp) => submit({ timeStamp }),
  'a namespace': (namespace) => submit({ namespace }),
  'an href': (href) =>
    submit({ attachments: [{ text: 'x' }], contents: [{ href }, { href: `${href}2` }] }),
  'a capture': (evil) => readHttpCapture(Buffer.from(evil)),
  'a header of a capture': (evil) => readHttpCapture(Buffer.from(`A: b\r\n${evil}\r\n\r\n`)),
  'an expression': (evil) =>
    openEnvelope((PLACES['a time'] as (evil: string) => Mm7Request)('x')).select(evil),
}

function submit(more: object): unknown {
  return buildSubmitReq({ transactionId: 't', recipients: '1', vaspId: 'v', ...more })
}

describe.each(Object.entries(MISUSES))('what is wrong with %s', (_, call) => {
  it.each(Object.entries(EVIL))('that has %s is said in a line', (_evil, evil) => {
    let thrown: unknown
    try {
      call(evil)
    } catch (error) {
      thrown = error
    }
    if (thrown !== undefined) expectLine((thrown as Error).message, LONGEST_OF_MISUSE)
  })
})

describe.each(Object.entries(EVIL))('the command, given %s', (_, evil) => {
  it.each([
    [[evil]],
    [['inspect', evil]],
    [['inspect', evil, `${evil}2`]],
    [['inspect', `--${evil}`, 'x']],
    [['inspect', '--json', '--content-type', evil, 'x', 'x']],
    [['inspect', '--extract', evil, 'x', 'x']],
    [['inspect', '--html', evil, 'x']],
  ])('says so in lines', (args) => {
    const host = fakeHost({
      x: captureOf((PLACES['a time'] as (evil: string) => Mm7Request)(evil)),
    })
    run(args, host)
    const printed = [...host.printed, ...host.errors, ...host.shown]
    for (const line of printed.join('\n').split('\n')) expectLine(line, Infinity)
  })
})
