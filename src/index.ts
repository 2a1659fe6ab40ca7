export { attachmentText, type DecodedText, decodeAttachmentText } from './attachment-text.js'
export {
  buildDeliverRsp,
  buildMm7Rsp,
  buildVaspErrorFault,
  type RspDetails,
} from './build-rsp.js'
export { Mm7Error, type Mm7ErrorCode, type Mm7ErrorInit } from './errors.js'
export { DEFAULT_LIMITS, type Limits } from './limits.js'
export type {
  Address,
  Attachment,
  ChargedParty,
  Content,
  ContentClass,
  Correlation,
  DeliverReq,
  DeliveryReportReq,
  ExtensionElement,
  ExtraData,
  MessageClass,
  Mm7Message,
  MmReadStatus,
  MmStatus,
  MmStatusExtension,
  PartialMessage,
  PreviousSender,
  PreviousTime,
  Priority,
  ReadReplyReq,
  Recipients,
  Reference,
  ReplyCharging,
  StatusOf,
  SubmitReq,
  TimeStamp,
  UaCapabilities,
} from './message.js'
export { type Json, type JsonObject, messageToJson } from './message-to-json.js'
export type { Part } from './mime/part.js'
export { type ParseOptions, parseDeliverReq, parseMm7Request } from './parse.js'
export type { HeaderObject, HeaderPairs, HeaderVisitor, Mm7Request } from './request.js'
export { skycoreCarrier } from './skycore/carriers.js'
export { SkycoreStatus } from './skycore/status.js'
export {
  type SplitOptions,
  type SplitRequest,
  splitMultipartRelated,
} from './split-multipart-related.js'
export { Status, type StatusEntry, type StatusInput } from './status.js'
export type { Warning, WarningCode } from './warnings.js'
