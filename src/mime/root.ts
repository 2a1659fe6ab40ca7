import { quote, type Report, warn } from '../report.js'
import { type Part, stripBrackets } from './part.js'

const CONTENT_TYPE = 'content-type'

const XML_TYPES = new Set([
  'text/xml',
  'application/xml',
  'application/soap+xml',
  'application/xop+xml',
])

/** @returns whether a part of this media type can hold the envelope. */
export function isXml(mediaType: string): boolean {
  return XML_TYPES.has(mediaType)
}

/**
 * Finds the root of a multipart/related (RFC 2387 §3.2): the part that `start` names. Without a
 * `start` that leads to XML it is the first XML part; and the first part of all if there is none.
 *
 * @param parts the parts at the top
 * @param mediaType that of the multipart
 * @param parameters those of its Content-Type
 * @returns the root; undefined if there are no parts
 */
export function findRoot(
  parts: readonly Part[],
  mediaType: string,
  parameters: Readonly<Record<string, string>>,
  report: Report,
): Part | undefined {
  const root = chooseRoot(leavesOf(parts), parameters, report)
  if (mediaType === 'multipart/related') checkType(parameters['type'], root, report)
  return root
}

/** `type` is there, and says what the root is (RFC 2387 §3.1). */
function checkType(type: string | undefined, root: Part | undefined, report: Report): void {
  if (type === undefined) {
    const what =
      'multipart/related has no type parameter (RFC 2387 §3.1); the root is found without it.'
    warn(report, 'type-parameter-missing', what, { path: CONTENT_TYPE })
  } else if (root !== undefined && type.toLowerCase() !== root.mediaType) {
    const what = `type=${quote(type)}, and the root is ${quote(root.mediaType)}; the root's own type counts.`
    warn(report, 'type-parameter-mismatch', what, { path: CONTENT_TYPE })
  }
}

function chooseRoot(
  all: readonly Part[],
  parameters: Readonly<Record<string, string>>,
  report: Report,
): Part | undefined {
  const firstXml = all.find((part) => isXml(part.mediaType))
  if (parameters['start'] !== undefined) {
    const start = stripBrackets(parameters['start'], 'start', report)
    const named = all.find((part) => part.contentId === start)
    if (named !== undefined && (isXml(named.mediaType) || firstXml === undefined)) return named
    const found = named === undefined ? 'no part' : `a part of type ${named.mediaType}`
    const what = `start=${quote(start)} names ${found}; the envelope is looked for by type.`
    warn(report, 'start-unmatched', what, { path: CONTENT_TYPE })
  } else if (firstXml !== undefined && firstXml !== all[0]) {
    const what =
      'There is no start parameter, and the first part is not the envelope; the first XML part is taken for it.'
    warn(report, 'root-not-first', what, { path: CONTENT_TYPE })
  }
  return firstXml ?? all[0]
}

/** @returns the leaves of the parts, in order of appearance. */
export function leavesOf(parts: readonly Part[]): Part[] {
  const leaves: Part[] = []
  // A stack of our own: multiparts may lie in one another deeper than calls may.
  const pending = [...parts].reverse()
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (part.parts.length === 0) leaves.push(part)
    for (let i = part.parts.length - 1; i >= 0; i--) pending.push(part.parts[i] as Part)
  }
  return leaves
}
