import { quote, type Report, warn } from '../report.js'
import { latin1, startsAsXml } from './bytes.js'
import { CONTENT_TYPE } from './content-type.js'
import { leavesOf, type Part, readId } from './part.js'
import { decodeBody } from './transfer-encoding.js'

const XML_TYPES = new Set([
  'text/xml',
  'application/xml',
  'application/soap+xml',
  'application/xop+xml',
])

/** How much of a part is looked at to see whether it is an envelope, and how that looks. */
const GLANCE = 2048
const ENVELOPE = /<(?:[\w.-]{1,80}:)?Envelope[\s>]/
/** Types that parts have whose sender gave no thought to it. */
const GENERIC_TYPES = new Set(['application/octet-stream', 'text/plain'])

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
  const { start } = parameters
  if (start !== undefined) {
    const id = readId(start, 'start', report)
    const named = all.find((part) => part.contentId === id)
    if (named !== undefined && (holdsXml(named) || holdsEnvelope(named))) return named
    const root = all.find((part) => isXml(part.mediaType)) ?? named ?? all[0]
    if (root === named) return root
    const found = named === undefined ? 'no part' : `a part of type ${named.mediaType}`
    const what = `start=${quote(start)} names ${found}; the envelope is found by its type.`
    warn(report, 'start-unmatched', what, { path: CONTENT_TYPE })
    return root
  }
  const [first] = all
  if (first === undefined || holdsXml(first)) return first
  const root = all.find((part) => isXml(part.mediaType))
  if (root === undefined) return first
  const what =
    'There is no start parameter, and the first part is not the envelope; found by its type.'
  warn(report, 'root-not-first', what, { path: CONTENT_TYPE })
  return root
}

/** @returns whether the part is an envelope by its content, whatever its type and encoding. */
function holdsEnvelope(part: Part): boolean {
  const start = part.body.subarray(0, GLANCE)
  const { bytes } = decodeBody({ ...part, body: start })
  const text = latin1(bytes, 0, bytes.length).replaceAll('\0', '')
  return startsAsXml(bytes) && ENVELOPE.test(text)
}

/** @returns whether the part can be the envelope: by its type, or by its content if that says nothing. */
function holdsXml({ mediaType, body }: Part): boolean {
  return isXml(mediaType) || (GENERIC_TYPES.has(mediaType) && startsAsXml(body))
}
