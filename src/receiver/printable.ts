import { escapeUnsafe } from '../unsafe-characters.js'

/** Ids and texts of a log are shorter; a sender's may be as long as its envelope. */
const LONGEST = 300

/** @returns the text as part of a line that is safe to print, cut if it is long. */
export function printable(text: string): string {
  const rest = text.length - LONGEST
  const shown = rest > 0 ? `${text.slice(0, LONGEST)}… (${rest} more characters)` : text
  return escapeUnsafe(shown)
}

/** @returns the object with its strings, and those in its lists, safe to print. */
export function allPrintable<T extends object>(event: T): T {
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(printableValue) : printableValue(value),
    ]),
  ) as T
}

function printableValue(value: unknown): unknown {
  return typeof value === 'string' ? printable(value) : value
}

/** @returns what was thrown, whatever it is, in lines: its name and message, then its stack. */
export function errorLines(thrown: unknown): string[] {
  try {
    if (!(thrown instanceof Error)) return [String(thrown)]
    const title = `${thrown.name}: ${thrown.message}`
    const stack = String(thrown.stack ?? '')
    // V8 starts the stack with the title, other engines do not.
    const text = stack.startsWith(title) ? stack : `${title}\n${stack}`
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  } catch {
    return ['What was thrown cannot be turned into text.']
  }
}
