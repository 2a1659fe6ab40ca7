import { type Element, textOf } from '../../soap/element.js'
import type { Codec } from '../codec.js'
import { text } from './simple.js'

/** anyDataType (TS 23.140): all the text in it, whatever elements that is in. */
export const details: Codec<string> = /* @__PURE__ */ Object.assign({}, text, {
  holds: 'elements',
  attributes: undefined,
  read: ((_context, element) => allText(element) || undefined) satisfies Codec<string>['read'],
} as const)

/** @returns the texts of an element and of those in it, in order, a space between them. */
export function allText(root: Element): string {
  const texts: string[] = []
  // A stack of our own: elements may lie in one another deeper than calls may.
  const pending = [root]
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    const own = textOf(element)
    if (own !== '') texts.push(own)
    for (const child of [...element.children].reverse()) pending.push(child)
  }
  return texts.join(' ')
}
