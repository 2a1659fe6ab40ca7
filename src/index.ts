export { attachmentText } from './attachment-text.js'
export { buildDeliverRsp, buildVaspErrorFault } from './build-deliver-rsp.js'
export { Mm7Error, type Mm7ErrorCode, type Mm7ErrorInit } from './errors.js'
export { DEFAULT_LIMITS, type Limits } from './limits.js'
export type {
  Address,
  Attachment,
  Content,
  Correlation,
  DeliverReq,
  ExtensionElement,
  PreviousSender,
  PreviousTime,
  Priority,
  TimeStamp,
} from './message.js'
export { type Json, type JsonObject, messageToJson } from './message-to-json.js'
export type { Part } from './mime/part.js'
export { type ParseOptions, parseDeliverReq } from './parse-deliver-req.js'
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
