import { describe, expect, it } from 'vitest'
import { MM7, SOAP } from '../../src/soap/namespaces.js'
import { errorOf as operationError, readElements, readWith } from './codecs/given.js'
import {
  deliverReq,
  envelope,
  errorOf,
  parse,
  parseFields,
  reportedOf,
  SENDER,
  TRANSACTION,
  VERSION,
} from './given.js'

const saidOf = ({ warnings }: { readonly warnings: readonly { readonly message: string }[] }) =>
  warnings.map(({ message }) => message)

describe('a deviation of a field is reported in words', () => {
  it.each([
    [
      '<Content href="cid:a" type="b" /><Content href="cid:a"/>',
      'type="b" is not one of the schema\'s words; kept as sent.',
      'No part is called "cid:a"; there is no other part.',
      'Content appears again, which the schema does not have; read as well.',
      'No part is called "cid:a"; there is no other part.',
    ],
    ['<Content/>', 'The Content has no href; there is no other part.'],
    [
      '<Content href="cid:a" allowAdaptations="b"/>',
      '"b" is not a boolean; read as true.',
      'No part is called "cid:a"; there is no other part.',
    ],
    [
      '<AdditionalInformation href="a">b</AdditionalInformation>',
      'Unexpected text "b" in AdditionalInformation; ignored.',
    ],
    ['<AdditionalInformation/>', 'AdditionalInformation has no href; kept among the extensions.'],
    [
      '<Recipients id="a"><To><Number>1</Number></To></Recipients>',
      'The attribute id="a" does not belong here; ignored.',
    ],
    [
      '<Recipients><To id="a"><Number>1</Number></To></Recipients>',
      'The attribute id is on the element around the address; ignored.',
    ],
    [
      '<Recipients><To><Number displayOnly="a">1</Number></To></Recipients>',
      '"a" is not a boolean; read as false.',
    ],
    [
      '<Recipients><To><Number addressCoding="a">1</Number></To></Recipients>',
      '"a" is not one of the schema\'s words; left out.',
    ],
    [
      '<Recipients><To><Number id="1">1</Number></To></Recipients>',
      'The id "1" is not a name of XML; kept as sent.',
    ],
    [
      '<Recipients><To><Number id="a">1</Number><Number id="a">1</Number></To></Recipients>',
      'The id "a" is another address\'s, too; kept as sent.',
    ],
    ['<Recipients><To><Number/></To></Recipients>', 'Empty address; ignored.'],
    [
      '<Recipients><To><Number>1/TYPE=PLMN</Number></To></Recipients>',
      '"1/TYPE=PLMN" is read as "1".',
    ],
    [
      '<Recipients><To>1</To></Recipients>',
      'The address is plain text, without an element for its kind; its kind is unknown.',
    ],
    ['<Recipients/>', 'Recipients holds no To, Cc or Bcc.'],
    ['<Subject>a<b/></Subject>', '"b" does not belong here; kept among the extensions.'],
    ['<Subject a="b">c</Subject>', 'The attribute a="b" does not belong here; ignored.'],
    [
      '<Subject xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">a</Subject>',
      'xsi:nil on Subject; ignored, as there is something.',
    ],
    ['<subject>a</subject>', '"subject" should be Subject; read as that.'],
    [
      '<Subject>a</Subject><Subject>b</Subject>',
      'Subject appears again; the first counts, this one is kept among the extensions.',
    ],
    ['<Priority>a</Priority>', '"a" is not one of the schema\'s words; left out.'],
    ['<Priority>low</Priority>', '"low" is not one of the schema\'s words; read as Low.'],
    ['<TimeStamp>a</TimeStamp>', '"a" is not a date; kept as text.'],
    [
      '<TimeStamp>2014-04-14T16:15:23</TimeStamp>',
      '"2014-04-14T16:15:23" has no zone; read as UTC.',
    ],
    ['a', 'Unexpected text "a" in the operation; ignored.'],
    ['<UACapabilities>a</UACapabilities>', 'Unexpected text "a" in UACapabilities; ignored.'],
    ['<a/>', '"a" does not belong here; kept among the extensions.'],
    [
      '<Subject>a</Subject><LinkedID>b</LinkedID>',
      'LinkedID appears later than in the schema; read anyway.',
    ],
    [
      '<Previouslysentby><UserAgent sequence="a"><Number>1</Number></UserAgent></Previouslysentby>',
      '"a" is not a positive integer; left out.',
    ],
    [
      '<DeliverReq><LinkedID>a</LinkedID></DeliverReq>',
      'A DeliverReq within the operation; read as part of it.',
      'LinkedID appears later than in the schema; read anyway.',
    ],
    [
      '<deliverreq/>',
      '"deliverreq" should be DeliverReq; read as that.',
      'A DeliverReq within the operation; read as part of it.',
    ],
    [
      '<SenderAddress><Number>1</Number></SenderAddress>',
      '"SenderAddress" does not belong here; kept among the extensions.',
    ],
  ])('%s', (element, ...messages) => {
    expect(saidOf(parseFields(element))).toEqual(messages)
  })

  it.each([
    [
      '<DeliveryCondition><DC>0</DC></DeliveryCondition>',
      '"0" is not a positive integer; left out.',
    ],
    [
      '<DeliveryCondition><DC>9007199254740993</DC></DeliveryCondition>',
      '"9007199254740993" is more than a number can hold; left out.',
    ],
    ['<DeliveryCondition/>', 'DeliveryCondition holds no DC.'],
    ['<ReadReply>a</ReadReply>', '"a" is not a boolean; left out.'],
    ['<ReplyCharging replyChargingSize="a"/>', '"a" is not a positive integer; left out.'],
    ['<ContentClass>a</ContentClass>', '"a" is not one of the schema\'s words; left out.'],
  ])('%s', (element, ...messages) => {
    expect(saidOf(readWith('SubmitReq', element))).toEqual(messages)
  })

  it.each([
    ['<MMStatus>a</MMStatus>', 'The status "a" is not one of the schema\'s words; kept as sent.'],
    [
      '<StatusCode>1000</StatusCode>',
      'StatusCode is misplaced; read as MMStatus.',
      'The status "1000" is not one of the schema\'s words; kept as sent.',
    ],
  ])('%s', (element, ...messages) => {
    expect(saidOf(readWith('DeliveryReportReq', element))).toEqual(messages)
  })

  it('with the path of what it lacks', () => {
    expect(reportedOf(readWith('SubmitReq', '<DeliveryCondition/>'))).toEqual([
      'element-missing DeliveryCondition/DC',
    ])
  })

  it('where one is missing that can be done without', () => {
    const own = `${VERSION}<MessageID>m</MessageID><MMStatus>Expired</MMStatus>`
    expect(saidOf(readElements('DeliveryReportReq', own))).toEqual([
      'There is no Recipient; read without it.',
      'There is no Sender; read without it.',
      'There is no Date; read without it.',
    ])
    expect(saidOf(readElements('SubmitReq', VERSION))).toEqual([
      'There is no SenderIdentification; read without it.',
      'There is no Recipients; read without it.',
    ])
  })

  it.each([
    [`${TRANSACTION}${TRANSACTION}`, 'Another TransactionID, "1"; ignored.'],
    [
      `${TRANSACTION}<a/>`,
      "a is in no namespace; taken as MM7's.",
      'The SOAP Header holds "a"; ignored.',
    ],
    [
      TRANSACTION.replace(MM7, MM7.replace('1-4', '1-3')),
      'TransactionID is in "…org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-3", the operation in "…org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4"; the answer is in the operation\'s.',
    ],
  ])('%s', (header, ...messages) => {
    const read = parse(envelope(deliverReq(), header))
    expect(saidOf(read)).toEqual(messages)
  })
})

