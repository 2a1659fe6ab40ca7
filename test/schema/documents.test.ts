import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, type Doc, docOf, tellApart } from './documents.js'
import { lostIn, read } from './reading.js'
import { NAMESPACES } from './releases.js'
import { Serializer } from './serialize.js'
import { faultsOf, type SchemaName } from './validator.js'
import { Schema } from './xsd.js'

const RUNS = Number(process.env['SCHEMA_RUNS'] ?? 150)
const OPERATIONS = ['DeliverReq', 'DeliveryReportReq', 'ReadReplyReq', 'SubmitReq']
const SCHEMAS: readonly SchemaName[] = ['REL-6-MM7-1-4', 'ID-MM7']
let count = 0

const CASES = SCHEMAS.flatMap((name) => {
  const schema = new Schema(name)
  return OPERATIONS.map((operation) => [operation, name, schema.element(operation)] as const)
})

/** Liberty's schema lets an Extension stand for the Sender's address: then nobody sent the message. */
function hasUselessSender({ name, children }: Doc): boolean {
  if (name !== 'DeliverReq') return false
  const sender = children.find((child) => child.name === 'Sender')
  return sender?.children.every((child) => child.name === 'Extension') ?? false
}

/** 3GPP's schema wants one, Liberty's does not: that there is none is reported. */
function hasNoCondition(doc: Doc): boolean {
  return allOf(doc).some(({ name, children }) => name === 'DeliveryCondition' && !children.length)
}

describe('a document made at random from the schema is read without a warning and without loss', () => {
  it.each(CASES)('%s of %s', (_, name, element) => {
    const given = fc.tuple(docOf(element).map(tellApart), fc.nat(), fc.constantFrom(...NAMESPACES))
    fc.assert(
      fc.property(given, ([doc, seed, namespace]) => {
        fc.pre(!hasUselessSender(doc) && !hasNoCondition(doc))
        const xml = new Serializer(seed, namespace).envelope(doc)
        expect(faultsOf(xml, name, namespace), 'the document itself is valid').toEqual([])
        const { message, reported } = read(xml, doc)
        // 3GPP's schema has one Content: more are read, and reported.
        const contents = doc.children.filter((child) => child.name === 'Content')
        const rest = reported.filter(
          ({ code, path }) =>
            code !== 'href-unmatched' || path !== 'Content' || contents.length < 2,
        )
        expect(rest.map(({ code, path }) => `${code} ${path}`)).toEqual(
          contents.slice(1).map(() => 'element-repeated Content'),
        )
        expect(message && lostIn(message, doc)).toEqual([])
        count += 1
      }),
      { numRuns: RUNS },
    )
  })

  it('counts', () => {
    console.log(`Schema: ${count} random documents were read without a warning.`)
    expect(count).toBe(RUNS * CASES.length)
  })
})

it('has every element and attribute of the schema in some of them', () => {
  for (const [, , element] of CASES) {
    const names = new Set(
      fc
        .sample(docOf(element), 200)
        .flatMap(allOf)
        .flatMap(({ name, attributes }) => [name, ...attributes.map((one) => `@${one.name}`)]),
    )
    expect(names.size).toBeGreaterThan(15)
  }
})
