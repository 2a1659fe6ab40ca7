import { type Limits, resolveLimits } from './limits.js'
import type { DeliverReq } from './message.js'
import type { Part } from './mime/part.js'
import { splitBody } from './mime/split-body.js'
import { decodeBody, isIdentityEncoded } from './mime/transfer-encoding.js'
import { readAttachments } from './mm7/attachments.js'
import { contentResolver } from './mm7/content.js'
import { createDraft } from './mm7/draft.js'
import { readMessage } from './mm7/read-message.js'
import { checkOptions, type OptionType } from './options.js'
import { refuse } from './refuse.js'
import { createReport, type Report, warnAll } from './report.js'
import { checkLength, type Mm7Request, openRequest } from './request.js'
import { CARRIER_ID_HEADER } from './skycore/carriers.js'
import { readEnvelope } from './soap/envelope.js'
import type { XmlSource } from './soap/xml-text.js'

/** How {@link parseDeliverReq} reads. */
export interface ParseOptions {
  /**
   * Every liberty is refused: what would be a warning is an `Mm7Error` with the warning's code. The
   * message is still read to its end, for the error's `partial`. Default: false.
   */
  readonly strict?: boolean
  /** Limits that differ from the defaults. */
  readonly limits?: Partial<Limits>
  /** The HTTP header that tells the operator's id. Default: `x-skycore-carrier-id`. */
  readonly carrierIdHeader?: string
}

const OPTIONS = {
  strict: 'boolean',
  limits: 'object',
  carrierIdHeader: 'string',
} as const satisfies Record<keyof ParseOptions, OptionType>

/**
 * Reads a `DeliverReq` (TS 23.140 8.7.2.3): the message that a relay/server hands to a VASP.
 *
 * Tolerant, never silent: what real senders get wrong is read, and each liberty taken is told in
 * `warnings`. All is read that can be before anything is thrown.
 *
 * @param request the HTTP headers and the body as bytes; a Node, Express or Fastify request with a
 * raw body fits as it is
 * @returns the message; the bytes of its attachments are views of `request.body` where their
 * transfer encoding allows
 * @throws Mm7Error if this is not a `DeliverReq`, or not one that can be used; answer with it:
 * `buildDeliverRsp(error)`
 * @throws TypeError if the body is not bytes, or an option or limit is not valid; it says what to do
 * instead
 */
export function parseDeliverReq(request: Mm7Request, options: ParseOptions = {}): DeliverReq {
  const { header, body } = openRequest(request)
  checkOptions(options, OPTIONS)
  const limits = resolveLimits(options.limits)
  const report = createReport()
  checkLength(header, body, report)
  const draft = createDraft(report.warnings)
  const carrierId = header(
    (options.carrierIdHeader ?? CARRIER_ID_HEADER).toLowerCase(),
    report,
  )?.trim()
  if (carrierId) draft.carrierId = carrierId

  const { root, parts } = splitBody(header, body, limits, report)
  const { attachments, deviations } = readAttachments(parts, root)
  warnAll(report, deviations)
  draft.attachments = [...attachments.values()]
  if (root !== undefined) {
    const envelope = readEnvelope(envelopeSource(root, report), limits, report)
    readMessage(envelope, draft, contentResolver(parts, root, attachments, report), report)
  }
  refuse(report, options.strict, () => draft)
  // What a message needs is there: else there was a failure to refuse it for.
  return draft as DeliverReq
}

function envelopeSource(root: Part, report: Report): XmlSource {
  const { bytes, deviations } = decodeBody(root)
  warnAll(report, deviations)
  return {
    bytes,
    charset: root.parameters['charset'],
    offset: root.offset,
    isVerbatim: isIdentityEncoded(root),
  }
}
