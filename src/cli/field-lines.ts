import type { PartialMessage } from '../index.js'
import { fieldsOf } from './fields.js'
import { type Style, shortLine } from './terminal.js'

/** How far the names are apart from what they name. */
const COLUMN = 27

/**
 * @returns a line for each field that the message has, two for one that is there twice; more for one
 * that is long and has a structure.
 */
export function fieldLines(message: PartialMessage, style: Style): string[] {
  return fieldsOf(message).flatMap(({ name, values }) =>
    values.flatMap((lines) => lines.map((line, i) => columns(i === 0 ? name : '', line, style))),
  )
}

/** @returns a line with a name and what it names. */
export function columns(name: string, value: string, style: Style): string {
  return `${style.faint(shortLine(name).padEnd(COLUMN))}${shortLine(value)}`
}
