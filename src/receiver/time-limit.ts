import type { Signal } from './types.js'

/** The longest delay that a timer takes: 24 days. */
const LONGEST_DELAY = 2 ** 31 - 1

/** What {@link withinTimeLimit} rejects with, and the `reason` of its signal. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeoutError'
}

/**
 * @param limit in milliseconds; Infinity for none
 * @param run gets a signal that is aborted once the time is over
 * @returns what `run` comes to
 * @throws TimeLimitError if that takes longer; what `run` comes to afterwards is ignored
 */
export async function withinTimeLimit<T>(
  limit: number,
  run: (signal: Signal) => T | PromiseLike<T>,
): Promise<T> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<never>((_, reject) => {
    if (limit > LONGEST_DELAY) return
    timer = setTimeout(() => {
      const error = new TimeLimitError(`The time limit of ${limit} ms is over.`)
      reject(error)
      controller.abort(error)
    }, limit)
  })
  try {
    return await Promise.race([end, run(controller.signal)])
  } finally {
    clearTimeout(timer)
  }
}