describe('why a message is refused is said', () => {
  it.each([
    ['The SOAP Body is empty.', envelope('')],
    ['The SOAP Header holds no TransactionID.', envelope(deliverReq(), '')],
    ['There is no MM7Version.', envelope(`<DeliverReq xmlns="${MM7}">${SENDER}</DeliverReq>`)],
    ['There is no Sender.', envelope(`<DeliverReq xmlns="${MM7}">${VERSION}</DeliverReq>`)],
    ['The operation is "DeliverReq", not DeliverReq.', envelope('<env:DeliverReq/>')],
    ['The operation is "SubmitReq", not DeliverReq.', envelope(`<SubmitReq xmlns="${MM7}"/>`)],
  ])('%s', (message, xml) => {
    expect(errorOf(xml).message).toBe(message)
  })

  it('with all operations that there may be', () => {
    const error = operationError(() => readElements('SubmitRsp', ''))
    expect(error.message).toBe(
      'The operation is "SubmitRsp", not one of DeliverReq, DeliveryReportReq, ReadReplyReq, SubmitReq.',
    )
    expect(error.operation).toBe('SubmitRsp')
    expect(error.partial).not.toHaveProperty('operation')
  })

  it('but of no operation where there is none', () => {
    expect(errorOf(`<e:Body xmlns:e="${SOAP}"/>`).operation).toBeUndefined()
    expect(errorOf(envelope('')).operation).toBeUndefined()
    expect(
      parse(envelope(`<env:x/>${deliverReq('', '')}`, TRANSACTION.replace(MM7, ''))).operation,
    ).toBe('DeliverReq')
  })
})
