import { describe, expect, it } from 'vitest'
import { parseDeliverReq, skycoreCarrier } from '../../src/index.js'
import { createReceiver } from '../../src/receiver/index.js'
import { buildDeliverReq } from '../../src/testing/index.js'
import { bytesOf, deliverReq, envelope } from '../mm7/given.js'

/** Every operator that the document of Skycore lists, in its order. */
const LISTED = `
  Aio Wireless 0001942
  Airadigm 0001160
  Airtouch 0001310
  Alaska Communications Systems (ACS) 0001110
  All Carriers 0001000
  Alltel-Allied 0001280
  Alltel-Verizon 0001140
  All West Wireless 0001320
  Appalachian (East Kentucky) 0001040
  AT&T 0001470
  AT&T Mobility (Unused) 0001250
  Bluegrass Cellular 0001150
  Boost CDMA 0001170
  Boost Mobile iDEN 0001510
  Breakaway Wireless (Manti Tele Communications Company Inc.) 0001450
  Carolina West Wireless 0001620
  CellCom 0001180
  Cellular One of East Central Illinois (ECIT) 0001260
  Cellular One of NE PA 0001020
  Centennial 0001790
  Chariton Valley Wireless 0001947
  Chat Mobility 0001210
  Cincinnati Bell 0001680
  ClearTalk 0001980
  Conestoga Wireless 0001430
  Copper Valley Telecom 0001944
  Cricket (Leap Wireless) 0001670
  Cross Wireless 0001030
  C-Sipre (Cellular South) 0001370
  CTC - Cambridge Telephone Company 0001530
  Dobson (Cellular One) 0001720
  Duet Wireless 0001740
  Element Mobile 0001300
  Epic Touch 0001050
  Farmers Wireless 0001780
  GCI Communications 0001080
  Golden State Cellular 0001330
  Hawkeye (NW Missouri Cellular) 0001120
  Hickory Tech 0001560
  Illinois Valley Cellular 0001340
  Immix (Keystone Wireless) 0001380
  Inland Cellular 0001390
  Iowa Wireless 0001830
  Metro PCS 0001770
  MetroPCS/T-Mobile 0001190
  Midwest Wireless 0001500
  Mobi PCS (Coral) 0001240
  Mosaic Telecom 0001090
  MTPCS Cellular One 0001460
  Nex Tech Communications 0001490
  Nextel 0001950
  NNTC Wireless (Nucla-Naturita Telephone Company) 0001820
  NPI Wireless 0001200
  nTelos 0001520
  Panhandle Wireless 0001060
  Peoples Wireless 0001850
  Pioneer Cellular 0001540
  Plateau Wireless 0001550
  Pocket 0001590
  Qwest 0001480
  Revol (Cleveland Unlimited) 0001600
  Silver Star PCS (Goldstar Communications LLC) 0001870
  Simmetry Wireless (Out of Business) 0001610
  Snake River PCS (Eagle Telephone Systems Inc.) 0001900
  South Central Wireless 0001920
  SouthernLinc Wireless 0001943
  Sprint 0001650
  Sprint Lab 0001930
  SRT Wireless 0001941
  Suncom(T-mobile) 0001270
  Syringa Wireless 0001070
  Thumb Cellular 0001660
  T-Mobile 0001570
  TracFone (Cingular Orange) 0001630
  UBET (Uintah Basin) (Strata Networks) 0001960
  Unicel - Rural Cellular Corporation 0001970
  Union Telephone 0001360
  United Wireless 0001690
  USA Emulator 1001000
  USA Operator Fixed 0001990
  US Cellular 0001840
  Verizon Wireless 0001890
  Viaero Wireless (Videotron) 0001710
  Virgin Mobile 0001910
  West Central Cellular 0001130
`

describe('skycoreCarrier', () => {
  it('knows the operators that are listed, and no others', () => {
    const rows = LISTED.trim().split('\n')
    const listed = rows.map((row) => [row.trim().slice(-7), row.trim().slice(0, -8)] as const)
    expect(listed).toHaveLength(85)
    for (const [id, name] of listed) expect(skycoreCarrier(id)).toBe(name)
    const ids = [...Array(10_000).keys()].map((n) => String(n).padStart(7, '0'))
    const known = ids.filter((id) => skycoreCarrier(id) !== undefined)
    expect(known).toHaveLength(84)
  })

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

  it.each(['', ' ', 'x-carrier:', 'X Carrier'])('is in no header called %j', (name) => {
    const expected = new TypeError(
      `The option carrierIdHeader is ${JSON.stringify(name)}, which no header is called: pass a name such as 'x-skycore-carrier-id', or leave it out.`,
    )
    expect(() => read('x-carrier', name)).toThrow(expected)
    expect(() => createReceiver({ deliverReq() {}, carrierIdHeader: name })).toThrow(expected)
    expect(() => buildDeliverReq({}, { carrierIdHeader: name })).toThrow(expected)
  })
})
