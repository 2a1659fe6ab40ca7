export type {
  AddressInput,
  AttachmentInput,
  ContentInput,
  ExtensionInput,
  MessageInput,
  RecipientsInput,
  TimeInput,
  TransferEncoding,
} from '../input.js'
export { type Json, type JsonObject, messageToJson } from '../message-to-json.js'
export {
  buildDeliverReq,
  buildDeliveryReportReq,
  buildPushedSubmitReq,
  buildReadReplyReq,
} from './build.js'
export type { BuiltRequest } from './built-request.js'
export { DEVIATIONS, type DeviationEntry, type DeviationName, type Need } from './deviations.js'
export { type HttpCapture, readHttpCapture } from './http-capture.js'
export type {
  BuildOptions,
  DeliverReqInput,
  DeliveryReportReqInput,
  PrefixStyle,
  ReadReplyReqInput,
  SubmitReqInput,
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
export type { TakenAnswer } from './relay-intake.js'
export type { RelayOptions } from './relay-options.js'
export { toDeliverReq } from './to-message.js'
