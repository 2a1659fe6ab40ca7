import {
  type Attachment,
  attachmentText,
  buildDeliverRsp,
  buildVaspErrorFault,
  type DeliverReq,
  Mm7Error,
  type ParseOptions,
  type Part,
  parseDeliverReq,
  splitMultipartRelated,
} from '../../src/index.js'
import { asXmlText, readWellFormed, textIn } from '../support/well-formed.js'
import type { FuzzMessage } from './corpus.js'
import { isDecodingOf } from './decodings.js'

/** What became of a message. */
export interface Outcome {
  readonly error: Mm7Error | undefined
  readonly message: Partial<DeliverReq>
}

/** @returns the message or the `Mm7Error`. @throws anything else that reading throws */
export function outcomeOf(request: FuzzMessage, options?: ParseOptions): Outcome {
  try {
    return { error: undefined, message: parseDeliverReq(request, options) }
  } catch (error) {
    if (error instanceof Mm7Error) return { error, message: error.partial }
    throw error
  }
}

function expect(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what)
}

/**
 * Reads a message, and holds what came of it against all that is promised of any message.
 *
 * @throws Error that says which promise was broken
 */
export function check(request: FuzzMessage): Outcome {
  const before = Uint8Array.from(request.body)
  const outcome = outcomeOf(request)
  expect(Buffer.compare(before, request.body) === 0, 'The input was changed.')
  checkAnswers(outcome)
  checkAttachments(request, outcome.message.attachments ?? [])
  checkWarnings(request, outcome)
  return outcome
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

function checkAttachments(request: FuzzMessage, attachments: readonly Attachment[]): void {
  const leaves = leavesOf(request)
  for (const attachment of attachments) {
    attachmentText(attachment)
    const { bytes } = attachment
    if (bytes.buffer === request.body.buffer) continue
    // The parts of a body are views of it: what has memory of its own was decoded from one.
    const isDecoded = leaves?.some((leaf) => isDecodingOf(attachment, leaf)) ?? true
    expect(isDecoded, 'An attachment is neither a run of the input nor the decoding of one.')
  }
}

/** @returns the bodies of the parts that have no parts; undefined if the body cannot be split. */
function leavesOf(request: FuzzMessage): Uint8Array[] | undefined {
  const leaves: Uint8Array[] = []
  const pending: Part[] = []
  try {
    pending.push(...splitMultipartRelated(request).parts)
  } catch (error) {
    if (!(error instanceof Mm7Error)) throw error
    return undefined
  }
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    expect(part.body.buffer === request.body.buffer, 'A part is no run of the input.')
    if (part.parts.length === 0) leaves.push(part.body)
    pending.push(...part.parts)
  }
  return leaves
}

const BREAKS_LINES = /[\p{Cc}\u2028\u2029]/u

/** `strict` refuses what has a warning, and nothing else; what it read is the same. */
function checkWarnings(request: FuzzMessage, outcome: Outcome): void {
  const { warnings = [] } = outcome.message
  for (const { offset = 0, message } of [...warnings, ...(outcome.error ? [outcome.error] : [])]) {
    expect(message.length < 350 && !BREAKS_LINES.test(message), 'A message is no line of a log.')
    expect(offset >= 0 && offset <= request.body.length, 'A warning is outside the body.')
  }
  const strict = outcomeOf(request, { strict: true })
  const code = outcome.error?.code ?? warnings[0]?.code
  expect(strict.error?.code === code, `strict has ${strict.error?.code}, not ${code}.`)
  const told = strict.message.warnings?.length
  expect(told === outcome.message.warnings?.length, 'strict has other warnings.')
}
