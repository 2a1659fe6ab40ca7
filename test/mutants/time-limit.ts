import { Script } from 'node:vm'

/** What a mutant may take for one test, in ms of CPU: four times what the slowest takes. */
const CPU_LIMIT = 600

/** A test did not come to an end in time. */
export class TimeLimitError extends Error {}

/**
 * Runs a test for as long as it has the processor for, be it in a loop that does not end: a busy machine
 * makes no mutant look as if it were killed.
 *
 * @throws TimeLimitError if it takes longer
 */
export function withTimeLimit<T>(run: () => T): T {
  const start = process.cpuUsage()
  Object.assign(globalThis, { __run__: run })
  for (let timeout = CPU_LIMIT * 1.5; ; timeout *= 2) {
    try {
      return CALL.runInThisContext({ timeout }) as T
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      const { user } = process.cpuUsage(start)
      if (user / 1000 > CPU_LIMIT * 0.9) throw new TimeLimitError('A test does not end.')
    }
  }
}

const CALL = new Script('__run__()')
