import type { DeliverReq } from '../message.js'
import { checkOptions, type OptionType } from '../options.js'
import { CARRIER_ID_HEADER } from '../skycore/carriers.js'
import { idOfHref, unusedId } from './content-id.js'
import type { Build } from './deviations/deviation.js'
import { deviationsOf } from './deviations/table.js'
import { writeEnvelope } from './envelope.js'
import { unusedPrefix } from './extension-nodes.js'
import { formatHeaderValue } from './header-value.js'
import type { BuildOptions, DeliverReqInput } from './input.js'
import { layOut } from './layout.js'
import { operationNode } from './operation-node.js'
import { leafNode, multipartNode, toPartNode } from './part-node.js'
import { toDeliverReq } from './to-deliver-req.js'
import { writeMultipart } from './write-parts.js'

/** A request as a backend gets it: what `parseDeliverReq` takes. */
export interface BuiltRequest {
  /** Names in lower case, as in `req.headers` of Node. There is no Content-Length. */
  readonly headers: Record<string, string>
  /** What `fetch` takes: its buffer is not shared, whatever `Uint8Array` is to the compiler. */
  readonly body: Uint8Array & { readonly buffer: ArrayBuffer }
}

/** field-value of RFC 9110 §5.5, without obs-text. */
const HEADER_VALUE = /^[\t\x20-\x7e]*$/
const ENVELOPE_TYPE = 'text/xml'
const utf8 = new TextEncoder()

const OPTIONS = {
  layout: 'string',
  container: 'string',
  lineEnd: 'string',
  prefixes: 'string',
  envelopeEncoding: 'string',
  foldHeaders: 'boolean',
  preamble: 'boolean',
  rootLast: 'boolean',
  carrierIdHeader: 'string',
  deviations: 'object',
} as const satisfies Record<keyof BuildOptions, OptionType>

/**
 * Builds the request with which a relay/server hands over a message (TS 23.140 8.7.2.3 and 8.7.1).
 *
 * @param input a message, or as little of one as a test cares for: see {@link toDeliverReq} for the
 * message it stands for
 * @param options how it is packed; whatever they are, it reads the same
 * @returns the request; valid, unless the input is not or `deviations` are chosen, so that
 * `parseDeliverReq` reads it without a warning
 * @throws TypeError if an option is not one, the contents cannot be packed, a header of HTTP or of a part cannot hold its
 * value, or a deviation finds nothing in the message to be wrong about
 */
export function buildDeliverReq(
  input: DeliverReqInput = {},
  options: BuildOptions = {},
): BuiltRequest {
  checkOptions(options, OPTIONS)
  const message = toDeliverReq(input, options)
  const build = prepare(message, options)
  const deviations = deviationsOf(options.deviations ?? [], message)
  for (const deviation of deviations) deviation.operation?.(build)
  const envelope = writeEnvelope(build)
  const written = deviations.reduce(
    (xml, { envelope: edit }) => edit?.(xml, build) ?? xml,
    envelope,
  )
  build.root.bytes = utf8.encode(written)
  for (const deviation of deviations) deviation.parts?.(build)
  const body = writeBody(build, options)
  const contentType = deviations.reduce(
    (value, { contentType: edit }) => edit?.(value, build) ?? value,
    contentTypeOf(build),
  )
  const { carrierIdHeader = CARRIER_ID_HEADER } = options
  const headers = [
    ['content-type', contentType],
    ['soapaction', '""'],
    ...(message.carrierId === undefined
      ? []
      : [[carrierIdHeader.toLowerCase(), toHeaderValue(message.carrierId, carrierIdHeader)]]),
  ]
  return { headers: Object.fromEntries(headers), body }
}

/** @returns the value, if it can be sent as it is; what is beyond ASCII has no meaning of its own. */
function toHeaderValue(value: string, name: string): string {
  if (HEADER_VALUE.test(value)) return value
  throw new TypeError(
    `The HTTP header ${name} cannot hold ${JSON.stringify(value)}: give a carrierId of visible ASCII, ` +
      'or put it into the headers of what is built.',
  )
}

function prepare(message: DeliverReq, options: BuildOptions): Build {
  const { namespace, attachments, contents, extensions } = message
  const { prefixes = 'default', lineEnd = 'crlf', envelopeEncoding = '8bit' } = options
  const style = { namespace, prefixes, prefix: unusedPrefix('mm7', extensions) }
  const others = layOut(attachments, contents)
  const ids = contents.map(({ href = '' }) => ({ contentId: idOfHref(href) }))
  const rootId = unusedId('envelope', [...attachments, ...ids])
  const root = leafNode(
    [
      ['content-type', `${ENVELOPE_TYPE}; charset=utf-8`],
      ['content-transfer-encoding', envelopeEncoding],
      ['content-id', `<${rootId}>`],
    ],
    new Uint8Array(0),
  )
  const parts = others.map((item) => toPartNode(item, options.container))
  const all = options.rootLast === true ? [...parts, root] : [root, ...parts]
  const parameters = { type: ENVELOPE_TYPE, start: `<${rootId}>` }
  return {
    message,
    transactionId: message.transactionId,
    style,
    lineEnd: lineEnd === 'lf' ? '\n' : '\r\n',
    operation: operationNode(message, style),
    root,
    multipart: multipartNode([], all, parameters),
  }
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

function isBare({ parts }: Build['multipart']): boolean {
  return parts.length < 2
}

function contentTypeOf({ multipart }: Build): string {
  if (isBare(multipart)) return `${ENVELOPE_TYPE}; charset=utf-8`
  const { parameters, boundary = '' } = multipart
  return formatHeaderValue('multipart/related', { ...parameters, boundary })
}
