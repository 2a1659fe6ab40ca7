import { buildRequest } from './build-request.js'
import type { BuiltRequest } from './built-request.js'
import { deviationsOf } from './deviations.js'
import type {
  BuildOptions,
  DeliverReqInput,
  DeliveryReportReqInput,
  ReadReplyReqInput,
  SubmitReqInput,
} from './input.js'

/**
 * Builds the request with which a relay/server hands over a message (TS 23.140 8.7.2.3 and 8.7.1).
 *
 * @param input a message, or as little of one as a test cares for: see {@link toDeliverReq} for the
 * message it stands for
 * @param options how it is packed; whatever they are, it reads the same
 * @returns the request; valid, unless the input is not or `deviations` are chosen, so that
 * `parseDeliverReq` reads it without a warning
 * @throws TypeError if a property or an option is not one, the contents cannot be packed, a header of
 * HTTP or of a part cannot hold its value, or a deviation finds nothing in the message to be wrong about
 */
export function buildDeliverReq(
  input: DeliverReqInput = {},
  options: BuildOptions = {},
): BuiltRequest {
  const { deviations = [] } = options
  return buildRequest('DeliverReq', input, options, (message) => deviationsOf(deviations, message))
}

/**
 * Builds the request with which a relay/server reports what became of a message (TS 23.140 8.7.4.1).
 *
 * @param input a report, or as little of one as a test cares for
 * @param options how it is packed; `deviations` are for `buildDeliverReq`
 * @returns the request, which `parseMm7Request` reads without a warning
 * @throws TypeError as {@link buildDeliverReq}
 */
export function buildDeliveryReportReq(
  input: DeliveryReportReqInput = {},
  options: BuildOptions = {},
): BuiltRequest {
  return buildRequest('DeliveryReportReq', input, options, () => none(options))
}

/**
 * Builds the request with which a relay/server tells that a message was read (TS 23.140 8.7.5.1).
 *
 * @param input a read reply, or as little of one as a test cares for
 * @param options how it is packed; `deviations` are for `buildDeliverReq`
 * @returns the request, which `parseMm7Request` reads without a warning
 * @throws TypeError as {@link buildDeliverReq}
 */
export function buildReadReplyReq(
  input: ReadReplyReqInput = {},
  options: BuildOptions = {},
): BuiltRequest {
  return buildRequest('ReadReplyReq', input, options, () => none(options))
}

/**
 * Builds the request with which some relay/servers push a message: `SubmitReq` (TS 23.140 8.7.2.1).
 *
 * @param input a message, or as little of one as a test cares for
 * @param options how it is packed; `deviations` are for `buildDeliverReq`
 * @returns the request, which `parseMm7Request` reads without a warning
 * @throws TypeError as {@link buildDeliverReq}
 */
export function buildPushedSubmitReq(
  input: SubmitReqInput = {},
  options: BuildOptions = {},
): BuiltRequest {
  return buildRequest('SubmitReq', input, options, () => none(options))
}

function none({ deviations = [] }: BuildOptions): [] {
  if (deviations.length === 0) return []
  throw new TypeError('Deviations are for buildDeliverReq: change what is built yourself.')
}
