import { describe, expect, it } from 'vitest'
import {
  buildDeliveryReportReq,
  buildPushedSubmitReq,
  buildReadReplyReq,
  toDeliverReq,
} from '../../src/testing/index.js'

const ADDRESS = "pass a text, or { kind: 'number', value: '12025550123' }"

describe('what no message can have is a TypeError that says what to give instead', () => {
  it.each<[object, string]>([
    [{ sender: 5 }, `sender is of type number and no address: ${ADDRESS}.`],
    [{ sender: null }, `sender is null and no address: ${ADDRESS}.`],
    [{ sender: { value: '1' } }, `sender is an object and no address: ${ADDRESS}.`],
    [{ sender: { kind: 'number' } }, `sender is an object and no address: ${ADDRESS}.`],
    [
      { sender: { kind: 'toString', value: '1' } },
      `sender is an object and no address: ${ADDRESS}.`,
    ],
    [{ recipients: 5 }, 'recipients is of type number: pass an address, or a list of them.'],
    [{ recipients: null }, 'recipients is null: pass an address, or a list of them.'],
    [
      { recipients: { target: '1' } },
      'There is no property recipients.target: there are to, cc, bcc.',
    ],
    [{ recipients: { cc: ['1', []] } }, `recipients.cc[1] is a list and no address: ${ADDRESS}.`],
    [{ previouslySentBy: '1' }, 'previouslySentBy is of type string: pass a list.'],
    [{ previouslySentBy: [null] }, 'previouslySentBy[0] is null: pass { address, sequence }.'],
    [
      { previouslySentBy: [{ address: '1' }, { address: true }] },
      `previouslySentBy[1].address is of type boolean and no address: ${ADDRESS}.`,
    ],
    [
      { previouslySentBy: [{ address: '1', sequence: 1.5 }] },
      'previouslySentBy[0].sequence is not a positive integer.',
    ],
    [
      { previouslySentDateAndTime: ['2014-04-14T16:15:23Z'] },
      'previouslySentDateAndTime[0] is of type string: pass { timeStamp, sequence }.',
    ],
    [
      { previouslySentDateAndTime: [{}] },
      'previouslySentDateAndTime[0].timeStamp is of type undefined: pass a Date, or a text such as an ISO 8601.',
    ],
    [{ timeStamp: new Date(Number.NaN) }, 'timeStamp is an invalid Date.'],
    [{ timeStamp: null }, 'timeStamp is null: pass a Date, or a text such as an ISO 8601.'],
    [{ priority: 'high' }, 'priority is none of High, Normal, Low.'],
    [{ subject: 5 }, 'subject is of type number: pass a string.'],
    [{ uaCapabilities: 'a' }, 'uaCapabilities is of type string: pass an object.'],
    [{ uaCapabilities: null }, 'uaCapabilities is null: pass an object.'],
    [{ contents: ['a'], attachments: [{}] }, 'contents[0] is of type string: pass { href }.'],
    [
      { uaCapabilities: { uaprof: 'a' } },
      'There is no property uaCapabilities.uaprof: there are uaProf, timeStamp.',
    ],
    [{ contents: [null], attachments: [{}] }, 'contents[0] is null: pass { href }.'],
    [
      { additionalInformation: [null] },
      'additionalInformation[0].href is of type undefined: pass a string.',
    ],
    [
      { additionalInformation: ['http://a/'] },
      'additionalInformation[0].href is of type undefined: pass a string.',
    ],
    [{ attachments: { text: 'a' } }, 'attachments is an object: pass a list.'],
    [
      { attachments: [{ text: 'a' }, 'b'] },
      'attachments[1] is of type string: pass { bytes, mediaType }.',
    ],
    [{ attachments: [null] }, 'attachments[0] is null: pass { bytes, mediaType }.'],
    [{ extensions: ['a'] }, 'extensions[0] is of type string: pass { name, … }.'],
    [{ extensions: [null] }, 'extensions[0] is null: pass { name, … }.'],
    [
      { extensions: [{ name: 'a' }, { name: 'b', children: [{}] }] },
      'extensions[1].children is an object: pass { name, … }.',
    ],
  ])('%j', (input, message) => {
    expect(() => toDeliverReq(input as never)).toThrow(new TypeError(message))
  })

  it('but what is undefined is left out', () => {
    const recipients = { to: '1', cc: undefined } as never
    expect(toDeliverReq({ recipients, subject: undefined } as never)).toEqual(
      toDeliverReq({ recipients: '1' }),
    )
  })

  it('but a status is any text', () => {
    const { body } = buildDeliveryReportReq({ mmStatus: 'Lost' })
    expect(Buffer.from(body).toString()).toContain('<MMStatus>Lost</MMStatus>')
  })

  it('nor can a SubmitReq', () => {
    const build = (input: object) => () => buildPushedSubmitReq(input as never)
    expect(build({ readReply: 'true' })).toThrow(
      new TypeError('readReply is of type string: pass true or false.'),
    )
    expect(build({ deliveryCondition: [0] })).toThrow(
      new TypeError('deliveryCondition[0] is not a positive integer.'),
    )
  })

  it('nor a report', () => {
    expect(() => buildDeliveryReportReq({ mmStatus: 5 as never })).toThrow(
      new TypeError('mmStatus is of type number: pass a string.'),
    )
    expect(() => buildReadReplyReq({ mmStatus: { text: 5 } as never })).toThrow(
      new TypeError('mmStatus is of type number: pass a string.'),
    )
    expect(() => buildReadReplyReq({ mmStatus: null as never })).toThrow(
      new TypeError('mmStatus is null: pass a string.'),
    )
  })

  it('nor have other messages deviations made for them', () => {
    const deviations = ['no-blank-line'] as const
    for (const build of [buildDeliveryReportReq, buildReadReplyReq, buildPushedSubmitReq]) {
      expect(() => build({}, { deviations })).toThrow(
        new TypeError('Deviations are for buildDeliverReq: change what is built yourself.'),
      )
    }
  })
})
