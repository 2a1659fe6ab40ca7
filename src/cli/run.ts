import {
  Mm7Error,
  type Mm7Message,
  type Mm7Request,
  messageToJson,
  type PartialMessage,
  parseMm7Request,
} from '../index.js'
import { readHttpCapture } from '../testing/index.js'
import { type InspectOptions, parseArguments, USAGE, UsageError } from './arguments.js'
import { extractAttachments } from './extract.js'
import type { Host } from './host.js'
import { answerTo, renderReport } from './report.js'
import { escapeJson, escapeLine, style } from './terminal.js'

/** The message was read. */
const READ = 0
/** The message was refused. */
const REFUSED = 1
/** The command was called wrongly, or a file could not be read or written. */
const TROUBLE = 2

/**
 * Runs the command `mm7`.
 *
 * @param args what stands after its name
 * @returns its exit status: 0 if the message was read, 1 if it was refused, 2 for all else
 */
export function run(args: readonly string[], host: Host): number {
  try {
    const command = parseArguments(args)
    if (command.name === 'inspect') return inspect(command.file, command.options, host)
    host.print(command.name === 'help' ? USAGE : `${host.version}\n`)
    return READ
  } catch (error) {
    // Whatever went wrong, a person at a terminal is helped by a line, not by a stack.
    host.printError(`mm7: ${escapeLine((error as Error).message)}\n`)
    if (error instanceof UsageError) host.printError('mm7 --help tells more.\n')
    return TROUBLE
  }
}

function inspect(file: string, options: InspectOptions, host: Host): number {
  const { contentType, extract, isJson, isStrict } = options
  const request = readRequest(readFile(file, host), contentType)
  const result = parse(request, isStrict)
  // Lists are there, be it empty, in what a refusal holds too.
  const message: PartialMessage = result instanceof Mm7Error ? result.partial : result
  const { attachments = [] } = message
  const saved = extract === undefined ? [] : extractAttachments(attachments, extract, host)
  if (isJson) {
    const json = { ...messageToJson(result), answer: answerTo(result) }
    host.print(`${escapeJson(JSON.stringify(json, null, 2))}\n`)
  } else {
    host.print(renderReport({ request, result, saved }, style(host.isColourful)))
  }
  return result instanceof Mm7Error ? REFUSED : READ
}

function readFile(file: string, host: Host): Uint8Array {
  try {
    return host.read(file)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EISDIR') throw error
    throw new Error(`${file} is a directory.`)
  }
}

function readRequest(bytes: Uint8Array, contentType: string | undefined): Mm7Request {
  if (contentType !== undefined) return { headers: { 'content-type': contentType }, body: bytes }
  try {
    return readHttpCapture(bytes)
  } catch (error) {
    if (!looksLikeBody(bytes)) throw error
    const { message } = error as Error
    throw new Error(`${message} For a body without headers, add --content-type TYPE.`)
  }
}

/** @returns whether it starts as XML or as a multipart does, after a byte order mark and white space. */
function looksLikeBody(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024))
  return /^\s*(?:<|--)/.test(start)
}

function parse(request: Mm7Request, strict: boolean): Mm7Message | Mm7Error {
  try {
    return parseMm7Request(request, { strict })
  } catch (error) {
    if (error instanceof Mm7Error) return error
    throw error
  }
}
