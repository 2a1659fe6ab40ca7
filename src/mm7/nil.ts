import { type Element, textOf } from '../soap/element.js'
import { type Context, warnAt } from './context.js'

/** @returns whether the element is none, as its `xsi:nil` says; reported, as no element may have it */
export function isNone(context: Context, element: Element, path: string): boolean {
  const { attributes, children } = element
  const isEmpty = children.length === 0 && textOf(element) === ''
  // It has one at least, which says that it is none.
  const isBare = Object.keys(attributes as object).every((name) => name.includes(':'))
  const isNil = isEmpty && isBare
  const done = isNil ? `read as if there were no ${path}` : 'ignored, as there is something'
  warnAt(context, 'attribute-unexpected', `xsi:nil on ${path}; ${done}.`, path, element)
  return isNil
}
