import { type Element, textOf } from '../../soap/element.js'
import type { Codec } from '../codec.js'
import { completeString } from './simple.js'

/** anyDataType (TS 23.140): all the text in it, whatever elements that is in. */
export const details: Codec<string> = {
  holds: 'elements',
  attributes: undefined,
  inner: {},
  absent: undefined,
  read: (_context, element) => allText(element) || undefined,
  write: (text) => ({ text }),
  complete: completeString,
}

/** @returns the texts of an element and of those in it, in order, a space between them. */
export function allText(root: Element): string {
  const texts: string[] = []
  // A stack of our own: elements may lie in one another deeper than calls may.
  const pending = [root]
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    const text = textOf(element)
    if (text !== '') texts.push(text)
    for (const child of [...element.children].reverse()) pending.push(child)
  }
  return texts.join(' ')
}
