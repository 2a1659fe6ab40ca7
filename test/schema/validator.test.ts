import { expect, it } from 'vitest'
import { deliverReq, envelope, TRANSACTION } from '../mm7/given.js'
import { faultsOf } from './validator.js'

const VALID = envelope(deliverReq())

it('finds a valid envelope valid', () => {
  expect(faultsOf(VALID)).toEqual([])
})

it.each([
  [envelope(deliverReq('<Priority>Urgent</Priority>')), /Priority.*not an element of the set/s],
  [envelope(deliverReq('<Other/>')), /not expected/],
  [envelope('<Other/>'), /No matching global element declaration/],
  [envelope(deliverReq(), `${TRANSACTION}<Other/>`), /Other/],
  [envelope(deliverReq('<Content allowAdaptations="true"/>')), /'href' is required/],
  [envelope(deliverReq('', 'urn:mm7')), /No matching global element declaration/],
])('says what is wrong with %s', (xml, fault) => {
  expect(faultsOf(xml).join('\n')).toMatch(fault)
})

it('tells 3GPP and Liberty apart, and knows the namespace of another release', () => {
  const xml = envelope(deliverReq('<AdditionalInformation href="x"/>'))
  expect(faultsOf(xml)).not.toEqual([])
  expect(faultsOf(xml, 'ID-MM7')).toEqual([])
  const other = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-5-MM7-1-2'
  const older = envelope(
    deliverReq('', other),
    TRANSACTION.replace(/xmlns="[^"]*"/, `xmlns="${other}"`),
  )
  expect(faultsOf(older, 'REL-6-MM7-1-4', other)).toEqual([])
  expect(faultsOf(older)).not.toEqual([])
})
