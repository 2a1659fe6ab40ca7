import { expect, it } from 'vitest'
import type { Table } from '../../src/mm7/codec.js'
import { OPERATIONS, tableOf } from '../../src/mm7/operations/index.js'
import { isTextElement } from '../../src/mm7/text-elements.js'

it.each([
  ...['TransactionID', 'Transaction-ID', 'MM7Version', 'Version', 'MMSRelayServerID', 'LinkedID'],
  ...['VASPID', 'VASID', 'Number', 'RFC2822Address', 'RFC822Address', 'ShortCode', 'ServiceCode'],
  ...['SenderSPI', 'RecipientSPI', 'DateTime', 'Date', 'TimeStamp', 'ReplyChargingID', 'Priority'],
  ...['Subject', 'MessageID', 'MMStatus', 'MMStatusExtension', 'StatusText', 'StatusCode', 'DC'],
  ...['ApplicID', 'ReplyApplicID', 'AuxApplicInfo', 'key', 'value', 'MessageClass', 'ReadReply'],
  ...['EarliestDeliveryTime', 'ExpiryDate', 'DeliveryReport', 'ChargedParty', 'ChargedPartyID'],
  ...['DistributionIndicator', 'ContentClass', 'DRMContent'],
])('%s holds text alone, wherever it stands', (name) => {
  expect([isTextElement(name), isTextElement(name.toUpperCase())]).toEqual([true, true])
})

it.each([
  ...['DeliverReq', 'Recipients', 'To', 'Sender', 'SenderIdentification', 'Content', 'Extension'],
  ...[
    'UACapabilities',
    'ReplyCharging',
    'DeliveryCondition',
    'Previouslysentby',
    'element',
    'a',
    '',
  ],
])('%s does not, or is none of MM7', (name) => {
  expect(isTextElement(name)).toBe(false)
})

/** The names of elements that hold others, or nothing, by the tables; those that only hold rows' aside. */
function othersIn({ entries }: Table): readonly string[] {
  return entries.flatMap(({ row: { xpath, codec } }) => {
    const inner = codec.table === undefined ? [] : othersIn(codec.table())
    return codec.holds === 'text' ? inner : [xpath.replace(/.*:/s, ''), ...inner]
  })
}

it('no element that holds text in one place holds elements in another', () => {
  const others = OPERATIONS.flatMap((operation) => othersIn(tableOf(operation)))
  expect(others).toContain('Recipients')
  expect(others.filter(isTextElement)).toEqual([])
})
