import type { Attachment, Content, DeliverReq, ExtensionElement } from '../message.js'
import type { Mutable } from '../mutable.js'
import type { Warning } from '../warnings.js'

/** A message in the making: its lists are there from the start, all else as it is found. */
export type Draft = Mutable<Partial<DeliverReq>> & {
  readonly contents: Content[]
  readonly additionalInformation: { readonly href: string }[]
  readonly extensions: ExtensionElement[]
  attachments: readonly Attachment[]
}

/** @returns a message of which nothing is read yet. */
export function createDraft(warnings: readonly Warning[]): Draft {
  return {
    recipients: { to: [], cc: [], bcc: [] },
    previouslySentBy: [],
    previouslySentDateAndTime: [],
    contents: [],
    attachments: [],
    additionalInformation: [],
    messageExtraData: [],
    extensions: [],
    warnings,
  }
}
