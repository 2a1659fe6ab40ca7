import { quote, type Report, warn, warnOf } from '../report.js'
import { startsAsXml } from './bytes.js'
import { parseId } from './content-id.js'
import { CONTENT_TYPE } from './content-type.js'
import { allParts, isLeaf, type Part } from './part.js'
import { escapeDeviations, partsWithId, reportRepeatedNames } from './part-names.js'
import { decodeBody } from './transfer-encoding.js'
import { rootElementName } from './xml-glance.js'

const XML_TYPES = new Set([
  'text/xml',
  'application/xml',
  'application/soap+xml',
  'application/xop+xml',
])

/** How much of a part is decoded to see whether it is an envelope. */
const GLANCE = 4096
/** What the root element of an envelope is called; senders of bare operations leave it out. */
const ENVELOPE = /^Envelope$/i
const OPERATION = /(?:Req|Rsp)$/i
/** Types that parts have whose sender gave no thought to it. */
const GENERIC_TYPES = new Set(['application/octet-stream', 'text/plain'])

/** @returns whether a part of this media type can hold the envelope. */
export function isXml(mediaType: string): boolean {
  return XML_TYPES.has(mediaType)
}

/**
 * Finds the root of a multipart/related (RFC 2387 §3.2): the part that `start` names, the first one
 * without a `start`. Where that part is no envelope by its content, it is the one that is; and where none
 * is, the first XML part.
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
  const all = allParts(parts)
  const root = chooseRoot(all.filter(isLeaf), parameters, report)
  if (mediaType === 'multipart/related') checkType(parameters['type'], root, report)
  reportRepeatedNames(all, report)
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
  { start }: Readonly<Record<string, string>>,
  report: Report,
): Part | undefined {
  if (start !== undefined) return rootByStart(all, start, report)
  const [first] = all
  const root = betterRoot(all, first !== undefined && holdsXml(first) ? first : undefined)
  if (root === undefined || root === first) return first
  const what =
    'There is no start parameter, and the first part is not the envelope; found by what it is.'
  warn(report, 'root-not-first', what, { path: CONTENT_TYPE })
  return root
}

function rootByStart(all: readonly Part[], start: string, report: Report): Part | undefined {
  const { value, deviations } = parseId(start)
  warnOf(report, deviations, { path: 'start' })
  const [named] = partsWithId(all, value)
  const isLikely = named !== undefined && (holdsXml(named) || isEnvelope(named, ENVELOPE))
  const root = betterRoot(all, isLikely ? named : undefined) ?? named ?? all[0]
  if (named !== undefined && root === named) {
    warnOf(report, escapeDeviations(named, value), { path: CONTENT_TYPE })
    return root
  }
  const found = named === undefined ? 'no part' : `a part of type ${named.mediaType}`
  const what = `start=${quote(start)} names ${found}; the envelope is found by what it is.`
  warn(report, 'start-unmatched', what, { path: CONTENT_TYPE })
  return root
}

/**
 * @param likely the part that should be the root, if it may be XML
 * @returns the root; undefined if there is none better
 */
function betterRoot(all: readonly Part[], likely: Part | undefined): Part | undefined {
  if (likely !== undefined) {
    const name = rootElementOf(likely) ?? 'none'
    // Where it does not show what it is, it is taken for what it should be.
    if (name === '' || ENVELOPE.test(name) || OPERATION.test(name)) return likely
  }
  const envelope =
    all.find((part) => isEnvelope(part, ENVELOPE)) ??
    all.find((part) => isEnvelope(part, OPERATION))
  return envelope ?? likely ?? all.find((part) => isXml(part.mediaType))
}

/** @returns whether the part is an envelope, or an operation, by its content, whatever its type. */
function isEnvelope(part: Part, name: RegExp): boolean {
  return name.test(rootElementOf(part) ?? '')
}

function rootElementOf(part: Part): string | undefined {
  return rootElementName(decodeBody(part, part.body.subarray(0, GLANCE)).bytes)
}

/** @returns whether the part can be the envelope: by its type, or by its content if that says nothing. */
function holdsXml({ mediaType, body }: Part): boolean {
  return isXml(mediaType) || (GENERIC_TYPES.has(mediaType) && startsAsXml(body))
}
