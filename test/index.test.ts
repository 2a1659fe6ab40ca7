import type { Headers } from 'undici'
import { describe, expect, expectTypeOf, it } from 'vitest'
import * as mm7 from '../src/index.js'

describe('the public surface', () => {
  it('is this, and no more', () => {
    expect(Object.keys(mm7).sort()).toEqual([
      'DEFAULT_LIMITS',
      'Mm7Error',
      'SkycoreStatus',
      'Status',
      'attachmentText',
      'buildCancelReq',
      'buildDeliverRsp',
      'buildExtendedCancelReq',
      'buildExtendedReplaceReq',
      'buildMm7Rsp',
      'buildReplaceReq',
      'buildSubmitReq',
      'buildVaspErrorFault',
      'decodeAttachmentText',
      'messageToJson',
      'parseDeliverReq',
      'parseMm7Request',
      'parseMm7Response',
      'replyTo',
      'skycoreCarrier',
      'splitMultipartRelated',
    ])
  })

  it('has these types', () => {
    expectTypeOf(mm7.parseDeliverReq).parameters.toEqualTypeOf<
      [request: mm7.Mm7Request, options?: mm7.ParseOptions]
    >()
    expectTypeOf(mm7.parseDeliverReq).returns.toEqualTypeOf<mm7.DeliverReq>()
    expectTypeOf(mm7.buildDeliverRsp).toEqualTypeOf<
      (
        to: mm7.Correlation | mm7.Mm7Error,
        status?: mm7.StatusInput,
        more?: Pick<mm7.RspDetails, 'serviceCode'>,
      ) => string
    >()
    expectTypeOf(mm7.buildMm7Rsp).parameter(2).toEqualTypeOf<mm7.RspDetails | undefined>()
    expectTypeOf(mm7.buildVaspErrorFault).toEqualTypeOf<
      (to: mm7.Correlation | mm7.Mm7Error, status?: mm7.StatusInput) => string
    >()
    expectTypeOf(mm7.parseMm7Request).returns.toEqualTypeOf<mm7.Mm7Message>()
    expectTypeOf(mm7.splitMultipartRelated).returns.toEqualTypeOf<mm7.SplitRequest>()
    expectTypeOf(mm7.attachmentText).returns.toBeString()
    expectTypeOf(mm7.messageToJson).returns.toEqualTypeOf<mm7.JsonObject>()
    expectTypeOf(mm7.skycoreCarrier).toEqualTypeOf<(id: string) => string | undefined>()
    expectTypeOf(mm7.Status.Success).toExtend<mm7.StatusInput>()
  })

  it('has messages and errors that answers can be built to', () => {
    expectTypeOf<mm7.DeliverReq>().toExtend<mm7.Correlation>()
    expectTypeOf<mm7.Mm7Error>().toExtend<mm7.Correlation>()
    expectTypeOf<mm7.Mm7Message>().toExtend<mm7.Correlation>()
    expectTypeOf<mm7.Mm7Error['partial']['subject']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<mm7.Mm7Error['partial']['messageId']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<mm7.Mm7Message>().toExtend<mm7.PartialMessage>()
    expectTypeOf<mm7.WarningCode>().toExtend<mm7.Mm7ErrorCode>()
  })

  it('has optional properties that are absent, not undefined, and lists that are there', () => {
    expectTypeOf<mm7.DeliverReq['transactionId']>().toBeString()
    expectTypeOf<{ readonly subject: string }>().toExtend<Pick<mm7.DeliverReq, 'subject'>>()
    expectTypeOf<{ readonly subject: undefined }>().not.toExtend<Pick<mm7.DeliverReq, 'subject'>>()
    expectTypeOf<mm7.DeliverReq['contents']>().toEqualTypeOf<readonly mm7.Content[]>()
    expectTypeOf<mm7.Address['kind']>().toEqualTypeOf<
      'number' | 'rfc2822' | 'shortCode' | 'unknown'
    >()
    expectTypeOf<mm7.Priority>().toEqualTypeOf<'High' | 'Normal' | 'Low'>()
  })

  it('takes what frameworks hand out', () => {
    expectTypeOf<{ headers: Headers; body: ArrayBuffer }>().toExtend<mm7.Mm7Request>()
    expectTypeOf<{
      headers: NodeJS.Dict<string | string[]>
      body: Buffer
    }>().toExtend<mm7.Mm7Request>()
    expectTypeOf<{ headers: Headers; body: string }>().not.toExtend<mm7.Mm7Request>()
  })
})
