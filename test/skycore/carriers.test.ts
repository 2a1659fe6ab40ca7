import { describe, expect, it } from 'vitest'
import { parseDeliverReq, skycoreCarrier } from '../../src/index.js'
import { bytesOf, deliverReq, envelope } from '../mm7/given.js'

describe('skycoreCarrier', () => {
  it.each([
    ['0001470', 'AT&T'],
    ['0001890', 'Verizon Wireless'],
    ['1001000', 'USA Emulator'],
    ['1890', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%j is %s', (id, name) => {
    expect(skycoreCarrier(id)).toBe(name)
  })
})

describe('carrierId', () => {
  const body = bytesOf(envelope(deliverReq()))
  const read = (header: string, carrierIdHeader?: string) =>
    parseDeliverReq(
      { headers: { 'content-type': 'text/xml', [header]: '0001890' }, body },
      carrierIdHeader === undefined ? {} : { carrierIdHeader },
    )

  it('is that of the header, leading zeros kept', () => {
    expect(read('X-Skycore-Carrier-Id').carrierId).toBe('0001890')
    expect(read('x-operator', 'X-Operator').carrierId).toBe('0001890')
    expect('carrierId' in read('x-operator')).toBe(false)
  })
})
