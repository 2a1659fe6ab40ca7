import { Mm7Error } from '../index.js'
import { type Inspection, placeText } from './inspection.js'
import { escapeLine, shortLine } from './terminal.js'

/** How it went with a file: the exit status is the highest of these. */
export const STATUS = { read: 0, refused: 1, trouble: 2 } as const
export type Outcome = (typeof STATUS)[keyof typeof STATUS]

const WORDS = ['read', 'refused', 'not looked at'] as const

/** @returns how it went with the message. */
export function outcomeOf({ result }: Inspection): Outcome {
  return result instanceof Mm7Error ? STATUS.refused : STATUS.read
}

/** @returns a line that begins with the path, and says how it went. */
export function summaryLine(inspection: Inspection): string {
  const { path, message, refusal, warnings } = inspection
  const id = message.transactionId
  const codes = [...new Set(warnings.map(({ code }) => code))]
  const verdict = refusal === undefined ? 'read' : `refused: ${refusal.code}${placeText(refusal)}`
  const parts = [
    verdict,
    ...(id === undefined ? [] : [`transaction ${shortLine(JSON.stringify(id))}`]),
    ...(codes.length === 0 ? [] : [`${counted(warnings.length, 'warning')}: ${codes.join(', ')}`]),
  ]
  return escapeLine(`${path}: ${parts.join('; ')}`)
}

/** @returns the line of a file that could not be looked at. */
export function troubleLine(path: string, error: Error): string {
  return escapeLine(`${path}: not looked at: ${error.message}`)
}

/** @returns how many there were of what. */
export function totalLine(outcomes: readonly Outcome[]): string {
  const counts = WORDS.map((word, i) => [outcomes.filter((one) => one === i).length, word] as const)
  const named = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return `${counted(outcomes.length, 'capture')}: ${named.join(', ')}`
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
