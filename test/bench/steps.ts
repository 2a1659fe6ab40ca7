import type { Library } from './contenders.js'
import type { Contender } from './measure.js'
import type { BenchMessage } from './message.js'

export const ANSWER = 'answer'

/** The steps of the way through a message, each with what the one before it leaves. */
export function steps(message: BenchMessage, mm7: Library): Contender[] {
  const { DEFAULT_LIMITS: limits, createReport } = mm7
  const split = () => {
    const { header, body } = mm7.openRequest(message)
    return mm7.splitBody(header, body, limits, createReport())
  }
  const { root, parts } = split()
  if (root === undefined) throw new Error('There is no root part.')
  const source = { bytes: root.body, charset: undefined, offset: 0, isVerbatim: true }
  const readXml = () => mm7.readEnvelope(source, limits, createReport(), () => false)
  const envelope = readXml()
  const map = () => {
    const report = createReport()
    const { attachments } = mm7.readAttachments(parts, root)
    const draft = { attachments: [...attachments.values()], warnings: report.warnings }
    const resolve = mm7.contentResolver(parts, root, attachments)
    return mm7.readMessage(
      envelope,
      draft,
      { catalog: mm7.RECEIVED, accepted: mm7.OPERATIONS },
      resolve,
      report,
    )
  }
  const read = mm7.parseDeliverReq(message)
  return [
    { name: 'split', run: split },
    { name: 'read XML', run: readXml },
    { name: 'map', run: map },
    { name: ANSWER, run: () => mm7.buildDeliverRsp(read) },
    { name: 'the whole', run: () => mm7.parseDeliverReq(message) },
  ]
}
