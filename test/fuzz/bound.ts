import { plainTime } from '../hostile/search/cost.js'

/** No message costs more than so many times what it takes to read 16 MiB byte by byte. */
const MOST_OF_PLAIN = 25
/** Milliseconds: what that is on a machine of today. A slower one, or a busy one, takes longer for both. */
export const MOST_TIME = 300

/** @returns the milliseconds of the processor's time that a message may take at most, here and now */
export function mostTime(): number {
  return Math.max(MOST_TIME, MOST_OF_PLAIN * plainTime())
}
