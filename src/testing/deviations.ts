import type { DeliverReq } from '../message.js'
import { concatenate } from '../mime/bytes.js'
import { mm7Node, type XmlNode } from '../soap/write/xml-node.js'
import type { WarningCode } from '../warnings.js'
import type { BuiltRequest } from './built-request.js'
import type { Deviation } from './deviation.js'

/** What can be wrong with a built request, and matters to who handles it: one of a closed set. */
export type DeviationName =
  | 'no-blank-line'
  | 'no-closing-delimiter'
  | 'no-content-element'
  | 'sender-as-text'
  | 'dangling-href'

/** What a deviation is, for tests that go through all of them. */
export interface DeviationEntry {
  /** The one warning that `parseDeliverReq` gives for it. */
  readonly warning: WarningCode
  /** What is wrong. */
  readonly about: string
  /** What the message must have for it to be wrong about. */
  readonly needs?: Need
  /** What is read is the message all the same, the warning aside. */
  readonly isHarmless: boolean
}

/** What a deviation may need of the message. */
export type Need = 'an attachment' | 'a Content with a cid URL' | 'a typed sender'

const NEEDS: Readonly<Record<Need, (message: DeliverReq) => boolean>> = {
  'an attachment': ({ attachments }) => attachments.length > 0,
  'a Content with a cid URL': ({ contents }) => /^cid:/i.test(contents[0]?.href ?? ''),
  'a typed sender': ({ sender }) => sender.kind !== 'unknown',
}

const utf8 = new TextEncoder()

const TABLE: Readonly<Record<DeviationName, DeviationEntry & Deviation>> = {
  'no-blank-line': {
    warning: 'blank-line-missing',
    about: 'No empty line between the headers of the envelope and the envelope.',
    needs: 'an attachment',
    isHarmless: true,
    parts: ({ root }) => {
      root.headers = root.headers.map(([name, value]) => [
        name,
        name === 'content-transfer-encoding' ? '8bit' : value,
      ])
    },
    body: (body, { root, lineEnd }) => replace(body, root.bytes, lineEnd, ''),
  },
  'no-closing-delimiter': {
    warning: 'delimiter-not-closed',
    about: 'The last delimiter is missing, as if the message were cut short.',
    needs: 'an attachment',
    isHarmless: true,
    body: (body, { multipart, lineEnd }) => {
      const delimiter = utf8.encode(`${lineEnd}--${multipart.boundary}--`)
      return body.slice(0, lastIndexOf(body, delimiter))
    },
  },
  'no-content-element': {
    warning: 'element-missing',
    about: 'There is no Content element.',
    needs: 'an attachment',
    isHarmless: false,
    operation: ({ entry }) => {
      const others = entry.children.filter(({ name }) => name !== 'Content')
      entry.children.splice(0, entry.children.length, ...others)
    },
  },
  'sender-as-text': {
    warning: 'address-untyped',
    about: 'The sender is text. In REL-5-MM7-1-0 and 1-1 that is right, and no warning is given.',
    needs: 'a typed sender',
    isHarmless: false,
    operation: ({ entry, message }) => {
      const { raw } = (message as DeliverReq).sender
      entry.children.splice(placeOf(entry, 'Sender'), 1, mm7Node('Sender', { text: raw }))
    },
  },
  'dangling-href': {
    warning: 'href-unmatched',
    about: 'The href of the first Content names no part.',
    needs: 'a Content with a cid URL',
    isHarmless: false,
    operation: ({ entry }) => {
      const at = placeOf(entry, 'Content')
      const { attributes } = entry.children[at] as XmlNode
      const href = attributes.findIndex(([name]) => name === 'href')
      attributes[href] = ['href', 'cid:nowhere@example.com']
    },
  },
}

/** Every deviation by its name. */
export const DEVIATIONS: Readonly<Record<DeviationName, DeviationEntry>> = TABLE

/** @returns where the element of that name is. @throws TypeError if there is none */
function placeOf({ children }: XmlNode, wanted: string): number {
  const at = children.findIndex(({ name }) => name === wanted)
  if (at >= 0) return at
  throw new TypeError(`The message has no ${wanted} to be wrong about.`)
}

/**
 * @param before what stands behind the text that is replaced
 * @returns the body with another text there
 */
export function replace(
  body: BuiltRequest['body'],
  before: Uint8Array,
  text: string,
  by: string,
): BuiltRequest['body'] {
  const end = lastIndexOf(body, before)
  const start = end - utf8.encode(text).length
  return concatenate([body.subarray(0, start), utf8.encode(by), body.subarray(end)])
}

/** @returns where the bytes stand for the last time. */
export function lastIndexOf(body: Uint8Array, bytes: Uint8Array): number {
  let at = body.length - bytes.length
  while (at > 0 && !bytes.every((byte, i) => body[at + i] === byte)) at -= 1
  return at
}

/**
 * @param names deviations, in any order
 * @returns them in the order of the table
 * @throws TypeError if a name is none, or the message lacks what a deviation needs
 */
export function deviationsOf(
  names: readonly DeviationName[],
  message: DeliverReq,
): readonly Deviation[] {
  for (const name of names) {
    if (!Object.hasOwn(TABLE, name)) throw new TypeError(`There is no deviation ${name}.`)
    const { needs } = TABLE[name]
    if (needs !== undefined && !NEEDS[needs](message)) {
      throw new TypeError(`The deviation ${name} needs ${needs}.`)
    }
  }
  const chosen = new Set<string>(names)
  return Object.entries(TABLE).flatMap(([name, row]) => (chosen.has(name) ? [row] : []))
}
