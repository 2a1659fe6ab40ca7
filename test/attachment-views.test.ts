import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseDeliverReq } from '../src/index.js'
import { readHttpCapture } from '../src/testing/index.js'

it('copies no part that needs no decoding: its bytes are a view of the body', () => {
  const capture = readFileSync('fixtures/openmarket/deliver-req.http')
  const request = readHttpCapture(new Uint8Array(capture))

  const { attachments } = parseDeliverReq(request)

  expect(attachments).toHaveLength(2)
  for (const { bytes } of attachments) expect(bytes.buffer).toBe(request.body.buffer)
})
