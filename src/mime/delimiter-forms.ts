import { DASHES, MOST_BOUNDARIES } from './skip-table.js'

/** A delimiter of an open boundary, as it stands at the end of a line. */
export interface Form {
  readonly level: number
  readonly isClose: boolean
  readonly length: number
}

/** @returns what a line may end with, the longest first: of the innermost boundaries alone, if they are many. */
export function formsOf(boundaries: readonly string[]): readonly Form[] {
  const outermost = Math.max(0, boundaries.length - MOST_BOUNDARIES)
  return boundaries
    .slice(outermost)
    .flatMap(({ length }, i): Form[] => {
      const level = outermost + i
      return [
        { level, isClose: false, length: DASHES + length },
        { level, isClose: true, length: DASHES + length + DASHES },
      ]
    })
    .sort((a, b) => b.length - a.length)
}
