/** A request to measure with, and what whoever reads it must get out of it. */
export interface BenchMessage {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly expected: Expected
}

export interface Expected {
  readonly transactionId: string
  readonly sender: string
  /** The bytes of each attachment, decoded. */
  readonly attachments: readonly Buffer[]
}

/** What every contender makes of a message. */
export interface Outcome {
  readonly transactionId: string | undefined
  readonly sender: string | undefined
  readonly attachments: readonly Uint8Array[]
}

type SameBytes = (sent: Buffer, read: Uint8Array) => boolean

const sameBytes: SameBytes = (sent, read) => sent.equals(read)

/** For a reader that takes every part for lines of text, and writes their ends anew. */
export const sameLines: SameBytes = (sent, read) => lines(sent) === lines(Buffer.from(read))

function lines(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\r\n', '\n').replace(/\n$/, '')
}

/** @throws Error if a contender did not do the work that it is timed for */
export function verify(
  contender: string,
  message: BenchMessage,
  outcome: Outcome,
  isSame: SameBytes = sameBytes,
): void {
  const { transactionId, sender, attachments } = message.expected
  if (
    outcome.transactionId !== transactionId ||
    outcome.sender !== sender ||
    outcome.attachments.length !== attachments.length ||
    !attachments.every((bytes, i) => isSame(bytes, outcome.attachments[i] as Uint8Array))
  ) {
    throw new Error(`${contender} reads "${message.name}" wrongly.`)
  }
}
