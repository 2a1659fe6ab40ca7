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
    ['31-12-2014 23:59:59.5 +09:00', '2014-12-31T14:59:59.500Z', MALFORMED],
    ['1-2-2014 3:04Z', '2014-02-01T03:04:00.000Z', MALFORMED],
    ['12-31-2014 23:59:59', undefined, MALFORMED],
    ['31-12-2014', undefined, MALFORMED],
    ['2014-04-14T11:15:23\u221205:00', '2014-04-14T16:15:23.000Z', MALFORMED],
    ['2014\u221204\u221214T16:15:23Z', undefined, MALFORMED],
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
    ['2014-04-14T00:00:00+05:59', '2014-04-13T18:01:00.000Z', []],
    ['2014-04-31T00:00:00Z', undefined, MALFORMED],
    ['2014-04-32T00:00:00Z', undefined, MALFORMED],
    ['2014-00-14T00:00:00Z', undefined, MALFORMED],
    ['2014-04-14T00:00:00-01:60', undefined, MALFORMED],
    ['2014-04-14T18:15:23,414+02', '2014-04-14T16:15:23.414Z', MALFORMED],
    ['2014-04-14T18:15:23+02', '2014-04-14T16:15:23.000Z', MALFORMED],
    ['2014-04-14T18:15:23-03', '2014-04-14T21:15:23.000Z', MALFORMED],
    ['2014-04-14T16:15Z', '2014-04-14T16:15:00.000Z', MALFORMED],
    ['2014-04-14T16:15', '2014-04-14T16:15:00.000Z', [...MALFORMED, ...NO_ZONE]],
    ['2014-04-14T18:15:23 +02:00', '2014-04-14T16:15:23.000Z', MALFORMED],
    ['2014-04-14 16:15:23 Z', '2014-04-14T16:15:23.000Z', MALFORMED],
    ['20140414T161523Z', '2014-04-14T16:15:23.000Z', MALFORMED],
    ['20140414T161523,4+0200', '2014-04-14T14:15:23.400Z', MALFORMED],
    ['20140414T1615Z', '2014-04-14T16:15:00.000Z', MALFORMED],
    ['20140414T16:15:23Z', '2014-04-14T16:15:23.000Z', MALFORMED],
    ['20140414T161523', '2014-04-14T16:15:23.000Z', [...MALFORMED, ...NO_ZONE]],
    ['20140231T161523Z', undefined, MALFORMED],
    ['20140414161523Z', undefined, MALFORMED],
    ['2014-104T16:15:23Z', undefined, MALFORMED],
    ['2014-W16-1T16:15:23Z', undefined, MALFORMED],
    ['2014-04-14T16Z', undefined, MALFORMED],
    ['2014-04-14T16:15.5Z', undefined, MALFORMED],
    ['2014-04-14', undefined, MALFORMED],
    ['2014-04-14T16:15:23+1', undefined, MALFORMED],
    ['2014-04-14T16:15:23  +02:00', undefined, MALFORMED],
    ['Mon Apr 14 16:15:23 UTC 2014', '2014-04-14T16:15:23.000Z', MALFORMED],
    ['Sun Feb 29 00:00:00 GMT 2032', '2032-02-29T00:00:00.000Z', MALFORMED],
    ['Tue Apr 14 16:15:23 UTC 2014', undefined, MALFORMED],
    ['xMon Apr 14 16:15:23 UTC 2014', undefined, MALFORMED],
    ['Mon Apr 14 16:15:23 UTC 20145', undefined, MALFORMED],
    ['131-12-2014 23:59:59', undefined, MALFORMED],
    ['31-12-2014 23:59:59Z', '2014-12-31T23:59:59.000Z', MALFORMED],
    ['12014-4-14T16:15:23Z', '+012014-04-14T16:15:23.000Z', MALFORMED],
    ['-12014-4-14T16:15:23Z', '-012014-04-14T16:15:23.000Z', MALFORMED],
    ['-0044-3-15T00:00:00Z', '-000044-03-15T00:00:00.000Z', MALFORMED],
    ['Mon Apr 14 16:15:23 CEST 2014', undefined, MALFORMED],
    ['Mon Apr 14 16:15:23 EST 2014', undefined, MALFORMED],
    ['Mon Apr 14 16:15:23 GMT+02:00 2014', undefined, MALFORMED],
    ['Sat Feb 30 16:15:23 UTC 2014', undefined, MALFORMED],
    ['2014-04-14T24:00:00.000Z', '2014-04-15T00:00:00.000Z', []],
    ['2014-04-14T24:00:00.0001Z', undefined, MALFORMED],
    ['2014-04-14T16:15:23.9999999999999999999999Z', '2014-04-14T16:15:23.999Z', []],
    ['12014-04-14T16:15:23Z', '+012014-04-14T16:15:23.000Z', []],
    ['02014-04-14T16:15:23Z', undefined, MALFORMED],
    ['999999-04-14T16:15:23Z', undefined, MALFORMED],
    ['275760-09-13T00:00:00-00:01', undefined, MALFORMED],
    ['275760-09-12T23:59:00-00:01', '+275760-09-13T00:00:00.000Z', []],
    ['0000-01-01T00:00:00Z', undefined, MALFORMED],
    ['-0044-03-15T00:00:00Z', '-000044-03-15T00:00:00.000Z', []],
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
    ['P10Y11M12DT13H14M15.16S', []],
    ['P1YT2M', []],
    ['xP1D', MALFORMED],
    ['P1Dx', MALFORMED],
    ['P1DT1H2', MALFORMED],
    ['PT1.S', MALFORMED],
    ['P1H', MALFORMED],
    ['P1D2M', MALFORMED],
    [' P1Y ', []],
    ['P12345678901Y', []],
    ['P1W', MALFORMED],
    ['P', MALFORMED],
    ['PT', MALFORMED],
    ['P1DT', MALFORMED],
    ['P1S', MALFORMED],
  ])('of %j', (text, codes) => {
    const message = parseFields(`<UACapabilities TimeStamp="${text}"/>`)
    expect(message.uaCapabilities).toEqual({ timeStamp: { text: text.trim() } })
    expect(codesOf(message)).toEqual(codes)
  })
})
