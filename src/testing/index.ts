export { type Json, type JsonObject, messageToJson } from '../message-to-json.js'
export { type BuiltRequest, buildDeliverReq } from './build-deliver-req.js'
export type { Need } from './deviations/deviation.js'
export { DEVIATIONS, type DeviationEntry, type DeviationName } from './deviations/table.js'
export { type HttpCapture, readHttpCapture } from './http-capture.js'
export type {
  AddressInput,
  AttachmentInput,
  BuildOptions,
  ContentInput,
  DeliverReqInput,
  ExtensionInput,
  PrefixStyle,
  TimeInput,
  TransferEncoding,
} from './input.js'
export { createRelay, type Delivery, type Relay, type RelayCounts } from './relay.js'
export type {
  Attempt,
  AttemptFailure,
  HttpAnswer,
  RelayHandler,
  RelayRequest,
  RelayTarget,
} from './relay-attempt.js'
export type { RelayOptions } from './relay-options.js'
export { toDeliverReq } from './to-deliver-req.js'
