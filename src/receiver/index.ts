export { createReceiver } from './create-receiver.js'
export { type FetchRequest, type FetchResponse, toFetchHandler } from './fetch-handler.js'
export { type NodeRequest, type NodeResponse, toNodeListener } from './node-listener.js'
export type { ReadOptions } from './read-body.js'
export type {
  Handler,
  HandlerContext,
  ReasonWithoutAnswer,
  Receiver,
  ReceiverEvent,
  ReceiverEventCode,
  ReceiverEventType,
  ReceiverOptions,
  ReceiverRequest,
  ReceiverResponse,
  Signal,
  Verdict,
} from './types.js'
