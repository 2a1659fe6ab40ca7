import { fail, quote, type Report, warn } from '../report.js'
import type { Element } from '../soap/element.js'
import type { Envelope } from '../soap/envelope.js'
import { isMm7, MM7 } from '../soap/namespaces.js'

/** @returns the operation: of several entries the first in an MM7 namespace, else the first of all. */
export function findOperation(
  { bare, body, offset, places }: Envelope,
  report: Report,
): Element | undefined {
  const entries = body.filter((entry) => entry.namespace === MM7)
  const known = entries.find((entry) => isMm7(entry.sentNamespace))
  const operation = known ?? entries[0] ?? (bare?.namespace === MM7 ? bare : undefined)
  const entry = operation ?? body[0]
  if (entry === undefined) fail(report, 'soap-body-empty', 'The SOAP Body is empty.', { offset })
  for (const other of body) {
    if (other === entry) continue
    const what = `The SOAP Body also holds ${quote(other.name)}; ignored.`
    places.mark(warn(report, 'soap-body-extra', what, { path: other.name }), other)
  }
  return entry
}
