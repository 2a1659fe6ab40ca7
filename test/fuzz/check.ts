import {
  type Attachment,
  attachmentText,
  buildDeliverRsp,
  buildVaspErrorFault,
  type Limits,
  Mm7Error,
  type ParseOptions,
  type Part,
  type PartialMessage,
  parseMm7Request,
  splitMultipartRelated,
} from '../../src/index.js'
import { asXmlText, readWellFormed, textIn } from '../support/well-formed.js'
import type { FuzzMessage } from './corpus.js'
import { isDecodingOf, isEncoded } from './decodings.js'
import { smallLimits } from './small-limits.js'

/** What became of a message. */
export interface Outcome {
  readonly error: Mm7Error | undefined
  readonly message: PartialMessage
}

/** @returns the message or the `Mm7Error`. @throws anything else that reading throws */
export function outcomeOf(request: FuzzMessage, options?: ParseOptions): Outcome {
  try {
    return { error: undefined, message: parseMm7Request(request, options) }
  } catch (error) {
    if (error instanceof Mm7Error) return { error, message: error.partial }
    throw error
  }
}

function expect(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what)
}

/**
 * Reads a message with the default limits and with small ones, and holds what came of it against all
 * that is promised of any message.
 *
 * @returns the outcome with the default limits, and that with small ones
 * @throws Error that says which promise was broken
 */
export function check(request: FuzzMessage): [byDefault: Outcome, limited: Outcome] {
  const placed = { ...request, body: withMargins(request.body) }
  return [checkWithin(placed, {}), checkWithin(placed, smallLimits(placed))]
}

const MARGIN = 8

/** @returns the bytes within memory of their own: a view of it that is not of them can be told. */
function withMargins(bytes: Uint8Array): Uint8Array {
  const memory = new Uint8Array(bytes.length + 2 * MARGIN)
  memory.set(bytes, MARGIN)
  return memory.subarray(MARGIN, MARGIN + bytes.length)
}

function checkWithin(request: FuzzMessage, limits: Partial<Limits>): Outcome {
  const before = Uint8Array.from(request.body)
  try {
    const outcome = outcomeOf(request, { limits })
    expect(Buffer.compare(before, request.body) === 0, 'The input was changed.')
    checkAnswers(outcome)
    checkAttachments(request, limits, outcome.message.attachments ?? [])
    checkWarnings(request, limits, outcome)
    return outcome
  } catch (error) {
    throw new Error(`Read with the limits ${JSON.stringify(limits)}`, { cause: error })
  }
}

function checkAnswers({ error, message }: Outcome): void {
  const answer = readWellFormed(buildDeliverRsp(error ?? message))
  const { transactionId, mm7Version } = message
  const sent = transactionId === undefined ? undefined : asXmlText(transactionId)
  expect(textIn(answer, 'TransactionID') === sent, 'The answer has another TransactionID.')
  if (mm7Version !== undefined) {
    expect(
      textIn(answer, 'MM7Version') === asXmlText(mm7Version),
      'The answer has another version.',
    )
  }
  readWellFormed(buildVaspErrorFault(error ?? message))
}

function checkAttachments(
  request: FuzzMessage,
  limits: Partial<Limits>,
  attachments: readonly Attachment[],
): void {
  const leaves = leavesOf(request, limits)
  for (const attachment of attachments) {
    attachmentText(attachment)
    if (isRunOf(attachment.bytes, request.body)) continue
    // The parts of a body are views of it: what has memory of its own was decoded from one.
    const isDecoded =
      leaves?.some((leaf) => isDecodingOf(attachment, leaf)) ?? isEncoded(attachment)
    expect(isDecoded, 'An attachment is neither a run of the input nor the decoding of one.')
  }
}

function isRunOf(run: Uint8Array, body: Uint8Array): boolean {
  const start = run.byteOffset - body.byteOffset
  return run.buffer === body.buffer && start >= 0 && start + run.length <= body.length
}

/** @returns the bodies of the parts that have no parts; undefined if the body cannot be split. */
function leavesOf(request: FuzzMessage, limits: Partial<Limits>): Uint8Array[] | undefined {
  const leaves: Uint8Array[] = []
  const pending: Part[] = []
  try {
    pending.push(...splitMultipartRelated(request, { limits }).parts)
  } catch (error) {
    if (!(error instanceof Mm7Error)) throw error
    return undefined
  }
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    expect(isRunOf(part.body, request.body), 'A part is no run of the input.')
    if (part.parts.length === 0) leaves.push(part.body)
    pending.push(...part.parts)
  }
  return leaves
}

const BREAKS_LINES = /[\p{Cc}\u2028\u2029]/u

/** `strict` refuses what has a warning, and nothing else; what it read is the same. */
export function checkWarnings(
  request: FuzzMessage,
  limits: Partial<Limits>,
  outcome: Outcome,
): void {
  const { warnings = [] } = outcome.message
  for (const { offset = 0, message } of [...warnings, ...(outcome.error ? [outcome.error] : [])]) {
    expect(message.length < 350 && !BREAKS_LINES.test(message), 'A message is no line of a log.')
    expect(offset >= 0 && offset <= request.body.length, 'A warning is outside the body.')
  }
  const strict = outcomeOf(request, { limits, strict: true })
  const code = outcome.error?.code ?? warnings[0]?.code
  expect(strict.error?.code === code, `strict has ${strict.error?.code}, not ${code}.`)
  const told = strict.message.warnings?.length
  expect(told === outcome.message.warnings?.length, 'strict has other warnings.')
}
