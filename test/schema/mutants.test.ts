import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { MM7 } from '../../src/soap/namespaces.js'
import { docOf, tellApart } from './documents.js'
import { MUTATIONS } from './mutations.js'
import { read } from './reading.js'
import { randomOf, Serializer } from './serialize.js'
import { faultsOf } from './validator.js'
import { Schema } from './xsd.js'

const RUNS = Number(process.env['SCHEMA_RUNS'] ?? 40)
const OPERATIONS = ['DeliverReq', 'DeliveryReportReq', 'ReadReplyReq', 'SubmitReq']
const counts = { reported: 0, stillValid: 0 }
const schema = new Schema('REL-6-MM7-1-4')

const CASES = Object.keys(MUTATIONS).flatMap((name) =>
  OPERATIONS.map((operation) => [name, operation] as const),
)

describe('a document that is invalid for one reason is reported', () => {
  it.each(CASES)('%s: %s', (name, operation) => {
    const given = fc.tuple(docOf(schema.element(operation)).map(tellApart), fc.nat())
    fc.assert(
      fc.property(given, ([doc, seed]) => {
        const random = randomOf(seed)
        fc.pre(MUTATIONS[name]?.(doc, random) === true)
        const xml = new Serializer(seed, MM7).envelope(doc)
        const faults = faultsOf(xml)
        const { reported } = read(xml, doc)
        if (faults.length === 0) counts.stillValid += 1
        else {
          expect(reported, `${faults.join('\n')}\n${xml}`).not.toEqual([])
          counts.reported += 1
        }
      }),
      { numRuns: RUNS },
    )
  })

  afterAll(() => {
    const { reported, stillValid } = counts
    console.log(`Schema: ${reported} mutants were reported; ${stillValid} more were still valid.`)
  })
})
