import { createReport } from '../../report.js'
import type { Element } from '../../soap/element.js'
import { Places } from '../../soap/places.js'
import type { Codec, Entry, Simple, Table } from '../codec.js'
import { contentResolver } from '../content.js'
import type { Context } from '../context.js'
import type { Values } from '../write-fields.js'

/** No text is read: an element to speak of, where something deviates in a value. */
const NOWHERE = {} as Element

/**
 * Checks that what is written will be read without a warning: by the very types that reading goes by.
 *
 * @param values properties of the table's type, complete
 * @param name of what they are the properties of; empty at the top
 * @throws TypeError if one is missing, or not what the schema takes
 */
export function checkValues(table: Table, values: Values, name: string): void {
  for (const entry of table.entries) {
    const { property, row } = entry
    const path = name === '' ? property : `${name}.${property}`
    const value = values[property]
    if (value === undefined) checkPresence(entry, path)
    else checkValue(row.codec, value, path, row.presence !== 'optional')
  }
}

function checkPresence({ row }: Entry, path: string): void {
  if (row.presence === 'optional') return
  throw new TypeError(`${path} is missing: the schema requires it.`)
}

function checkValue(codec: Codec<unknown>, value: unknown, path: string, isNeeded: boolean): void {
  if (codec.table !== undefined && !Array.isArray(value)) {
    checkValues(codec.table(), value as Values, path)
  } else if (isSimple(codec)) checkText(codec, codec.format(value), path, isNeeded)
}

function isSimple(codec: Codec<unknown>): codec is Simple<unknown> {
  return 'parse' in codec
}

function checkText(codec: Simple<unknown>, text: string, path: string, isNeeded: boolean): void {
  const { words = [], foreign = [] } = codec
  if (foreign.includes(text)) {
    const own = words.filter((word) => !foreign.includes(word))
    throw new TypeError(`${path} is none of ${own.join(', ')}.`)
  }
  if (isNeeded && text.trim() === '') throw new TypeError(`${path} is empty: give a text.`)
  const report = createReport()
  const places = new Places({ text: '', offsetAt: Number })
  const resolve = contentResolver([], undefined, new Map())
  const context: Context = { report, places, namespace: '', extensions: [], resolve }
  codec.parse(context, text, path, NOWHERE)
  const [deviation] = report.warnings
  // What follows the semicolon is what a reader does about it.
  if (deviation !== undefined)
    throw new TypeError(`${path}: ${deviation.message.replace(/;[^;]*$/, '.')}`)
}
