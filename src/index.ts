export type { Attachment, Content } from './attachment.js'
export {
  attachmentText,
  type DecodedText,
  decodeAttachmentText,
  type TextAttachment,
} from './attachment-text.js'
export {
  type BuiltReq,
  buildCancelReq,
  buildExtendedCancelReq,
  buildExtendedReplaceReq,
  buildReplaceReq,
  buildSubmitReq,
  type CancelReqInput,
  type ContentReqOptions,
  type ExtendedCancelReqInput,
  type ExtendedReplaceReqInput,
  type ReplaceReqInput,
  type ReqInput,
  type ReqOptions,
  type SubmitReqInput,
} from './build-req.js'
export {
  buildDeliverRsp,
  buildMm7Rsp,
  buildVaspErrorFault,
  type RspDetails,
} from './build-rsp.js'
export { Mm7Error, type Mm7ErrorCode, type Mm7ErrorInit } from './errors.js'
export type {
  AddressInput,
  AttachmentInput,
  ContentInput,
  ExtensionInput,
  MessageInput,
  RecipientsInput,
  Short,
  TimeInput,
  TransferEncoding,
} from './input.js'
export { DEFAULT_LIMITS, type Limits } from './limits.js'
export type {
  Correlation,
  DeliverReq,
  DeliveryReportReq,
  Mm7Message,
  PartialMessage,
  ReadReplyReq,
  SubmitReq,
} from './message.js'
export { type Json, type JsonObject, messageToJson } from './message-to-json.js'
export type { Part } from './mime/part.js'
export type { Release } from './mm7/write/release.js'
export { type ParseOptions, parseDeliverReq, parseMm7Request } from './parse.js'
export { type HttpResponse, parseMm7Response, type ResponseOptions } from './parse-response.js'
export { type Reply, replyTo } from './reply-to.js'
export type { HeaderObject, HeaderPairs, HeaderVisitor, Mm7Request } from './request.js'
export type { Mm7Response, ResponseStatus } from './response.js'
export { skycoreCarrier } from './skycore/carriers.js'
export { SkycoreStatus } from './skycore/status.js'
export {
  type SplitOptions,
  type SplitRequest,
  splitMultipartRelated,
} from './split-multipart-related.js'
export { Status, type StatusEntry, type StatusInput } from './status.js'
export type {
  CancelReq,
  ExtendedCancelReq,
  ExtendedReplaceReq,
  ReplaceReq,
  Submission,
} from './submission.js'
export type {
  Address,
  ChargedParty,
  ContentClass,
  ExtensionElement,
  ExtraData,
  MessageClass,
  MmReadStatus,
  MmStatus,
  MmStatusExtension,
  PreviousSender,
  PreviousTime,
  Priority,
  Recipients,
  Reference,
  ReplyCharging,
  StatusOf,
  TimeStamp,
  UaCapabilities,
} from './values.js'
export type { Warning, WarningCode } from './warnings.js'
