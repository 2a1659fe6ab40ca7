import { quote } from '../report.js'
import { type Element, textOf } from '../soap/element.js'
import type { Codec } from './codec.js'
import { type Context, warnAt } from './context.js'
import { keepChildren } from './keep.js'

/** @returns the value of the attribute with that name, else of the first with it in another case */
export function attributeOf({ attributes }: Element, name: string): string | undefined {
  if (attributes === undefined) return undefined
  const exact = attributes[name]
  if (exact !== undefined) return exact
  for (const key in attributes) if (isLike(key, name)) return attributes[key]
  return undefined
}

function isLike(key: string, name: string): boolean {
  return key.length === name.length && key.toLowerCase() === name.toLowerCase()
}

/**
 * Reports the attributes of an element that its type does not have, but for those that any may have,
 * and those that have their names in another case.
 */
export function checkAttributes(
  context: Context,
  element: Element,
  known: readonly string[],
  path: string,
): void {
  const { attributes, strayAttributes } = element
  if (attributes === undefined) return
  let read: Set<string> | undefined
  for (const name in attributes) {
    if (known.includes(name) || (name.includes(':') && !strayAttributes?.has(name))) continue
    const meant = known.find((one) => isLike(name, one))
    if (meant !== undefined && attributes[meant] === undefined && !read?.has(meant)) {
      read ??= new Set()
      read.add(meant)
      const what = `The attribute ${quote(name)} should be ${meant}; read as that.`
      warnAt(context, 'attribute-name', what, path, element)
      continue
    }
    const what = () =>
      `The attribute ${name}=${quote(attributes[name] as string)} does not belong here; ignored.`
    warnAt(context, 'attribute-unexpected', what, path, element)
  }
}

/** Reports text where there should be elements, or nothing. */
export function checkText(context: Context, element: Element, path: string): void {
  const text = textOf(element)
  if (text === '') return
  const what = `Unexpected text ${quote(text)} in ${path === '' ? 'the operation' : path}; ignored.`
  warnAt(context, 'text-unexpected', what, path, element)
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
