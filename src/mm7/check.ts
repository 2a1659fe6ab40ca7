import { quote } from '../report.js'
import { type Element, textOf } from '../soap/element.js'
import type { Codec } from './codec.js'
import { type Context, note } from './context.js'
import { keepChildren } from './keep.js'

/** Reports the attributes of an element that its type does not have, but for those that any may have. */
export function checkAttributes(
  context: Context,
  element: Element,
  known: readonly string[],
  path: string,
): void {
  const { attributes, strayAttributes } = element
  if (attributes === undefined) return
  for (const name in attributes) {
    if (known.includes(name) || (name.includes(':') && !strayAttributes?.has(name))) continue
    const what = `The attribute ${name}=${quote(attributes[name] as string)} does not belong here; ignored.`
    note(context, 'attribute-unexpected', what, path, element)
  }
}

/** Reports text where there should be elements, or nothing. */
export function checkText(context: Context, element: Element, path: string): void {
  const text = textOf(element)
  if (text === '') return
  const what = `Unexpected text ${quote(text)} in ${path === '' ? 'the operation' : path}; ignored.`
  note(context, 'text-unexpected', what, path, element)
}

/** Reports what an element of a type has on it and in it that the type does not. */
export function checkShape<T>(
  context: Context,
  { holds, attributes }: Codec<T>,
  element: Element,
  path: string,
): void {
  if (attributes !== undefined) checkAttributes(context, element, attributes, path)
  if (holds !== 'elements') keepChildren(context, element, path)
  if (holds === 'nothing') checkText(context, element, path)
}
