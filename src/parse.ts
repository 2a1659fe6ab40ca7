import type { Attachment } from './attachment.js'
import { type Limits, resolveLimits } from './limits.js'
import type { DeliverReq, Mm7Message } from './message.js'
import { readHeaderText } from './mime/header-text.js'
import type { Part } from './mime/part.js'
import { isXml } from './mime/root.js'
import { splitBody } from './mime/split-body.js'
import { type Content, type ContentOf, decodeOnce } from './mime/transfer-encoding.js'
import { readAttachments } from './mm7/attachments.js'
import { contentResolver } from './mm7/content.js'
import type { ContentResolver } from './mm7/context.js'
import type { Catalog } from './mm7/operations/catalog.js'
import { OPERATIONS, RECEIVED } from './mm7/operations/index.js'
import { type Draft, fillAbsent } from './mm7/read-fields.js'
import { readMessage } from './mm7/read-message.js'
import { isTextElement } from './mm7/text-elements.js'
import { checkHeaderName, checkOptions, type OptionType } from './options.js'
import { refuse } from './refuse.js'
import { createReport, type Report, warnAll } from './report.js'
import { checkLength, type HeaderLookup, type Mm7Request, openRequest } from './request.js'
import { CARRIER_ID_HEADER } from './skycore/carriers.js'
import { type Envelope, readEnvelope } from './soap/envelope.js'
import { MM7 } from './soap/namespaces.js'
import type { XmlSource } from './soap/xml-text.js'

/** How {@link parseMm7Request} and {@link parseDeliverReq} read. */
export interface ParseOptions {
  /**
   * Every deviation is refused: what would be a warning is an `Mm7Error` with the warning's code. The
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
 * Reads whatever a relay/server posts to a platform: `DeliverReq`, `DeliveryReportReq`,
 * `ReadReplyReq`, or a message pushed as `SubmitReq` (TS 23.140 8.7). The element in the SOAP Body
 * tells which it is, not the URL or the SOAPAction.
 *
 * Tolerant, never silent: what real senders get wrong is read, and each deviation is reported in
 * `warnings`. All is read that can be before anything is thrown.
 *
 * @param request the HTTP headers and the body as bytes; a Node, Express or Fastify request with a
 * raw body fits as it is
 * @returns the message, whose `operation` tells which it is; the bytes of its attachments are views of
 * `request.body` where their transfer encoding allows
 * @throws Mm7Error if this is none of these, or not one that can be used; answer with it:
 * `buildMm7Rsp(error)`
 * @throws TypeError if the body is not bytes, or an option or limit is not valid; it says what to do
 * instead
 */
export function parseMm7Request(request: Mm7Request, options: ParseOptions = {}): Mm7Message {
  return readAccepted(request, options, RECEIVED, OPERATIONS) as unknown as Mm7Message
}

/**
 * Reads a `DeliverReq` (TS 23.140 8.7.2.3), the message that a relay/server hands to a VASP, and
 * nothing else: otherwise as {@link parseMm7Request}.
 *
 * @param request the HTTP headers and the body as bytes
 * @returns the message
 * @throws Mm7Error if this is not a `DeliverReq`, or not one that can be used; answer with it:
 * `buildDeliverRsp(error)`
 * @throws TypeError if the body is not bytes, or an option or limit is not valid; it says what to do
 * instead
 */
export function parseDeliverReq(request: Mm7Request, options: ParseOptions = {}): DeliverReq {
  return readAccepted(request, options, RECEIVED, ['DeliverReq']) as unknown as DeliverReq
}

/**
 * Reads one of some operations.
 *
 * @param catalog the operations that are known
 * @param accepted those of them that may be there
 * @throws Mm7Error if it is none of these, or cannot be used
 */
export function readAccepted(
  request: Mm7Request,
  options: ParseOptions,
  catalog: Catalog,
  accepted: readonly string[],
): Draft {
  const { report, draft, envelope, root, parts, contentOf, resolve } = openMessage(request, options)
  let operation: string | undefined
  if (envelope === undefined) fillAbsent(catalog.tableOf(catalog.names[0] as string), draft)
  else {
    operation = readMessage(envelope, draft, { catalog, accepted }, resolve, report)
    envelope.places.settle()
    if (root && !isRead(envelope, root, catalog))
      draft['attachments'] = attachmentsOf(parts, contentOf)
  }
  refuse(report, options.strict, operation, () => draft)
  // What a message needs is there: else there was a failure to refuse it for.
  return draft
}

/** A request, as far as it is the same for every operation. */
export interface OpenedMessage {
  readonly report: Report
  /** What is known of the message without its envelope. */
  readonly draft: Draft
  /** Undefined if there is none. */
  readonly envelope: Envelope | undefined
  /** The part that it is in. */
  readonly root: Part | undefined
  /** The parts at the top, that one among them. */
  readonly parts: readonly Part[]
  readonly contentOf: ContentOf
  readonly resolve: ContentResolver
}

/**
 * Reads what is around an operation: HTTP headers, parts, the envelope.
 *
 * @param mayBeBare says of a root by its name whether it will do without an envelope
 */
export function openMessage(
  request: Mm7Request,
  options: ParseOptions,
  mayBeBare?: (name: string) => boolean,
): OpenedMessage {
  const { header, body } = openRequest(request)
  checkOptions(options, OPTIONS)
  checkHeaderName('carrierIdHeader', options.carrierIdHeader)
  const limits = resolveLimits(options.limits)
  const report = createReport()
  checkLength(header, body, report)
  const { carrierIdHeader = CARRIER_ID_HEADER } = options
  const carrierId = readHeader(header, carrierIdHeader.toLowerCase(), report)

  const { root, parts } = splitBody(header, body, limits, report)
  const contentOf = decodeOnce()
  const { attachments, deviations } = readAttachments(parts, root, contentOf)
  warnAll(report, deviations)
  const draft: Draft = { attachments: [...attachments.values()], warnings: report.warnings }
  if (carrierId) draft['carrierId'] = carrierId
  const source = root && envelopeSource(root, contentOf(root), report)
  const envelope = source && readEnvelope(source, limits, report, isTextElement, mayBeBare)
  const resolve = contentResolver(parts, root, attachments)
  return { report, draft, envelope, root, parts, contentOf, resolve }
}

/** @returns a header field of the request; undefined if there is none */
function readHeader(header: HeaderLookup, name: string, report: Report): string | undefined {
  const sent = header(name, report)?.trim()
  return sent === undefined ? undefined : readHeaderText(sent, report, { path: name })
}

/**
 * @returns whether it is read as an envelope, or as an operation without one, or should have been: what is
 * something else is a part like others
 */
function isRead({ root, bare }: Envelope, { mediaType }: Part, catalog: Catalog): boolean {
  if (root === undefined) return isXml(mediaType)
  if (bare === undefined) return true
  if (bare.namespace !== MM7) return false
  // What has no namespace is taken for MM7's, and so is a text that starts with a tag of HTML's.
  return bare.sentNamespace !== '' || isXml(mediaType) || catalog.find(bare.name) !== undefined
}

function attachmentsOf(parts: readonly Part[], contentOf: ContentOf): Attachment[] {
  return [...readAttachments(parts, undefined, contentOf).attachments.values()]
}

function envelopeSource(root: Part, { bytes, deviations }: Content, report: Report): XmlSource {
  warnAll(report, deviations)
  return {
    bytes,
    charset: root.parameters['charset'],
    offset: root.offset,
    isVerbatim: bytes === root.body,
  }
}
