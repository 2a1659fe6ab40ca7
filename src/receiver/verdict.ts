import type { Verdict } from './types.js'

const PROPERTIES: Readonly<Record<keyof Verdict, 'number' | 'string' | 'boolean'>> = {
  code: 'number',
  text: 'string',
  details: 'string',
  messageId: 'string',
  serviceCode: 'string',
  isDuplicate: 'boolean',
}

const HOW_TO =
  'A handler returns nothing for 1000 Success, or a verdict such as { code: 2004 } or { isDuplicate: true }'

/**
 * @param returned what a handler returned
 * @returns the verdict that it is; an empty one for nothing
 * @throws TypeError if it is something else: it would be taken for success
 */
export function checkVerdict(returned: unknown): Verdict {
  if (returned === undefined) return {}
  if (typeof returned !== 'object' || returned === null || Array.isArray(returned)) {
    throw new TypeError(`${HOW_TO}, not ${describe(returned)}.`)
  }
  for (const [name, value] of Object.entries(returned)) {
    const type = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name as keyof Verdict] : undefined
    if (type === undefined) throw new TypeError(`${HOW_TO}: a verdict has no ${name}.`)
    if (value !== undefined && typeof value !== type) {
      throw new TypeError(`${HOW_TO}: its ${name} is a ${type}, not ${describe(value)}.`)
    }
  }
  return returned
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
