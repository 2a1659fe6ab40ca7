/** A moment, and how its text says it. */
export interface Moment {
  readonly date: Date
  /** As a dateTime of XML Schema. */
  readonly isExact: boolean
  /** Without one it is read as UTC. */
  readonly hasZone: boolean
}

/** dateTime of XML Schema part 2 §3.2.7, what nearly all send: it is soon compiled. */
const EXACT =
  /^(-?(?!0000-)(?:[1-9]\d{4,}|\d{4}))-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})?$/
/**
 * What else says one moment: ISO 8601 with a comma, without seconds, with a blank before the zone, a
 * zone of hours alone or with its true minus, and its basic form; one digit for two.
 */
const DATE_TIME =
  /^(?:(-?\d{4}|-?[1-9]\d{4,})-(\d{1,2})-(\d{1,2})|(\d{4})(\d{2})(\d{2}))[T ](?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?|(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d+))?)?)(?: ?(Z|[+\-\u2212]\d{2}(?::?\d{2})?))?$/i
/** Day, month and year, as Korean senders write them: `31-12-2014`; never the month first. */
const DAY_FIRST = /^(\d{1,2})-(\d{1,2})-(\d{4})(?=[T ])/
/** What Java's `Date` calls itself; the names of other zones each mean several. */
const JAVA_DATE =
  /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{2}) (\d{2}:\d{2}:\d{2}) (?:UTC|GMT) (\d{4})$/
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const WEEKDAYS = 'SunMonTueWedThuFriSat'

/** No moment needs as many characters; of millions of digits a regular expression exceeds its stack. */
export const LONGEST_MOMENT = 1000
const MINUTE = 60_000
const ZERO = /^0*$/

/**
 * @param text a date and a time
 * @returns the moment it says; undefined if it says none: there is no such day, hour or zone, or it is
 * beyond what a `Date` or {@link LONGEST_MOMENT} holds
 */
export function parseMoment(text: string): Moment | undefined {
  if (text.length > LONGEST_MOMENT) return undefined
  const exact = EXACT.exec(text)
  if (exact !== null) return momentOf(exact.slice(1), true)
  const java = JAVA_DATE.exec(text)
  if (java !== null) return javaMoment(java)
  const match = DATE_TIME.exec(text) ?? DATE_TIME.exec(text.replace(DAY_FIRST, '$3-$2-$1'))
  if (match === null) return undefined
  const [year, month, day, ...basicDay] = match.slice(1, 7)
  const [hours, minutes, seconds, fraction, ...basicTime] = match.slice(7, 15)
  const date = year === undefined ? basicDay : [year, month, day]
  const time = hours === undefined ? basicTime : [hours, minutes, seconds, fraction]
  return momentOf([...date, ...time, match[15]], false)
}

/** @param sent year, month, day, hours, minutes, seconds, their fraction and the zone */
function momentOf(
  [year, month, date, hours, minutes, seconds, fraction, zone]: readonly (string | undefined)[],
  isExact: boolean,
): Moment | undefined {
  const time = timeOf(hours, minutes, seconds, fraction ?? '')
  const moment = new Date(dayOf(year, month, date) + time - zoneMinutes(zone ?? '') * MINUTE)
  if (Number.isNaN(moment.getTime())) return undefined
  return { date: moment, isExact, hasZone: zone !== undefined }
}

function javaMoment([, weekday = '', month = '', day, time, year]: RegExpExecArray):
  | Moment
  | undefined {
  const number = String(MONTHS.indexOf(month) / 3 + 1)
  const moment = parseMoment(`${year}-${number}-${day}T${time}Z`)
  if (moment?.date.getUTCDay() !== WEEKDAYS.indexOf(weekday) / 3) return undefined
  return { ...moment, isExact: false }
}

/** @returns when the day starts, in milliseconds; NaN if there is no such day. There is no year 0. */
function dayOf(
  years: string | undefined,
  months: string | undefined,
  days: string | undefined,
): number {
  const year = Number(years)
  const month = Number(months) - 1
  const date = new Date(0)
  date.setUTCFullYear(year, month, Number(days))
  // A day that the month does not have is one of the next.
  return date.getUTCMonth() === month && year !== 0 ? date.getTime() : Number.NaN
}

/** @returns how many milliseconds after the start of the day it is; NaN if there is no such time. */
function timeOf(
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  fraction: string,
): number {
  const hour = Number(hours)
  const minute = Number(minutes)
  const second = Number(seconds ?? 0)
  // 24:00:00 is the end of the day (XML Schema part 2 §3.2.7.1).
  const isEndOfDay = hour === 24 && minute === 0 && second === 0 && ZERO.test(fraction)
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 59) return Number.NaN
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
}

/** @returns how far the zone, if it is not Z, is ahead of UTC; NaN if by more than the 14 hours there are. */
function zoneMinutes(zone: string): number {
  const hours = Number(zone.slice(1, 3))
  const minutes = zone.length > 3 ? Number(zone.slice(-2)) : 0
  const ahead = hours * 60 + minutes
  if (minutes > 59 || ahead > 14 * 60) return Number.NaN
  return zone.startsWith('+') ? ahead : -ahead
}
