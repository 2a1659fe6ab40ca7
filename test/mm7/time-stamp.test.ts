import { describe, expect, it } from 'vitest'
import { codesOf, parseFields } from './given.js'

const MALFORMED = ['value-malformed']
const NO_ZONE = ['time-without-zone']

describe('a TimeStamp', () => {
  it.each([
    ['2014-04-14T16:15:23.414Z', '2014-04-14T16:15:23.414Z', []],
    ['2002-04-15T14:35:21-05:00', '2002-04-15T19:35:21.000Z', []],
    ['2012-09-03T15:55:25.000+02:00', '2012-09-03T13:55:25.000Z', []],
    ['2015-11-19T17:55:58+08:00', '2015-11-19T09:55:58.000Z', []],
    ['2015-11-19T17:55:58.123456', '2015-11-19T17:55:58.123Z', NO_ZONE],
    ['2015-11-19T17:55:58', '2015-11-19T17:55:58.000Z', NO_ZONE],
    ['2014-3-24T10:34:50+08:00', '2014-03-24T02:34:50.000Z', MALFORMED],
    ['31-12-2014 23:59:59', '2014-12-31T23:59:59.000Z', [...MALFORMED, ...NO_ZONE]],
    ['2014-04-14 16:15:23Z', '2014-04-14T16:15:23.000Z', MALFORMED],
    ['2014-04-14t16:15:23z', '2014-04-14T16:15:23.000Z', MALFORMED],
    ['2014-04-14T16:15:23+0200', '2014-04-14T14:15:23.000Z', MALFORMED],
    ['2014-12-31T24:00:00Z', '2015-01-01T00:00:00.000Z', []],
    ['2016-02-29T00:00:00+14:00', '2016-02-28T10:00:00.000Z', []],
    ['0001-01-01T00:00:00.5Z', '0001-01-01T00:00:00.500Z', []],
    ['2014-47-14T16:15:23Z', undefined, MALFORMED],
    ['2015-02-29T00:00:00Z', undefined, MALFORMED],
    ['2014-04-00T00:00:00Z', undefined, MALFORMED],
    ['2014-04-14T24:00:01Z', undefined, MALFORMED],
    ['2014-04-14T24:01:00Z', undefined, MALFORMED],
    ['2014-04-14T24:00:00.001Z', undefined, MALFORMED],
    ['2014-04-14T25:00:00Z', undefined, MALFORMED],
    ['2014-04-14T00:60:00Z', undefined, MALFORMED],
    ['2014-04-14T00:00:60Z', undefined, MALFORMED],
    ['2014-04-14T00:00:00+14:01', undefined, MALFORMED],
    ['2014-04-14T00:00:00-01:60', undefined, MALFORMED],
    ['1', undefined, MALFORMED],
    ['', undefined, MALFORMED],
    ['P1D', undefined, MALFORMED],
  ])('of %j says %s', (text, iso, codes) => {
    const message = parseFields(`<TimeStamp> ${text} </TimeStamp>`)
    const date = iso === undefined ? {} : { date: new Date(iso) }
    expect(message.timeStamp).toEqual({ text, ...date })
    expect(codesOf(message)).toEqual(codes)
  })
})

describe('a TimeStamp that may be a duration', () => {
  it.each([
    ['P1Y2M3DT4H5M6.7S', []],
    ['-PT1S', []],
    ['P', MALFORMED],
    ['PT', MALFORMED],
    ['P1DT', MALFORMED],
    ['P1S', MALFORMED],
  ])('of %j', (text, codes) => {
    const message = parseFields(`<UACapabilities TimeStamp="${text}"/>`)
    expect(message.uaCapabilities).toEqual({ timeStamp: { text } })
    expect(codesOf(message)).toEqual(codes)
  })
})
