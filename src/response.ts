import type { Warning } from './warnings.js'

/** What a relay/server answers a platform's request with (TS 23.140 8.7). */
export interface Mm7Response {
  /** The element that it is; `RSErrorRsp` for a SOAP Fault, whatever that holds. */
  readonly operation:
    | 'SubmitRsp'
    | 'CancelRsp'
    | 'ReplaceRsp'
    | 'extendedCancelRsp'
    | 'extendedReplaceRsp'
    | 'RSErrorRsp'
  /** That of the request, if it is echoed. */
  readonly transactionId?: string
  /** The version of the interface. */
  readonly mm7Version?: string
  /** The MM7 namespace that the relay/server used, white space removed; empty if it used none. */
  readonly namespace?: string
  /**
   * The request was taken: the code is one of success (1xxx), it is no fault, and the HTTP status, if
   * one was given, is 2xx.
   */
  readonly isSuccess: boolean
  readonly status: ResponseStatus
  /**
   * Of a `SubmitRsp`: the message's id, which its reports have. A failure may have one, too. Of a
   * `CancelRsp` or `ReplaceRsp` the schema has none, and some send it.
   */
  readonly messageId?: string
  /** Each deviation that was read all the same, in the order of reading. */
  readonly warnings: readonly Warning[]
}

/** What became of a request (TS 23.140 responseStatusType). */
export interface ResponseStatus {
  /**
   * 1xxx success, 2xxx client, 3xxx server, 4xxx service; of a fault that has none, 2000 or 3000 by
   * its faultcode.
   */
  readonly code: number
  /** As sent; where there is none, the text of the code in the tables, or the faultstring. */
  readonly text: string
  /** The text of `Details`, and of all elements in it. */
  readonly details?: string
}
