import { describe, expect, it } from 'vitest'
import { readElements } from './codecs/given.js'
import { reportedOf } from './given.js'

const VERSION = '<MM7Version>6.8.0</MM7Version>'
const ID = '<MessageID>m</MessageID>'
const RECIPIENT = '<Recipient><Number>1</Number></Recipient>'
const SENDER = '<Sender><Number>2</Number></Sender>'
const DATE = '<Date>2014-04-14T16:15:23Z</Date>'
const TIME = '<TimeStamp>2014-04-14T16:15:23Z</TimeStamp>'
const STATUS = '<MMStatus>Read</MMStatus>'
const TO = '<Recipients><To><Number>1</Number></To></Recipients>'
const AROUND = (inner: string) => `<SenderIdentification>${inner}</SenderIdentification>`

describe('what senders call otherwise, or put elsewhere, is found and reported', () => {
  it.each([
    [
      'DeliveryReportReq',
      `<Version>6.8.0</Version>${ID}${RECIPIENT}${SENDER}${DATE}${STATUS.replace('Read', 'Expired')}`,
      { mm7Version: '6.8.0' },
      ['element-name Version'],
    ],
    [
      'ReadReplyReq',
      `${VERSION}${ID}${RECIPIENT}<SenderAddress><Number>2</Number></SenderAddress>${TIME}${STATUS}`,
      { sender: { value: '2' } },
      ['element-misplaced SenderAddress'],
    ],
    [
      'ReadReplyReq',
      `${VERSION}${ID}${RECIPIENT}${SENDER}${DATE}${STATUS}`,
      { timeStamp: { text: '2014-04-14T16:15:23Z' } },
      ['element-name Date'],
    ],
    [
      'SubmitReq',
      `${VERSION}<VASPID>p</VASPID><VASID>v</VASID><SenderAddress><Number>1</Number></SenderAddress>${TO}`,
      { vaspId: 'p', vasId: 'v', senderAddress: { value: '1' } },
      [
        'element-misplaced VASPID',
        'element-misplaced VASID',
        'element-misplaced SenderAddress',
        'element-missing SenderIdentification',
      ],
    ],
    [
      'SubmitReq',
      `${VERSION}${AROUND('')}<Sender><Number>1</Number></Sender>${TO}`,
      { senderAddress: { value: '1' } },
      ['element-misplaced Sender'],
    ],
    [
      'SubmitReq',
      `${VERSION}<senderidentification><VASPID>p</VASPID></senderidentification>${TO}`,
      { vaspId: 'p' },
      ['element-name senderidentification'],
    ],
    [
      'SubmitReq',
      `${VERSION}${AROUND('<VASPID>p</VASPID>')}${AROUND('<VASPID>q</VASPID>')}${TO}`,
      { vaspId: 'p', extensions: [{ name: 'SenderIdentification' }] },
      ['element-repeated SenderIdentification'],
    ],
  ])('in a %s: %s', (operation, elements, properties, reported) => {
    const message = readElements(operation, elements)
    expect(message).toMatchObject(properties)
    expect(reportedOf(message)).toEqual(reported)
  })
})
