import { writeEnvelope } from '../soap/write/write-envelope.js'
import { mm7Node, soapNode, type XmlNode } from '../soap/write/xml-node.js'
import type { StatusInput } from '../status.js'
import type { Submission } from '../submission.js'

/** What an answer of a relay/server is made from. */
export interface RelayResponse {
  /** The request's; undefined for what is none that there is. */
  readonly operation: Submission['operation'] | undefined
  readonly transactionId: string | undefined
  readonly mm7Version: string
  readonly namespace: string
  readonly status: StatusInput
  readonly messageId: string
}

/** @returns the envelope: the Rsp of the operation, or a Fault with `RSErrorRsp` (TS 23.140 8.7) */
export function writeRelayResponse(response: RelayResponse): string {
  const { operation, transactionId, namespace } = response
  const entry =
    operation === undefined
      ? faultNode(response)
      : mm7Node(operation.replace(/Req$/, 'Rsp'), { children: childrenOf(operation, response) })
  const style = { namespace, prefixes: 'default', prefix: '', lineEnd: undefined } as const
  return writeEnvelope({ transactionId, entry, style })
}

function childrenOf(operation: Submission['operation'], response: RelayResponse): XmlNode[] {
  const { mm7Version, status, messageId } = response
  const version = mm7Node('MM7Version', { text: mm7Version })
  const id = mm7Node('MessageID', { text: messageId })
  // The extended ones have the code alone, and the MessageID before it.
  const code = mm7Node('Status', { children: [codeNode(status)] })
  if (operation === 'extendedCancelReq') return [version, code]
  if (operation === 'extendedReplaceReq') return [version, id, code]
  return [version, statusNode(status), ...(operation === 'SubmitReq' ? [id] : [])]
}

function codeNode({ code }: StatusInput): XmlNode {
  return mm7Node('StatusCode', { text: String(code) })
}

function statusNode(status: StatusInput): XmlNode {
  const { text = '', details } = status
  return mm7Node('Status', {
    children: [
      codeNode(status),
      mm7Node('StatusText', { text }),
      ...(details === undefined ? [] : [mm7Node('Details', { text: details })]),
    ],
  })
}

function faultNode({ mm7Version, status }: RelayResponse): XmlNode {
  const error = mm7Node('RSErrorRsp', {
    children: [mm7Node('MM7Version', { text: mm7Version }), statusNode(status)],
  })
  return soapNode('Fault', [
    plainNode('faultcode', 'soap-env:Client', []),
    plainNode('faultstring', 'Client error', []),
    plainNode('detail', '', [error]),
  ])
}

/** An element of the Fault, which is in no namespace (SOAP 1.1 §4.4). */
function plainNode(name: string, text: string, children: XmlNode[]): XmlNode {
  return { name, namespace: { uri: '' }, attributes: [], text, children, isIndented: true }
}
