import { Mm7Error } from '../errors.js'
import type { SubmitReq } from '../message.js'
import { SUBMISSIONS } from '../mm7/operations/submissions.js'
import { readAccepted } from '../parse.js'
import type { Mm7Request } from '../request.js'
import { MM7 } from '../soap/namespaces.js'
import { Status, type StatusInput } from '../status.js'
import type { Submission } from '../submission.js'
import type { Address } from '../values.js'
import { buildDeliveryReportReq } from './build.js'
import type { DeliveryReportReqInput } from './input.js'
import type { RelayRequest } from './relay-attempt.js'
import { writeRelayResponse } from './relay-response.js'

/** What a relay/server answers a platform's request with. */
export interface TakenAnswer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}

/** What takes a platform's requests. */
export interface Intake {
  /** @returns the answer; the reports that are to be sent after it */
  readonly take: (request: Mm7Request) => { answer: TakenAnswer; reports: readonly RelayRequest[] }
  /** What was taken, in order. */
  readonly taken: readonly Submission[]
}

const HEADERS = { 'content-type': 'text/xml; charset=utf-8' }

/** @param mmStatus what becomes of each message that is taken */
export function createIntake(mmStatus: DeliveryReportReqInput['mmStatus']): Intake {
  const taken: Submission[] = []
  const messages = new Set<string>()
  let reported = 0

  const reportTo = (message: SubmitReq, recipient: Address, messageId: string): RelayRequest => {
    reported += 1
    const { namespace, mm7Version, senderAddress } = message
    const transactionId = `report-${reported}`
    const request = buildDeliveryReportReq({
      ...{ transactionId, namespace, mm7Version, messageId, recipient, date: new Date() },
      ...(senderAddress !== undefined && { sender: senderAddress }),
      ...(mmStatus !== undefined && { mmStatus }),
    })
    return { transactionId, operation: 'DeliveryReportReq', ...request }
  }

  const accept = (message: Submission): { status: StatusInput; messageId: string } => {
    if (message.operation !== 'CancelReq' && message.operation !== 'ReplaceReq') {
      const messageId = `message-${messages.size + 1}`
      messages.add(messageId)
      return { status: Status.Success, messageId }
    }
    const { messageId } = message
    const isKnown = messages.has(messageId)
    return { status: isKnown ? Status.Success : Status.MessageIdNotFound, messageId }
  }

  return {
    taken,
    take: (request) => {
      const read = readSubmission(request)
      if (read instanceof Mm7Error) return { answer: refusal(read), reports: [] }
      const { status, messageId } = accept(read)
      if (status === Status.Success) taken.push(read)
      const isReported = read.operation === 'SubmitReq' && read.deliveryReport === true
      const reports = isReported
        ? targetsOf(read).map((recipient) => reportTo(read, recipient, messageId))
        : []
      return { answer: answerWith(writeRelayResponse({ ...read, status, messageId })), reports }
    },
  }
}

/** @returns the request, if it is one that the schema takes */
function readSubmission(request: Mm7Request): Submission | Mm7Error {
  try {
    const draft = readAccepted(request, { strict: true }, SUBMISSIONS, SUBMISSIONS.names)
    return draft as unknown as Submission
  } catch (error) {
    if (error instanceof Mm7Error) return error
    throw error
  }
}

function targetsOf({ recipients: { to, cc, bcc } }: SubmitReq): readonly Address[] {
  return [...to, ...cc, ...bcc].filter(({ displayOnly }) => !displayOnly)
}

function refusal(error: Mm7Error): TakenAnswer {
  const { transactionId, mm7Version = '6.8.0', namespace, operation = '', message } = error
  return answerWith(
    writeRelayResponse({
      operation: SUBMISSIONS.find(operation),
      transactionId,
      mm7Version,
      namespace: namespace || MM7,
      status: { ...error.status, details: message },
      messageId: '',
    }),
  )
}

function answerWith(xml: string): TakenAnswer {
  return { status: 200, headers: { ...HEADERS }, body: new TextEncoder().encode(xml) }
}
