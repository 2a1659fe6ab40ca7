import type { RawAttributes } from './prefixes.js'

/** An element of the envelope, its name canonical, and what its sender wrote. */
export interface Element {
  /** Without prefix, as sent. */
  readonly name: string
  /** The canonical namespace: SOAP's, MM7's, or as sent; empty for none. */
  readonly namespace: string
  /** The namespace that the sender used, white space removed; empty for none. */
  readonly sentNamespace: string
  /** All but declarations of namespaces; undefined if there are none. */
  readonly attributes: RawAttributes | undefined
  /** All that stand in its start tag, declarations of namespaces too. */
  readonly rawAttributes: RawAttributes
  /**
   * Of an element of SOAP or MM7, the names with a prefix of attributes that are neither MM7's nor of
   * those that any element may have, such as `xsi:type`; undefined if there are none.
   */
  readonly strayAttributes: ReadonlySet<string> | undefined
  /** It has `xsi:nil="true"`: it says that it has no value (XML Schema part 1 §2.6.2). */
  readonly isNil: boolean
  /** The elements in it, in order. */
  readonly children: readonly Element[]
  /** Its own text, not that of its children. */
  readonly text: string
  /** Where its start tag ends in the text that was read: for {@link Places}. */
  readonly index: number
}

const SPACE = 0x20

/**
 * Takes off white space of XML 1.0 §2.3, which has no other characters up to the space. Unlike
 * `trim` it leaves no-break and ideographic spaces: they are part of a text.
 *
 * @returns the text without the white space around it
 */
export function trimXml(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charCodeAt(start) <= SPACE) start += 1
  while (end > start && text.charCodeAt(end - 1) <= SPACE) end -= 1
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

/** @returns the element's own text, without the white space around it. */
export function textOf(element: Element): string {
  return trimXml(element.text)
}
