import { quote } from '../report.js'
import type { Element } from '../soap/dom.js'
import { type Context, note } from './context.js'

/** @returns the value of an attribute; undefined if there is none of that name */
export function attribute(context: Context, element: Element, name: string): string | undefined {
  return context.attributesOf(element)?.[name]
}

/** Reports an element's attributes other than these, and than those that any element may have. */
export function checkAttributes(
  context: Context,
  element: Element,
  known: readonly string[],
  path: string,
): void {
  const attributes = context.attributesOf(element)
  if (attributes === undefined) return
  const stray = context.strayAttributesOf(element)
  for (const name in attributes) {
    if (known.includes(name) || (name.includes(':') && !stray?.has(name))) continue
    const what = `The attribute ${name}=${quote(attributes[name] as string)} does not belong here; ignored.`
    note(context, 'attribute-unexpected', what, path)
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

/** @returns the boolean attribute `name` (XML Schema part 2 §3.2.2), whatever its case */
export function booleanAttribute(
  context: Context,
  element: Element,
  name: string,
  fallback: boolean,
  path: string,
): boolean {
  const text = attribute(context, element, name)
  if (text === undefined) return fallback
  const value = BOOLEANS.get(text.trim())
  if (value !== undefined) return value
  const guess = text.trim().toLowerCase()
  const read = guess === 'true' || (guess !== 'false' && fallback)
  const what = `${name}=${quote(text)} is not a boolean; read as ${read}.`
  note(context, 'value-malformed', what, path)
  return read
}

/** @returns the attribute `sequence`, if there is one and it is a positive integer */
export function sequenceAttribute(
  context: Context,
  element: Element,
  path: string,
): { sequence?: number } {
  const text = attribute(context, element, 'sequence')?.trim()
  if (text === undefined) return {}
  if (/^\+?0*[1-9]\d{0,14}$/.test(text)) return { sequence: Number(text) }
  const what = `sequence=${quote(text)} is not a positive integer; left out.`
  note(context, 'value-malformed', what, path)
  return {}
}
