import type { Attachment, Content } from './attachment.js'
import type { Address, ExtensionElement, TimeStamp } from './values.js'

/** A Content-Transfer-Encoding of RFC 2045 §6. */
export type TransferEncoding = 'binary' | '8bit' | '7bit' | 'base64' | 'quoted-printable'

/** An address. A string is an `RFC2822Address` if it has an `@`, else a `Number`. */
export type AddressInput = string | (Pick<Address, 'kind' | 'value'> & Partial<Address>)

/** A moment or a duration: as it is to be sent, or a `Date`. */
export type TimeInput = string | Date | TimeStamp

/** An attachment by what it holds; what is left out is made up. */
export interface AttachmentInput {
  readonly bytes?: Uint8Array
  /** Instead of `bytes`: sent as UTF-8. */
  readonly text?: string
  /** Default: `text/plain` where there is a `text`, else `application/octet-stream`. */
  readonly mediaType?: string
  /** The parameters of its Content-Type; `charset=utf-8` is added where there is a `text`. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Without angle brackets. Default, unless there is a `contentLocation`: `attachment-1`, and so on. */
  readonly contentId?: string
  readonly contentLocation?: string
  /** The file name: the parameter `name` of its Content-Type. */
  readonly name?: string
  /** Default: `binary`. Bytes go as they are into `7bit`, `8bit` and `binary`, whatever they are. */
  readonly transferEncoding?: TransferEncoding
}

/** A `Content` element. */
export interface ContentInput {
  readonly href?: string
  /** Default: true. */
  readonly allowAdaptations?: boolean
  readonly type?: string
  /**
   * Some of the message's `attachments`, next to one another. Default: the one whose Content-ID or
   * Content-Location the `href` names; if there is none, all of them.
   */
  readonly attachments?: readonly (Attachment | AttachmentInput)[]
}

/** An element beyond the schema. At the top, one called `Extension` is MM7's own. */
export interface ExtensionInput {
  readonly namespace?: string | undefined
  readonly name: string
  readonly text?: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly ExtensionInput[]
}

/** Whom a message is for. One address or a list of them are targets (`To`). */
export type RecipientsInput =
  | AddressInput
  | readonly AddressInput[]
  | { readonly [List in 'to' | 'cc' | 'bcc']?: AddressInput | readonly AddressInput[] }

/** What may be given for a value of a message: the value, or less of it. */
export type Short<T> = 'displayOnly' extends keyof T
  ? AddressInput
  : 'bcc' extends keyof T
    ? RecipientsInput
    : 'date' extends keyof T
      ? TimeInput
      : 'known' extends keyof T
        ? T | (T extends { readonly text: infer Text } ? Text : never)
        : 'children' extends keyof T
          ? ExtensionElement | ExtensionInput
          : T extends readonly (infer E)[]
            ? readonly Short<E>[]
            : T extends object
              ? { readonly [P in keyof T]: Short<NonNullable<T[P]>> }
              : T

/** The properties of a message that an input gives in a way of their own, or cannot give. */
type Special = 'operation' | 'attachments' | 'contents' | 'warnings'

/**
 * A message as reading returns it, or as little of it as matters, each value shortened. Text is sent
 * as it is given: what XML 1.0 has no character for becomes U+FFFD.
 */
export type MessageInput<M> = {
  readonly [P in keyof M as P extends Special ? never : P]?: Short<NonNullable<M[P]>>
} & {
  readonly operation?: string
  readonly warnings?: readonly unknown[]
} & ('attachments' extends keyof M
    ? {
        readonly attachments?: readonly (Attachment | AttachmentInput)[]
        readonly contents?: readonly (Content | ContentInput)[]
      }
    : unknown)
