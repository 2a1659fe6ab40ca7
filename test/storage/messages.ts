import { createHash } from 'node:crypto'
import { buildDeliverReq, type RelayRequest, toDeliverReq } from '../../src/testing/index.js'

/** A message of the test, and how it is known again. */
export interface Sent {
  readonly request: RelayRequest
  /** Its own, also where its TransactionID is not. */
  readonly linkedId: string
  /** The SHA-256 of each attachment's bytes. */
  readonly digests: readonly string[]
  /** Whether another message had its TransactionID before. */
  readonly isReused: boolean
}

const PICTURE_BYTES = 20_000
const NAME = 'picture-of-sender.jpg'

/**
 * @param count how many
 * @returns messages of a text and a picture of 20 KB. Of every hundred one has the TransactionID of
 * the one before it, one a TransactionID of 4,000 characters, and one a NUL in the name of its picture.
 */
export function testMessages(count: number): Sent[] {
  return Array.from({ length: count }, (_, n) => {
    const kind = n % 100
    const isReused = kind === 51
    const transactionId = `tx-${isReused ? n - 1 : n}${kind === 71 ? '-long'.repeat(800) : ''}`
    const bytes = picture(n)
    const text = `Grüße ${n}`
    const input = {
      transactionId,
      linkedId: `linked-${n}`,
      sender: `1202555${String(n).padStart(4, '0')}`,
      recipients: '55501',
      timeStamp: new Date(Date.UTC(2026, 0, 1) + n * 1000),
      subject: `Message ${n}`,
      attachments: [{ text }, { bytes, mediaType: 'image/jpeg', name: NAME }],
    }
    const { headers, body } = buildDeliverReq(input)
    if (kind === 91) body[Buffer.from(body.buffer).indexOf(NAME) + 7] = 0
    return {
      request: { transactionId: toDeliverReq(input).transactionId, headers, body },
      linkedId: input.linkedId,
      digests: [sha256(Buffer.from(text)), sha256(bytes)],
      isReused,
    }
  })
}

/** Bytes of all kinds, others for each number. */
function picture(n: number): Uint8Array {
  const bytes = new Uint8Array(PICTURE_BYTES)
  let state = n * 2_654_435_761 + 1
  for (let i = 0; i < bytes.length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[i] = state >>> 16
  }
  bytes.set([0xff, 0xd8, 0xff, 0xe0])
  return bytes
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
