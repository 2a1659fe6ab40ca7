import type { MessageInput } from '../input.js'
import { writeMultipart } from '../mime/write/write-multipart.js'
import { type OperationName, tableOf } from '../mm7/operations/index.js'
import { unusedPrefix } from '../mm7/write/extension-node.js'
import { contentTypeOf, isBare, requestParts } from '../mm7/write/request-parts.js'
import { writeOperation } from '../mm7/write/write-operation.js'
import type { Values } from '../mm7/write-fields.js'
import { checkHeaderName, checkOptions, type OptionType } from '../options.js'
import { quote } from '../report.js'
import { CARRIER_ID_HEADER } from '../skycore/carriers.js'
import { writeEnvelope } from '../soap/write/write-envelope.js'
import type { XmlStyle } from '../soap/write/write-xml.js'
import type { BuiltRequest } from './built-request.js'
import type { Build, Deviation } from './deviation.js'
import type { BuildOptions } from './input.js'
import { type MessageOf, toMessage } from './to-message.js'

/** field-value of RFC 9110 §5.5, without obs-text. */
const HEADER_VALUE = /^[\t\x20-\x7e]*$/
const utf8 = new TextEncoder()

const OPTIONS = {
  layout: ['nested', 'flat'],
  container: ['mixed', 'related'],
  lineEnd: ['crlf', 'lf'],
  prefixes: ['default', 'prefixed', 'per-element'],
  envelopeEncoding: ['binary', '8bit', '7bit', 'base64', 'quoted-printable'],
  foldHeaders: 'boolean',
  preamble: 'boolean',
  rootLast: 'boolean',
  carrierIdHeader: 'string',
  deviations: 'object',
} as const satisfies Record<keyof BuildOptions, OptionType>

/**
 * Builds a request of any operation.
 *
 * @param deviationsOf what is to be wrong with it
 * @throws TypeError as {@link buildDeliverReq}
 */
export function buildRequest<O extends OperationName>(
  operation: O,
  input: MessageInput<MessageOf<O>>,
  options: BuildOptions,
  deviationsOf: (message: MessageOf<O>) => readonly Deviation[],
): BuiltRequest {
  checkOptions(options, OPTIONS)
  checkHeaderName('carrierIdHeader', options.carrierIdHeader)
  const message = toMessage(operation, input, options)
  const deviations = deviationsOf(message)
  const build = prepare(message, options)
  for (const deviation of deviations) deviation.operation?.(build)
  const { transactionId, entry, style } = build
  const envelope = writeEnvelope({ transactionId, entry, style })
  const written = deviations.reduce(
    (xml, { envelope: edit }) => edit?.(xml, build) ?? xml,
    envelope,
  )
  build.root.bytes = utf8.encode(written)
  for (const deviation of deviations) deviation.parts?.(build)
  const body = deviations.reduce<BuiltRequest['body']>(
    (bytes, { body: edit }) => edit?.(bytes, build) ?? bytes,
    writeBody(build, options),
  )
  const contentType = deviations.reduce(
    (value, { contentType: edit }) => edit?.(value, build) ?? value,
    contentTypeOf(build.multipart),
  )
  return { headers: headersOf(contentType, message.carrierId, options), body }
}

function headersOf(
  contentType: string,
  carrierId: string | undefined,
  { carrierIdHeader = CARRIER_ID_HEADER }: BuildOptions,
): Record<string, string> {
  const headers = { 'content-type': contentType, soapaction: '""' }
  if (carrierId === undefined) return headers
  if (HEADER_VALUE.test(carrierId))
    return { ...headers, [carrierIdHeader.toLowerCase()]: carrierId }
  // What is beyond ASCII has no meaning of its own in a header.
  throw new TypeError(
    `The HTTP header ${carrierIdHeader} cannot hold ${quote(carrierId)}: give a carrierId of visible ASCII, ` +
      'or put it into the headers of what is built.',
  )
}

function prepare(message: MessageOf<OperationName>, options: BuildOptions): Build {
  const { operation, transactionId, namespace, extensions } = message
  const { attachments = [], contents = [] } = 'attachments' in message ? message : {}
  const { lineEnd: chosen = 'crlf', prefixes = 'default' } = options
  const lineEnd = chosen === 'lf' ? '\n' : '\r\n'
  const style: XmlStyle = { namespace, prefixes, prefix: unusedPrefix('mm7', extensions), lineEnd }
  const { root, multipart } = requestParts(attachments, contents, options)
  const entry = writeOperation(
    operation,
    tableOf(operation),
    message as unknown as Values,
    namespace,
  )
  return { message, transactionId, style, lineEnd, entry, root, multipart }
}

function writeBody(
  { multipart, root, lineEnd }: Build,
  options: BuildOptions,
): BuiltRequest['body'] {
  // Without content there is nothing to pack: the body is the envelope (TS 23.140 8.7.1).
  if (isBare(multipart)) return new Uint8Array(root.bytes)
  const { foldHeaders = false, preamble = false } = options
  return writeMultipart(multipart, { lineEnd, foldHeaders, preamble })
}
