import { expect, it, vi } from 'vitest'
import type * as operations from '../../src/receiver/operations.js'
import { readAnswer } from '../support/answer.js'
import { GOOD, receiverWith } from './given.js'

vi.mock('../../src/receiver/operations.js', async (load) => {
  const actual = await load<typeof operations>()
  return {
    ...actual,
    parse: (...args: Parameters<typeof actual.parse>) => ({
      ...actual.parse(...args),
      operation: 'ReadReplyReq',
    }),
  }
})

it('answers an operation that has no handler with 4003', async () => {
  const { receive, events } = receiverWith()
  const { status, body } = await receive(GOOD)
  expect(status).toBe(200)
  expect(readAnswer(body)).toMatchObject({ transactionId: 'tx-1', statusCode: 4003 })
  expect(events).toMatchObject([
    { type: 'refused', code: 'operation-unsupported', operation: 'ReadReplyReq', statusCode: 4003 },
  ])
  expect(events[0]?.message).toContain('pass readReplyReq to createReceiver')
})

it('hands an operation to its own handler', async () => {
  const ids: string[] = []
  const readReplyReq = ({ transactionId }: { readonly transactionId: string }) => {
    ids.push(transactionId)
  }
  await receiverWith({ readReplyReq }).receive(GOOD)
  expect(ids).toEqual(['tx-1'])
})
