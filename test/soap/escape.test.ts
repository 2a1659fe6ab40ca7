import { describe, expect, it } from 'vitest'
import { buildDeliverRsp } from '../../src/index.js'
import { escapeXml } from '../../src/soap/escape.js'
import { deliverReq, envelope, parse, TRANSACTION } from '../mm7/given.js'

describe('escapeXml', () => {
  it.each([
    ['a&b<c>d"e', 'a&amp;b&lt;c&gt;d&quot;e'],
    ["a'b\tc\nd", "a'b\tc\nd"],
    ['a\rb', 'a&#13;b'],
    ['a\x85b', 'a&#133;b'],
    ['a\u2028b', 'a&#8232;b'],
    ['a\x84\x86\u2027\u2029b', 'a\x84\x86\u2027\u2029b'],
    ['\0\x08\x0b\x0c\x0e\x1f\ufffe\uffff', '\ufffd'.repeat(8)],
    ['\ud83d \ude00 😀', '\ufffd \ufffd 😀'],
    [']]>', ']]&gt;'],
  ])('writes %j as %j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected)
  })

  it('keeps line ends of XML 1.1 in an answer as references', () => {
    const header = TRANSACTION.replace('>1<', '>a&#x85;b&#x2028;c&#13;d<')
    const message = parse(envelope(deliverReq(), header))
    expect(message.transactionId).toBe('a\x85b\u2028c\rd')
    expect(buildDeliverRsp(message)).toContain('>a&#133;b&#8232;c&#13;d<')
  })
})
