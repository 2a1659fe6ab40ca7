import { quote } from '../report.js'
import type { Warning } from '../warnings.js'
import { type Decoded, decodeBase64 } from './base64.js'
import { isMostlyBase64 } from './base64-digits.js'
import { startsAsXml } from './bytes.js'
import { withoutComments } from './content-id.js'
import type { Part } from './part.js'
import { decodeQuotedPrintable } from './quoted-printable.js'

type Decode = (bytes: Uint8Array) => Decoded

const identity: Decode = (bytes) => ({ bytes })

/** How each Content-Transfer-Encoding is undone (RFC 2045 §6). */
const DECODERS: ReadonlyMap<string, Decode> = new Map([
  ['', identity],
  ['7bit', identity],
  ['8bit', identity],
  ['binary', identity],
  ['base64', decodeBase64],
  ['quoted-printable', decodeQuotedPrintable],
])
/** The same by their letters and digits alone. */
const BY_LETTERS: ReadonlyMap<string, string> = new Map([
  ['7bit', '7bit'],
  ['8bit', '8bit'],
  ['binary', 'binary'],
  ['base64', 'base64'],
  ['quotedprintable', 'quoted-printable'],
])
/** More is no name of an encoding, whatever it holds. */
const LONGEST = 80

/** The content of a part, and what deviates in how it is encoded. */
export interface Content {
  /** A view of the request's body, unless base64 or quoted-printable had to be undone. */
  readonly bytes: Uint8Array
  readonly deviations: readonly Warning[]
}

/** What a part says of its encoding. */
interface Encoding {
  /** As sent. */
  readonly sent: string
  /** One of RFC 2045's; undefined if it is none. */
  readonly name: string | undefined
}

const NONE: readonly Warning[] = []

/** @returns that of the first field which has one of RFC 2045's, or of the first that is not empty */
function encodingOf({ headers }: Part): Encoding {
  const values = headers.get('content-transfer-encoding')
  const first = readEncoding(values?.[0] ?? '')
  if (values === undefined || values.length === 1) return first
  const all = values.map(readEncoding).filter(({ sent }) => sent !== '')
  return all.find(({ name }) => name !== undefined) ?? all[0] ?? first
}

function readEncoding(text: string): Encoding {
  const sent = text.trim().toLowerCase()
  return { sent, name: DECODERS.has(sent) ? sent : nameWithin(sent) }
}

/** @returns the encoding within `base64;`, `"base64"`, `base64 (a comment)`, `base-64`, `<base64>`. */
function nameWithin(sent: string): string | undefined {
  if (sent.length > LONGEST) return undefined
  return BY_LETTERS.get(withoutComments(sent).replace(/;.*|[^a-z\d]/gs, ''))
}

/** @returns whether the part's bytes are as they were before transfer. */
export function isIdentityEncoded(part: Part): boolean {
  const { name = '' } = encodingOf(part)
  return DECODERS.get(name) === identity
}

/** @returns what deviates in the name of the part's encoding: RFC 2045 does not know it. */
export function encodingDeviations(part: Part): readonly Warning[] {
  return deviationsOf(encodingOf(part), part)
}

function deviationsOf({ sent, name }: Encoding, part: Part): readonly Warning[] {
  if (sent === name) return NONE
  const done = name === undefined ? 'the bytes are as sent' : `read as ${name}`
  const message = `The transfer encoding ${quote(sent)} is unknown; ${done}.`
  return [{ code: 'transfer-encoding-unknown', message, offset: part.offset }]
}

/** Tells the content of a leaf. */
export type ContentOf = (part: Part) => Content

/** @returns what does {@link decodeBody} once for each part, whoever asks: it may be as long as the body */
export function decodeOnce(): ContentOf {
  const contents = new Map<Part, Content>()
  return (part) => {
    const known = contents.get(part)
    if (known !== undefined) return known
    const content = decodeBody(part)
    contents.set(part, content)
    return content
  }
}

/** @returns the content of a leaf; of the start of its body, if that alone is given. */
export function decodeBody(part: Part, body: Uint8Array = part.body): Content {
  const encoding = encodingOf(part)
  const { name = '' } = encoding
  const decode = DECODERS.get(name) as Decode
  const deviations = deviationsOf(encoding, part)
  const decoded = decode(body)
  if (decoded.deviation === undefined) return { bytes: decoded.bytes, deviations }
  const isRaw = name === 'base64' && (startsAsXml(body) || !isMostlyBase64(body))
  const message = isRaw
    ? 'The part is called base64, and is not; the bytes are as sent.'
    : `The part is not clean ${name}; what is not of it is ${name === 'base64' ? 'ignored' : 'kept'}.`
  const offset = part.offset + decoded.deviation
  const bytes = isRaw ? body : decoded.bytes
  return {
    bytes,
    deviations: [...deviations, { code: 'transfer-encoding-malformed', message, offset }],
  }
}
