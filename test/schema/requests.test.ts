import assert from 'node:assert/strict'
import fc from 'fast-check'
import { XmlDocument } from 'libxml2-wasm'
import PostalMime from 'postal-mime'
import { afterAll, describe, it } from 'vitest'
import {
  type Attachment,
  type BuiltReq,
  buildCancelReq,
  buildExtendedCancelReq,
  buildExtendedReplaceReq,
  buildReplaceReq,
  buildSubmitReq,
  parseMm7Request,
  type Submission,
  type SubmitReq,
} from '../../src/index.js'
import { completeFields } from '../../src/mm7/complete-fields.js'
import { SUBMISSIONS } from '../../src/mm7/operations/submissions.js'
import { readAccepted } from '../../src/parse.js'
import { submissionInput, TEXT_RELEASES } from '../support/submissions.js'
import { faultsOf } from './validator.js'

/** More for a long run: `PROPERTY_RUNS=10000`. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 300)

const BUILDERS: Readonly<Record<Submission['operation'], (input: never) => BuiltReq>> = {
  SubmitReq: buildSubmitReq,
  CancelReq: buildCancelReq,
  ReplaceReq: buildReplaceReq,
  extendedCancelReq: buildExtendedCancelReq,
  extendedReplaceReq: buildExtendedReplaceReq,
}

/** A multipart as a mail: what HTTP has in its header, a mail has before its body. */
function asMail({ headers, body }: BuiltReq): Buffer {
  const type = headers['content-type'] as string
  return Buffer.concat([Buffer.from(`MIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`), body])
}

/** @returns the envelope and the content of the parts beside it, by a reader of mails */
async function unpack(request: BuiltReq): Promise<{ envelope: string; contents: Buffer[] }> {
  if (!request.headers['content-type']?.startsWith('multipart/')) {
    return { envelope: Buffer.from(request.body).toString(), contents: [] }
  }
  const { attachments } = await PostalMime.parse(asMail(request), { forceRfc822Attachments: true })
  const [envelope, ...others] = attachments.map(({ content }) =>
    Buffer.from(content as unknown as ArrayBuffer),
  )
  return { envelope: String(envelope), contents: others }
}

/** What the operation's element has, and the ids, as reading gives it. */
function fieldsOf(
  operation: Submission['operation'],
  { attachments: _, contents: __, ...values }: Readonly<Record<string, unknown>>,
): object {
  const { transactionId, namespace } = values
  const beside = ['operation', 'transactionId', 'namespace', 'warnings']
  const fields = completeFields(SUBMISSIONS.tableOf(operation), values, '', beside)
  return { ...fields, transactionId, namespace }
}

const TEXTS = [
  ['subject', 'Subject'],
  ['vaspId', 'VASPID'],
  ['linkedId', 'LinkedID'],
  ['serviceCode', 'ServiceCode'],
] as const

/** A message, but for how its parts' headers are put. */
function plain(message: object): object {
  const attachments = (list: readonly Attachment[]): object[] =>
    list.map(({ headers: _, containers: __, ...rest }) => rest)
  const { attachments: all = [], contents = [], ...rest } = message as Partial<SubmitReq>
  return {
    ...rest,
    attachments: attachments(all),
    contents: contents.map((one) => ({ ...one, attachments: attachments(one.attachments) })),
  }
}

let validated = 0
afterAll(() => console.log(`Schema: ${validated} requests validated.`))

describe.each(SUBMISSIONS.names)('%s, built of anything that can be sent', (operation) => {
  const build = BUILDERS[operation]

  it('is valid by the schema, and read back whole without a warning', async () => {
    await fc.assert(
      fc.asyncProperty(submissionInput(operation), async (input) => {
        const request = build(input as never)
        const { envelope } = await unpack(request)
        assert.deepEqual(faultsOf(envelope, 'REL-6-MM7-1-4', input.namespace), [])
        validated += 1
        assert.equal(request.headers['content-length'], String(request.body.length))
        const read = readAccepted(request, { strict: true }, SUBMISSIONS, SUBMISSIONS.names)
        assert.deepEqual(fieldsOf(operation, read), fieldsOf(operation, input))
        const again = build({ ...read } as never)
        const reread = readAccepted(again, { strict: true }, SUBMISSIONS, SUBMISSIONS.names)
        assert.deepEqual(plain(reread), plain(read))
      }),
      { numRuns: RUNS },
    )
  }, 600_000)
})

describe('a SubmitReq', () => {
  it('is read back without a warning in the releases whose senders are text', () => {
    fc.assert(
      fc.property(submissionInput('SubmitReq', TEXT_RELEASES), (input) => {
        const request = buildSubmitReq(input as never)
        const read = parseMm7Request(request, { strict: true })
        const again = buildSubmitReq(read as never)
        assert.deepEqual(plain(parseMm7Request(again, { strict: true })), plain(read))
        const { senderAddress } = read as { senderAddress?: { value: string } }
        assert.equal(senderAddress?.value, input['senderAddress'])
      }),
      { numRuns: RUNS },
    )
  }, 600_000)

  it('has the bytes of its attachments, and its texts, for other readers of MIME and XML too', async () => {
    await fc.assert(
      fc.asyncProperty(submissionInput('SubmitReq'), async (input) => {
        // The reader of mails reads bytes as lines, unless they are encoded.
        const attachments = (input.attachments ?? []).map((one) => ({
          ...one,
          mediaType: 'image/jpeg',
          transferEncoding: 'base64' as const,
        }))
        const request = buildSubmitReq({ ...input, attachments } as never, {
          makePresentation: false,
        })
        const { envelope, contents } = await unpack(request)
        assert.deepEqual(
          contents,
          attachments.map(({ bytes = new Uint8Array(0) }) => Buffer.from(bytes)),
        )
        using document = XmlDocument.fromString(envelope)
        for (const [name, element] of TEXTS) {
          const found = document.get(`//t:${element}`, { t: input.namespace })
          assert.equal(found?.content, input[name])
        }
      }),
      { numRuns: RUNS },
    )
  }, 600_000)
})
