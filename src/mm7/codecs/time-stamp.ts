import type { TimeStamp } from '../../message.js'
import { quote } from '../../report.js'
import { trimXml } from '../../soap/element.js'
import type { Simple } from '../codec.js'
import { describe } from '../complete-fields.js'
import { note } from '../context.js'
import { simple } from './simple.js'

/** dateTime of XML Schema part 2 §3.2.7, and what senders write for it: one digit for two. */
const DATE_TIME =
  /^(-?\d{4,6})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d+))?(Z|[+-]\d{2}:?\d{2})?$/i
/** Day, month and year, as Korean senders write them: `31-12-2014 23:59:59`; never the month first. */
const DAY_FIRST = /^(\d{1,2})-(\d{1,2})-(\d{4})[T ](\d{1,2}:\d{1,2}:\d{1,2})$/
const EXACT =
  /^-?(?!0000-)(?:[1-9]\d{4,}|\d{4})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/
/** duration of XML Schema part 2 §3.2.6. */
const DURATION =
  /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/

const NO_FRACTION = /^0*$/

const MINUTE = 60_000

/**
 * xs:dateTime, as its sender wrote it, and the moment it says; without a zone it says UTC, which is
 * what the documents of senders promise.
 */
export const dateTime: Simple<TimeStamp> = /* @__PURE__ */ simple<TimeStamp>({
  parse: (context, sent, path, element) => {
    const text = trimXml(sent)
    const match = DATE_TIME.exec(text) ?? DATE_TIME.exec(text.replace(DAY_FIRST, '$3-$2-$1T$4'))
    const date = match === null ? undefined : toDate(match)
    if (date === undefined) {
      const what = `${quote(text)} is not a date; kept as text.`
      note(context, 'value-malformed', what, path, element)
      return { text }
    }
    if (!EXACT.test(text)) {
      const what = `${quote(text)} is not a dateTime; read as ${date.toISOString()}.`
      note(context, 'value-malformed', what, path, element)
    }
    if (match?.[8] === undefined) {
      const what = `${quote(text)} has no zone; read as UTC.`
      note(context, 'time-without-zone', what, path, element)
    }
    return { text, date }
  },
  format: ({ text }) => text,
  complete: completeTime,
})

/** relativeOrAbsoluteDateType: a moment, or a length of time. */
export const dateTimeOrDuration: Simple<TimeStamp> = /* @__PURE__ */ simple<TimeStamp>({
  parse: (context, sent, path, element) => {
    const text = trimXml(sent)
    return DURATION.test(text) ? { text } : dateTime.parse(context, text, path, element)
  },
  format: ({ text }) => text,
  complete: completeTime,
})

const ZONE = /(?:Z|[+-]\d{2}:\d{2})$/

/** A `Date`, or a text as it is to be sent. */
function completeTime(input: unknown, name: string): TimeStamp {
  if (input instanceof Date) {
    if (Number.isNaN(input.getTime())) throw new TypeError(`${name} is an invalid Date.`)
    return { text: input.toISOString(), date: new Date(input) }
  }
  if (typeof input === 'object' && input !== null && 'text' in input) {
    if (typeof input.text === 'string') return input as TimeStamp
  }
  if (typeof input !== 'string') {
    throw new TypeError(
      `${name} is ${describe(input)}: pass a Date, or a text such as an ISO 8601.`,
    )
  }
  const date = new Date(ZONE.test(input) ? input : `${input}Z`)
  return Number.isNaN(date.getTime()) ? { text: input } : { text: input, date }
}

/** @returns the moment; undefined if there is no such day, hour or zone. */
function toDate(match: RegExpExecArray): Date | undefined {
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const fraction = match[7] ?? ''
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3))
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  // 24:00:00 is the end of the day (XML Schema part 2 §3.2.7.1).
  const isEndOfDay = hour === 24 && minute === 0 && second === 0 && NO_FRACTION.test(fraction)
  const zone = zoneMinutes(match[8] ?? 'Z')
  const isTime = (hour < 24 || isEndOfDay) && minute < 60 && second < 60
  if (!isDay || !isTime || zone === undefined) return undefined
  date.setUTCHours(hour, minute, second, milliseconds)
  const moment = new Date(date.getTime() - zone * MINUTE)
  // A year that no Date can hold.
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

/** @returns how far the zone is ahead of UTC; undefined if by more than the 14 hours there are. */
function zoneMinutes(zone: string): number | undefined {
  if (zone.toUpperCase() === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(-2))
  const ahead = hours * 60 + minutes
  if (minutes > 59 || ahead > 14 * 60) return undefined
  return zone.startsWith('-') ? -ahead : ahead
}
