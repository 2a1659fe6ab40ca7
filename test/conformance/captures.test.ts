import { writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import {
  buildMm7Rsp,
  Mm7Error,
  type Mm7Message,
  type Mm7Response,
  type ParseOptions,
  type PartialMessage,
  parseMm7Request,
  parseMm7Response,
} from '../../src/index.js'
import { type JsonObject, messageToJson } from '../../src/testing/index.js'
import { readAnswer } from '../support/answer.js'
import { type HttpMessage, readHttpMessage } from '../support/http-message.js'
import { type CaptureFile, captureFiles, type Expectation } from './capture-files.js'

/**
 * With `UPDATE_CAPTURES=1` the JSON of a capture that is read otherwise is written anew. That is what
 * the parser says, not what is right: compare it with the capture before it is committed.
 */
const isUpdating = process.env['UPDATE_CAPTURES'] === '1'

const captures = captureFiles()

type Outcome = { readonly message: Mm7Message } | { readonly error: Mm7Error }

function read(request: HttpMessage, options: ParseOptions): Outcome {
  try {
    return { message: parseMm7Request(request, options) }
  } catch (error) {
    if (error instanceof Mm7Error) return { error }
    throw error
  }
}

function partialOf(outcome: Outcome): PartialMessage {
  return 'message' in outcome ? outcome.message : outcome.error.partial
}

function outcomeToJson(outcome: Outcome): Expectation {
  if ('message' in outcome) return { message: messageToJson(outcome.message) }
  const { message: _, ...error } = messageToJson(outcome.error)['error'] as JsonObject
  return { error }
}

function expectAsExpected(file: CaptureFile, actual: Expectation): void {
  if (isUpdating) {
    const { options } = file.expected ?? {}
    const expectation = { ...(options && { options }), ...actual }
    if (isDeepStrictEqual(expectation, file.expected)) return
    writeFileSync(file.jsonPath, `${JSON.stringify(expectation, null, 2)}\n`)
    return
  }
  expect(file.expected, `${file.name}.json is missing`).toBeDefined()
  const { options: _, ...expected } = file.expected ?? {}
  expect(actual).toEqual(expected)
}

/** The element that answers an operation (TS 23.140 8.7). */
function answerOf(operation = 'DeliverReq'): string {
  const known = ['DeliverReq', 'DeliveryReportReq', 'ReadReplyReq', 'SubmitReq'].includes(operation)
  return known ? operation.replace(/Req$/, 'Rsp') : 'VASPErrorRsp'
}

function checkRequest(file: CaptureFile, request: HttpMessage): void {
  const options = file.expected?.options ?? {}
  const outcome = read(request, options)
  const partial = partialOf(outcome)
  expectAsExpected(file, outcomeToJson(outcome))

  const strict = read(request, { ...options, strict: true })
  expect(messageToJson(partialOf(strict))).toEqual(messageToJson(partial))
  const refused = 'error' in outcome ? outcome.error.code : partial.warnings?.[0]?.code
  expect('error' in strict ? strict.error.code : undefined).toBe(refused)

  for (const answered of [outcome, strict]) {
    const to = 'message' in answered ? answered.message : answered.error
    const status = 'message' in answered ? { code: 1000, text: 'Success' } : answered.error.status
    expect(readAnswer(buildMm7Rsp(to))).toEqual({
      element: answerOf(to.operation),
      transactionId: partial.transactionId,
      mm7Version: partial.mm7Version ?? '6.8.0',
      statusCode: status.code,
      statusText: status.text,
    })
  }
}

/** A response of a relay/server: a refusal is a value, what is none an error. */
function checkResponse(file: CaptureFile, { startLine, headers, body }: HttpMessage): void {
  const status = Number(startLine.split(' ')[1])
  const readAs = (strict: boolean): Mm7Response | Mm7Error => {
    try {
      return parseMm7Response({ status, headers, body }, { strict })
    } catch (error) {
      if (error instanceof Mm7Error) return error
      throw error
    }
  }
  const outcome = readAs(false)
  const isError = outcome instanceof Mm7Error
  expectAsExpected(
    file,
    isError ? outcomeToJson({ error: outcome }) : { response: JSON.parse(JSON.stringify(outcome)) },
  )

  const strict = readAs(true)
  const refused = isError ? outcome.code : outcome.warnings[0]?.code
  expect(strict instanceof Mm7Error ? strict.code : undefined).toBe(refused)
}

describe('every capture is read as the JSON beside it says, strict and not, and answered', () => {
  for (const file of captures) {
    test(file.name, () => {
      const message = readHttpMessage(file.bytes)
      if (!message.startLine.startsWith('HTTP/')) checkRequest(file, message)
      else if (file.expected?.answer === undefined) checkResponse(file, message)
      else {
        const answer = readAnswer(Buffer.from(message.body).toString())
        expectAsExpected(file, { answer })
      }
    })
  }
})
