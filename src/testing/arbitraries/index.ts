import * as fc from 'fast-check'
import type { DeliverReq } from '../../message.js'
import { type BuiltRequest, buildDeliverReq } from '../build-deliver-req.js'
import type { BuildOptions, DeliverReqInput, ExtensionInput } from '../input.js'
import { toDeliverReq } from '../to-deliver-req.js'
import { damaged } from './damaged.js'
import {
  address,
  attachments,
  dateTime,
  extension,
  optional,
  timeOrDuration,
} from './message-parts.js'
import { elementText, someText, visibleText, xmlText } from './texts.js'

export { damaged }

const BASE = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/'
const RELEASES = [
  'REL-5-MM7-1-0',
  'REL-5-MM7-1-2',
  'REL-5-MM7-1-5',
  'REL-6-MM7-1-0',
  'REL-6-MM7-1-4',
]
const VERSIONS = ['5.2.0', '5.3.0', '6.3.0', '6.7.0', '6.8.0', '10.0.12']

const addresses = fc.array(address, { maxLength: 3 })
const sequence = fc.integer({ min: 1, max: 999_999_999_999_999 })

const input: fc.Arbitrary<DeliverReqInput> = optional<DeliverReqInput>({
  transactionId: someText,
  mm7Version: fc.constantFrom(...VERSIONS),
  namespace: fc.constantFrom(...RELEASES).map((tail) => BASE + tail),
  sender: address,
  recipients: optional({ to: addresses, cc: addresses, bcc: addresses }),
  linkedId: elementText,
  mmsRelayServerId: elementText,
  vaspId: elementText,
  vasId: elementText,
  senderSpi: elementText,
  recipientSpi: elementText,
  replyChargingId: elementText,
  applicId: elementText,
  replyApplicId: elementText,
  auxApplicInfo: elementText,
  timeStamp: dateTime,
  priority: fc.constantFrom('High' as const, 'Normal' as const, 'Low' as const),
  // What looks like an encoded word of RFC 2047 is one.
  subject: elementText.map((text) => text.replaceAll('=?', '=')),
  uaCapabilities: optional({ uaProf: xmlText, timeStamp: timeOrDuration }),
  previouslySentBy: fc.array(fc.oneof(fc.record({ address }), fc.record({ address, sequence })), {
    maxLength: 3,
  }),
  previouslySentDateAndTime: fc.array(
    fc.oneof(
      fc.record({ timeStamp: timeOrDuration }),
      fc.record({ timeStamp: timeOrDuration, sequence }),
    ),
    { maxLength: 3 },
  ),
  attachments,
  additionalInformation: fc.array(fc.record({ href: xmlText }), { maxLength: 2 }),
  messageExtraData: fc.array(fc.record({ key: elementText, value: elementText }), { maxLength: 2 }),
  extensions: fc.array(extension.map(toOwn), { maxLength: 2 }),
  carrierId: fc.oneof(fc.constantFrom('0001890', '1001000'), visibleText),
})

/** The only extension that the schema has is called so, and is MM7's. */
function toOwn(element: ExtensionInput): ExtensionInput {
  return { ...element, namespace: undefined, name: 'Extension' }
}

/**
 * Whole valid messages: any field may be there or not, texts are of all characters of XML, trimmed as
 * `parseDeliverReq` trims, attachments are of any bytes.
 *
 * @returns an arbitrary for which `parseDeliverReq(buildDeliverReq(message, options))` is the message,
 * whatever the options, deviations aside
 */
export function deliverReq(): fc.Arbitrary<DeliverReq> {
  const layout = fc.constantFrom('nested' as const, 'flat' as const)
  return fc.tuple(input, layout).map(([some, chosen]) => toDeliverReq(some, { layout: chosen }))
}

/** @returns an arbitrary of the ways to pack a message, all of them valid */
export function buildOptions(): fc.Arbitrary<BuildOptions> {
  return optional<BuildOptions>({
    container: fc.constantFrom('mixed' as const, 'related' as const),
    lineEnd: fc.constantFrom('crlf' as const, 'lf' as const),
    prefixes: fc.constantFrom('default' as const, 'prefixed' as const, 'per-element' as const),
    envelopeEncoding: fc.constantFrom(
      'binary' as const,
      '8bit' as const,
      'base64' as const,
      'quoted-printable' as const,
    ),
    foldHeaders: fc.boolean(),
    preamble: fc.boolean(),
    rootLast: fc.boolean(),
  })
}

/** @returns an arbitrary of requests that were valid until some of their body's bytes were damaged */
export function damagedRequests(): fc.Arbitrary<BuiltRequest> {
  return fc
    .tuple(deliverReq(), buildOptions())
    .map(([message, options]) => buildDeliverReq(message, options))
    .chain(({ headers, body }) => damaged(body).map((bytes) => ({ headers, body: bytes })))
}
