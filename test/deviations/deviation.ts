import type { DeliverReq } from '../../src/message.js'
import type { PartNode } from '../../src/mime/write/part-node.js'
import type { XmlNode } from '../../src/soap/write/xml-node.js'
import type { Build, Deviation as Change } from '../../src/testing/deviation.js'
import type { WarningCode } from '../../src/warnings.js'

export type { Build }

/** Something that senders get wrong, and what the library says of it. */
export interface Deviation extends Change {
  /** The one warning that `parseDeliverReq` gives for it. */
  readonly warning: WarningCode
  /** What is wrong. */
  readonly about: string
  /** What the message must have for it to be wrong about. */
  readonly needs?: Need
  /** What is read is the message all the same, the warning aside. */
  readonly isHarmless: boolean
}

/** @returns the message, which is one: deviations are of nothing else. */
export function messageOf({ message }: Build): DeliverReq {
  return message as DeliverReq
}

/** What a deviation may need of the message, and how that is told. */
export const NEEDS: Readonly<Record<Need, (message: DeliverReq) => boolean>> = {
  'an attachment': ({ attachments }) => attachments.length > 0,
  'a name on the first attachment': ({ attachments }) => attachments[0]?.name !== undefined,
  'a Content with a cid URL': ({ contents }) => /^cid:/i.test(contents[0]?.href ?? ''),
  'a nested multipart': ({ contents }) => contents.some((one) => one.attachments.length > 1),
  'attachments that are not XML': ({ attachments }) =>
    attachments.length > 0 && !attachments.some(({ mediaType }) => /xml$/.test(mediaType)),
  'a typed sender': ({ sender }) => sender.kind !== 'unknown',
  'a namespace': ({ namespace }) => namespace !== '',
  'a TimeStamp with a zone': ({ timeStamp }) =>
    /T.*(?:Z|[+-]\d\d:\d\d)$/.test(timeStamp?.text ?? ''),
  'a Priority': ({ priority }) => priority !== undefined,
  'a Subject': ({ subject }) => (subject ?? '') !== '',
  'a UserAgent in Previouslysentby': ({ previouslySentBy }) => previouslySentBy.length > 0,
  'an & in a text': () => true,
  'a ]]> in a text': () => true,
  'a < and a digit or a space after it in a text': () => true,
}

/** What a deviation may need of the message. */
export type Need =
  | 'an attachment'
  | 'a name on the first attachment'
  | 'a Content with a cid URL'
  | 'a nested multipart'
  | 'attachments that are not XML'
  | 'a typed sender'
  | 'a namespace'
  | 'a TimeStamp with a zone'
  | 'a Priority'
  | 'a Subject'
  | 'a UserAgent in Previouslysentby'
  | 'an & in a text'
  | 'a ]]> in a text'
  | 'a < and a digit or a space after it in a text'

/** @returns `text` with the first place of `pattern` put otherwise. @throws TypeError if there is none */
export function swap(text: string, pattern: RegExp | string, replacement: string): string {
  const swapped = text.replace(pattern, () => replacement)
  if (swapped !== text) return swapped
  throw new TypeError(`The message has nothing to be wrong about: no ${String(pattern)}.`)
}

/** @returns the element of that name in the operation. @throws TypeError if there is none */
export function child(parent: XmlNode, name: string): XmlNode {
  const found = parent.children.find((node) => node.name === name)
  if (found === undefined) throw new TypeError(`The message has no ${name} to be wrong about.`)
  return found
}

/** Sets a header of a part. */
export function setHeader(part: PartNode, name: string, value: string): void {
  const others = part.headers.filter(([key]) => key !== name)
  part.headers = [...others, [name, value]]
}

/** @returns the value of a header that the part has. */
export function header(part: PartNode, name: string): string {
  return part.headers.find(([key]) => key === name)?.[1] as string
}

/** @returns the part that the first attachment is sent as; there is one. */
export function firstAttachment({ multipart, root }: Build): PartNode {
  let part = multipart.parts.find((one) => one !== root) as PartNode
  while (part.parts !== undefined) part = part.parts[0] as PartNode
  return part
}

/** @returns the first multipart beside the envelope; there is one. */
export function nestedMultipart({ multipart }: Build): PartNode {
  return multipart.parts.find((part) => part.parts !== undefined) as PartNode
}
