import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDeliverRsp, buildVaspErrorFault, Mm7Error } from '../../src/index.js'
import { asXmlText, readWellFormed, textIn } from '../support/well-formed.js'

/** Any string of JavaScript: half characters, controls, what has a meaning in XML. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      ']]>',
      '\0',
      '\r',
      '\n',
      '\t',
      ' ',
      '\ufffe',
      '\ud800',
      '\udc00',
      '-->',
    ),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 20,
})
const optional = fc.option(text, { nil: undefined })

const correlation = fc
  .record({ transactionId: optional, mm7Version: optional, namespace: optional })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
const status = fc.record({
  code: fc.integer({ min: 2000, max: 9999 }),
  text,
  details: text,
})
const numRuns = 500

describe('for any strings an answer is well-formed and gives them back:', () => {
  test('buildDeliverRsp', () => {
    fc.assert(
      fc.property(correlation, status, (to, chosen) => {
        const answer = readWellFormed(buildDeliverRsp(to, chosen))
        const { transactionId, mm7Version } = to
        expect(textIn(answer, 'TransactionID')).toBe(transactionId && asXmlText(transactionId))
        if (mm7Version) expect(textIn(answer, 'MM7Version')).toBe(asXmlText(mm7Version))
        expect(textIn(answer, 'StatusCode')).toBe(String(chosen.code))
        expect(textIn(answer, 'StatusText')).toBe(asXmlText(chosen.text))
        expect(textIn(answer, 'Details')).toBe(asXmlText(chosen.details))
      }),
      { numRuns },
    )
  })

  test('buildVaspErrorFault', () => {
    fc.assert(
      fc.property(correlation, status, (to, chosen) => {
        const answer = readWellFormed(buildVaspErrorFault(to, chosen))
        expect(textIn(answer, 'TransactionID')).toBe(
          to['transactionId'] && asXmlText(to['transactionId']),
        )
        expect(textIn(answer, 'faultstring')).toBe(asXmlText(chosen.text))
        expect(textIn(answer, 'Details')).toBe(asXmlText(chosen.details))
      }),
      { numRuns },
    )
  })

  test('to an error', () => {
    fc.assert(
      fc.property(correlation, (partial) => {
        const error = new Mm7Error({ code: 'xml-malformed', message: '', partial })
        const answer = readWellFormed(buildDeliverRsp(error))
        expect(textIn(answer, 'StatusCode')).toBe('4004')
        readWellFormed(buildVaspErrorFault(error))
      }),
      { numRuns },
    )
  })
})

test('an answer is in the namespace of the request, its white space taken out', () => {
  const uri = fc.stringMatching(/^[a-z]{1,5}:[!-~ \t\n]{1,20}$/)
  fc.assert(
    fc.property(uri, (namespace) => {
      const answer = readWellFormed(buildDeliverRsp({ transactionId: '1', namespace }))
      const response = answer.getElementsByTagNameNS('*', 'DeliverRsp')[0]
      expect(response?.namespaceURI).toBe(namespace.replace(/\s/g, ''))
    }),
    { numRuns },
  )
})
