import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPacked, pack } from './pack.js'

/** The strictest a consumer can be: no types of browsers, no types of Node, declarations checked too. */
const COMPILER_OPTIONS = {
  target: 'ES2022',
  lib: ['ES2022'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
}

const CODE = `
import { attachmentText, buildDeliverRsp, buildVaspErrorFault, Mm7Error, parseDeliverReq, Status, splitMultipartRelated } from 'mm7'
import type { Attachment, DeliverReq, Mm7Request, ParseOptions, Warning } from 'mm7'
import { createReceiver, toFetchHandler, toNodeListener } from 'mm7/receiver'
import type { FetchRequest, NodeRequest, NodeResponse, Receiver, ReceiverEvent } from 'mm7/receiver'

export function receive(request: Mm7Request, options: ParseOptions): string {
  try {
    const message: DeliverReq = parseDeliverReq(request, options)
    const [first]: readonly Attachment[] = message.attachments
    const codes: readonly Warning['code'][] = message.warnings.map((warning) => warning.code)
    const text: string | undefined = first && attachmentText(first)
    const bytes: Uint8Array | undefined = splitMultipartRelated(request).root.body
    return buildDeliverRsp(message, text === undefined ? Status.ContentRefused : { code: 1000, details: codes.join() + bytes })
  } catch (error) {
    if (error instanceof Mm7Error) return buildVaspErrorFault(error)
    throw error
  }
}

// Without types of Node or browsers, and with a signal and responses all the same.
export const receiver: Receiver = createReceiver({
  deliverReq: async (message, { signal, request }) => {
    if (signal.aborted || request.body.byteLength === 0) return
    return { ...Status.ContentRefused, details: message.transactionId }
  },
  deliveryReportReq: () => ({ isDuplicate: true }),
  readReplyReq: async () => {},
  log: (event: ReceiverEvent) => event.type === 'failed',
  strict: true,
})
export const listener: (req: NodeRequest, res: NodeResponse) => void = toNodeListener(receiver, { bodyLimit: 1e6 })
export const status = async (request: FetchRequest) => (await toFetchHandler(receiver)(request)).status
// @ts-expect-error a verdict is checked
createReceiver({ deliverReq: () => 1000 })
// @ts-expect-error so are the options
createReceiver({ deliverReq() {}, limit: 5 })

// @ts-expect-error a message is read-only
export const rename = (message: DeliverReq) => { message.subject = 'other' }
// @ts-expect-error the codes are a closed set
export const isOther = (warning: Warning) => warning.code === 'no-such-code'
`

/** What is built is handed on to `fetch` and to the parser without a cast. */
const POSTED = `
import { parseDeliverReq } from 'mm7'
import { buildDeliverReq } from 'mm7/testing'

parseDeliverReq(buildDeliverReq())
fetch('http://localhost/mm7', { method: 'POST', ...buildDeliverReq({ subject: 'Hello' }) })
`

/** Arbitraries are those of the fast-check that a test imports, whichever kind of module it is. */
const TESTED = `
import fc from 'fast-check'
import { deliverReq } from 'mm7/testing/arbitraries'

fc.assert(fc.property(deliverReq(), ({ transactionId }) => transactionId !== ''))
`

/** What the adapters make fits the servers of Node, and of those who build on them. */
const SERVED = `
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:http2'
import express from 'express'
import { Hono } from 'hono'
import { createReceiver, toFetchHandler, toNodeListener } from 'mm7/receiver'

const receiver = createReceiver({
  deliverReq: async (message, { signal }) => void (await fetch('http://localhost/', { signal })),
})
createServer(toNodeListener(receiver))
createSecureServer(toNodeListener(receiver))
express().post('/mm7', toNodeListener(receiver))
new Hono().all('/mm7', (c) => toFetchHandler(receiver)(c.req.raw))
export const POST: (request: Request) => Promise<Response> = toFetchHandler(receiver)
export default { fetch: toFetchHandler(receiver) } satisfies { fetch(request: Request): Promise<Response> }
`

/** The ways to have a `fetch`; of one's own, where there are no types of browsers or Node. */
const FETCHES = [
  ['of browsers', { lib: ['ES2022', 'DOM'] }, ''],
  ['of Node', { types: ['node'], skipLibCheck: true }, ''],
  [
    'of neither',
    {},
    'declare function fetch(url: string, init: { method: string; headers: Record<string, string>; body: Uint8Array }): void',
  ],
] as const

/** The declarations of ECMAScript and of browsers, which take longer to read than all else. */
const libraries = new Map<string, ts.SourceFile | undefined>()

/** @returns a host that reads these once for all programs */
function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  host.getSourceFile = (path, ...more) => {
    if (!/[\\/]typescript[\\/]lib[\\/]lib\.[^\\/]*$/.test(path)) return getSourceFile(path, ...more)
    if (!libraries.has(path)) libraries.set(path, getSourceFile(path, ...more))
    return libraries.get(path)
  }
  return host
}

