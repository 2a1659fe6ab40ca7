/** `hh:mm:ss.f` and `mm:ss.f` of SMIL's clock values; senders write a comma, too. */
const CLOCK = /^(?:(\d+):)?([0-5]?\d):([0-5]?\d(?:[.,]\d+)?)$/
/** A number and its unit. */
const COUNT = /^(\d+(?:[.,]\d*)?|[.,]\d+)\s*(h|min|s|sec|ms|msec)?$/i
const UNITS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  min: 60_000,
  s: 1000,
  sec: 1000,
  ms: 1,
  msec: 1,
}

/**
 * @param text a clock value of SMIL (Timing and Synchronization, "Clock values"); seconds, if it has
 * no unit
 * @returns it in milliseconds, an integer; undefined if it is none, such as `indefinite`, or too great
 */
export function clockValue(text: string): number | undefined {
  const value = text.trim()
  const clock = CLOCK.exec(value)
  const count = CLOCK.test(value) ? null : COUNT.exec(value)
  if (clock === null && count === null) return undefined
  const [, hours = '0', minutes = '0', seconds = '0'] = clock ?? []
  const [, amount = '0', unit = 's'] = count ?? []
  const whole = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + decimal(seconds) * 1000
  const ms = Math.round(whole + decimal(amount) * (UNITS[unit.toLowerCase()] as number))
  return Number.isSafeInteger(ms) ? ms : undefined
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'))
}
