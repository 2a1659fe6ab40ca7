import { quote } from '../../report.js'
import { trimXml } from '../../soap/element.js'
import type { TimeStamp } from '../../values.js'
import type { Simple } from '../codec.js'
import { describe } from '../complete-fields.js'
import { warnAt } from '../context.js'
import { LONGEST_MOMENT, parseMoment } from '../moment.js'
import { simple } from './simple.js'

/** duration of XML Schema part 2 §3.2.6. */
const DURATION =
  /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/

/**
 * xs:dateTime, as its sender wrote it, and the moment it says; without a zone it says UTC, which is
 * what the documents of senders promise.
 */
export const dateTime: Simple<TimeStamp> = /* @__PURE__ */ simple<TimeStamp>({
  parse: (context, sent, path, element) => {
    const text = trimXml(sent)
    const moment = parseMoment(text)
    if (moment === undefined) {
      const what = `${quote(text)} is not a date; kept as text.`
      warnAt(context, 'value-malformed', what, path, element)
      return { text }
    }
    const { date, isExact, hasZone } = moment
    if (!isExact) {
      const what = `${quote(text)} is not a dateTime; read as ${date.toISOString()}.`
      warnAt(context, 'value-malformed', what, path, element)
    }
    if (!hasZone) {
      const what = `${quote(text)} has no zone; read as UTC.`
      warnAt(context, 'time-without-zone', what, path, element)
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
    const isDuration = text.length <= LONGEST_MOMENT && DURATION.test(text)
    return isDuration ? { text } : dateTime.parse(context, text, path, element)
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