describe('the packed package, in a consumer without types of browsers or Node', () => {
  let consumer = ''
  beforeAll(() => {
    consumer = installPacked(pack().tarball)
  })
  afterAll(() => {
    rmSync(consumer, { recursive: true, force: true })
  })

  it.each([
    ['an ES module of Node', { module: 'NodeNext', moduleResolution: 'NodeNext' }, 'main.mts'],
    ['a CommonJS module of Node', { module: 'NodeNext', moduleResolution: 'NodeNext' }, 'main.cts'],
    ['a bundler', { module: 'ESNext', moduleResolution: 'Bundler' }, 'main.ts'],
  ])('compiles in %s', (_, moduleOptions, file) => {
    expect(compile(file, CODE, moduleOptions)).toBe('')
  })

  it.each(FETCHES)('posts what it builds with the fetch %s', (_, options, given) => {
    const nodeNext = { module: 'NodeNext', moduleResolution: 'NodeNext' }
    expect(compile('post.mts', POSTED + given, { ...nodeNext, ...options })).toBe('')
  })

  it.each(['tested.mts', 'tested.cts'])('has properties tested in %s', (file) => {
    const nodeNext = { module: 'NodeNext', moduleResolution: 'NodeNext', skipLibCheck: true }
    expect(compile(file, TESTED, nodeNext)).toBe('')
  })

  it.each([
    ['of Node', { types: ['node'] }],
    ['of Node and browsers', { types: ['node'], lib: ['ES2022', 'DOM', 'DOM.Iterable'] }],
  ])('makes servers with the types %s', (_, options) => {
    const nodeNext = { module: 'NodeNext', moduleResolution: 'NodeNext', skipLibCheck: true }
    expect(compile('serve.mts', SERVED, { ...nodeNext, ...options })).toBe('')
  })

  /** @returns what the compiler has against the code, and against the package's declarations */
  function compile(name: string, code: string, others: object): string {
    const file = join(consumer, name)
    writeFileSync(file, code)
    const json = { ...COMPILER_OPTIONS, ...others }
    const { options, errors } = ts.convertCompilerOptionsFromJson(json, consumer)
    const program = ts.createProgram([file], options, hostOf(options))
    const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(consumer))
    expect(own.length, 'mm7 has no declarations').toBeGreaterThan(1)
    const checked = own.flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    const found = [...errors, ...program.getGlobalDiagnostics(), ...checked]
    return ts.formatDiagnostics(found, {
      getCanonicalFileName: (path) => path,
      getCurrentDirectory: () => consumer,
      getNewLine: () => '\n',
    })
  }

  it.each([
    [
      'import',
      'main.mjs',
      "import { parseDeliverReq } from 'mm7'; console.log(typeof parseDeliverReq)",
    ],
    ['require', 'main.cjs', "console.log(typeof require('mm7').parseDeliverReq)"],
  ])('loads with %s', (_, file, code) => {
    writeFileSync(join(consumer, file), code)
    const output = execFileSync(process.execPath, [join(consumer, file)], { encoding: 'utf8' })
    expect(output.trim()).toBe('function')
  })
})
