import { allPrintable, errorLines, printable } from './printable.js'
import type { ReceiverEvent, ReceiverOptions } from './types.js'

type Log = NonNullable<ReceiverOptions['log']>

/** Prints what someone should look at. */
export function printEvent(event: ReceiverEvent): void {
  const isGood = event.type === 'accepted' || event.type === 'duplicate'
  if (isGood && event.warnings === undefined) return
  const line = `mm7: ${JSON.stringify(event)}`
  if (event.type === 'failed') console.error(line)
  else console.warn(line)
}

/** Hands the event to `log`. What becomes of that is not what becomes of the message. */
export function logEvent(log: Log, raw: ReceiverEvent): void {
  const event = allPrintable(raw)
  const onFailure = (error: unknown) => {
    const lines = errorLines(error)
    console.error(`mm7: ${JSON.stringify({ ...event, logFailed: lines.map(printable) })}`)
  }
  try {
    Promise.resolve(log(event)).catch(onFailure)
  } catch (error) {
    onFailure(error)
  }
}

/** Prints what was thrown by a function around a receiver, which itself never rejects. */
export function printFailure(error: unknown): void {
  console.error(`mm7: ${errorLines(error).map(printable).join(' ')}`)
}
