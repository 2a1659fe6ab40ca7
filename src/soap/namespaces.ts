import { quote } from '../report.js'

/** SOAP 1.1 §4. */
export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'

const MM7_BASE = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/'

/** The canonical namespace: every MM7 namespace is read as it, and an answer without one is in it. */
export const MM7: string = `${MM7_BASE}REL-6-MM7-1-4`

/** The releases of the schema: `…/REL-5-MM7-1-0` to `…/REL-6-MM7-1-4` and their like. */
const RELEASE = /^REL-\d{1,2}-MM7-1-\d{1,2}$/
/** 3GPP's own documents have `specs` for `Specs`. */
const BASE_IN_ANY_CASE =
  /^http:\/\/www\.3gpp\.org\/ftp\/specs\/archive\/23_series\/23\.140\/schema\//i
/** What senders made up for it: `urn:mm7`, `urn:MM7Submit.Req`, `urn:xml-MM7Header`. */
const URN = /^urn:(?:xml-)?mm7/i

/** The namespace of the prefix `xml`, which is always declared (Namespaces in XML 1.0 §3). */
export const XML = 'http://www.w3.org/XML/1998/namespace'
/** The namespace of declarations, which no element is in (Namespaces in XML 1.0 §3). */
export const XMLNS = 'http://www.w3.org/2000/xmlns/'
/** Namespaces that no document may have as its default (Namespaces in XML 1.0 §3). */
const RESERVED = new Set([XML, XMLNS])

const WHITE_SPACE = /\s/

/** A namespace as it was declared. It is judged once: a URI may be long, and its elements many. */
export interface Namespace {
  /** As sent; empty for none. */
  readonly uri: string
  /** White space taken out. */
  readonly compact: string
  readonly isMm7: boolean
  readonly isMeantForMm7: boolean
}

/** @returns what there is to know of the namespace of this URI. */
export function describeNamespace(uri: string): Namespace {
  const compact = withoutWhiteSpace(uri)
  const isRelease = isMm7(compact)
  return {
    uri,
    compact,
    isMm7: isRelease,
    isMeantForMm7: isRelease || isMeantForMm7(compact),
  }
}

/** No namespace: that of a name without a prefix where none is declared. */
export const NO_NAMESPACE: Namespace = /* @__PURE__ */ describeNamespace('')

/** @returns whether this is the namespace of a release of the MM7 schema (TS 23.140 annex L). */
export function isMm7(uri: string): boolean {
  return uri.startsWith(MM7_BASE) && RELEASE.test(uri.slice(MM7_BASE.length))
}

/** @returns whether it is meant for one: of a release there never was, or made up by a sender. */
function isMeantForMm7(uri: string): boolean {
  return BASE_IN_ANY_CASE.test(uri) || URN.test(uri)
}

/** @returns the URI without white space, which none can hold: documents break long ones in two. */
export function withoutWhiteSpace(uri: string): string {
  return WHITE_SPACE.test(uri) ? uri.replace(/\s/g, '') : uri
}

/**
 * @param uri the namespace of a request, as its sender wrote it
 * @returns the namespace to answer in
 */
export function answerNamespace(uri: string | undefined): string {
  const compact = withoutWhiteSpace(uri ?? '')
  return compact === '' || RESERVED.has(compact) ? MM7 : compact
}

/** @returns it in quotes; if it is long its end, where those of MM7's releases differ. */
export function quoteNamespace(uri: string): string {
  return quote(uri.length > 60 ? `…${uri.slice(-59)}` : uri)
}
