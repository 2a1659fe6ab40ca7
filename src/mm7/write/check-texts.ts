import { NO_CHARACTERS } from '../../soap/characters.js'

const UNWRITABLE = /* @__PURE__ */ new RegExp(`${NO_CHARACTERS}|[\\ud800-\\udfff]`, 'u')

/**
 * Checks every text in a value.
 *
 * @param value texts, lists and objects of them
 * @param name as its caller writes it; empty at the top
 * @throws TypeError if one has a character that XML 1.0 §2.2 does not have, or half a character
 */
export function checkTexts(value: unknown, name: string): void {
  if (typeof value === 'string') {
    const found = UNWRITABLE.exec(value)?.[0]
    if (found === undefined) return
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    throw new TypeError(`${name} holds U+${code}, which XML cannot: take it out.`)
  }
  for (const [key, item] of Object.entries(value ?? {})) {
    const within = Array.isArray(value) ? `${name}[${key}]` : `${name}.${key}`
    checkTexts(item, name === '' ? key : within)
  }
}
