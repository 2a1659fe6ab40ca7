import * as fc from 'fast-check'
import type { DeliverReq, DeliveryReportReq, ReadReplyReq, SubmitReq } from '../../message.js'
import type { OperationName } from '../../mm7/operations/index.js'
import { buildDeliverReq } from '../build.js'
import type { BuiltRequest } from '../built-request.js'
import type { BuildOptions } from '../input.js'
import { type MessageOf, toMessage } from '../to-message.js'
import { damaged } from './damaged.js'
import { inputOf } from './inputs.js'
import { optional } from './message-parts.js'

export { damaged }

function messageOf<O extends OperationName>(operation: O): fc.Arbitrary<MessageOf<O>> {
  const packing = fc.record({
    layout: fc.constantFrom('nested' as const, 'flat' as const),
    container: fc.constantFrom('mixed' as const, 'related' as const),
  })
  return fc.tuple(inputOf(operation), packing).map(([input, { layout, container }]) => {
    const { attachments = [] } = input as { readonly attachments?: readonly unknown[] }
    // 3GPP's schema has one Content.
    const isFlat = layout === 'flat' && attachments.length < 2
    return toMessage(operation, input, { layout: isFlat ? 'flat' : 'nested', container })
  })
}

/**
 * Whole valid messages: any field may be there or not, texts are of all characters of XML, trimmed as
 * `parseDeliverReq` trims, attachments are of any bytes.
 *
 * @returns an arbitrary for which `parseDeliverReq(buildDeliverReq(message, options))` is the message,
 * whatever the options, deviations aside
 */
export function deliverReq(): fc.Arbitrary<DeliverReq> {
  return messageOf('DeliverReq')
}

/** @returns an arbitrary of delivery reports, as {@link deliverReq} of messages */
export function deliveryReportReq(): fc.Arbitrary<DeliveryReportReq> {
  return messageOf('DeliveryReportReq')
}

/** @returns an arbitrary of read replies, as {@link deliverReq} of messages */
export function readReplyReq(): fc.Arbitrary<ReadReplyReq> {
  return messageOf('ReadReplyReq')
}

/** @returns an arbitrary of messages pushed as `SubmitReq`, as {@link deliverReq} of messages */
export function submitReq(): fc.Arbitrary<SubmitReq> {
  return messageOf('SubmitReq')
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
