import { type Deviation, NO_DEVIATIONS, quote } from '../report.js'

/** An id, and what is not as it should be about it. */
export interface ParsedId {
  /** Without what stands around it; empty if there is none. */
  readonly value: string
  readonly deviations: readonly Deviation[]
}

/** msg-id of RFC 5322 §3.6.4 as nearly all senders write it, and no comments around it. */
const PLAIN = /^<[^\s<>"“”]+>$/
/** An id or its URL, and nothing else around it. */
const BARE = /^(?:cid:)?[^\s<>"'“”():;,]*$/i
/** So many ids a Content-ID lists at most: with more it is no list. */
export const MOST_IDS = 16
/** So many layers may be around an id, such as those of `<cid:"id">`. */
const MOST_LAYERS = 3
/** An id in brackets, and what is around it. */
const BRACKETED = /^([^<>]*)<([^<>]*)>([^<>]*)$/
type Bracketed = readonly [all: string, before: string, inner: string, after: string]
const CID = /^cid:\s*/i
const SEPARATOR = /^[\s,;]*$/
/** What senders leave around the brackets that is no part of the id. */
const AROUND = /^["';,\s]*(?:cid:["';,\s]*)?$/i

/**
 * Reads an id: `<local@domain>` (RFC 2045 §7, RFC 2387 §3.2), comments around it left out.
 *
 * Senders leave brackets out, write the cid URL (RFC 2392) for the id, or the quote that WSP puts before
 * a string: none of that is part of an id.
 *
 * @param text a Content-ID or a `start` parameter
 */
export function parseId(text: string): ParsedId {
  const sent = text.trim()
  if (isPlain(sent)) return { value: sent.slice(1, -1), deviations: NO_DEVIATIONS }
  if (sent === '') return { value: '', deviations: NO_DEVIATIONS }
  const value = idsIn(sent)[0] as string
  if (isLegal(sent, value)) return { value, deviations: NO_DEVIATIONS }
  const message = `${quote(sent)} is not an id in <>; compared as ${quote(value)}.`
  return { value, deviations: [{ code: 'content-id-brackets', message }] }
}

/** @returns whether the id is in brackets, and nothing but comments around them. */
function isLegal(sent: string, id: string): boolean {
  const match = BRACKETED.exec(sent) as Bracketed | null
  if (match === null) return false
  const [, before, inner, after] = match
  return inner.trim() === id && withoutComments(before + after).trim() === ''
}

function isPlain(sent: string): boolean {
  return PLAIN.test(sent) && !CID.test(sent.slice(1))
}

/** @returns the ids in a Content-ID: one, but for senders who list several, each in its brackets. */
export function idsIn(text: string): readonly string[] {
  if (isPlain(text)) return [text.slice(1, -1)]
  return listedIds(text) ?? [bareId(text)]
}

function listedIds(text: string): readonly string[] | undefined {
  const brackets = text.replace(/[^<>]+/g, '')
  const count = brackets.length / 2
  if (count <= 1 || count > MOST_IDS || brackets.replaceAll('<>', '') !== '') return undefined
  const pieces = text.split(/[<>]/)
  const isApart = pieces.every((piece, i) => i % 2 === 1 || SEPARATOR.test(withoutComments(piece)))
  return isApart ? pieces.filter((_, i) => i % 2 === 1).map(bareId) : undefined
}

/** @returns an id without what may stand around it: comments, brackets, quotes, `cid:`. */
export function bareId(text: string): string {
  if (BARE.test(text)) return text.slice(text.indexOf(':') + 1)
  let id = text.trim()
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const inner = withoutQuotes(withoutBrackets(id)).replace(CID, '')
    if (inner === id) break
    id = inner
  }
  return id
}

/** Takes brackets off, at one end or both, and what is around them if it is no part of an id. */
function withoutBrackets(id: string): string {
  const match = BRACKETED.exec(id) as Bracketed | null
  const isAround = (text: string): boolean => AROUND.test(withoutComments(text))
  if (match !== null && isAround(match[1]) && isAround(match[3])) return match[2].trim()
  return id.replace(/^<|[>;,]$/g, '').trim()
}

/** Takes off the quotes around an id, or the one before or after it; `"a b"@c` has others. */
function withoutQuotes(id: string): string {
  const inner = id.replace(/^["“”]|["“”]$/g, '').replace(/^'([^']*)'$/, '$1')
  return /["“”]/.test(inner) ? id : inner.trim()
}

/** @returns the text without its comments (RFC 5322 §3.2.2), which may be in one another. */
export function withoutComments(text: string): string {
  if (!text.includes('(')) return text
  let rest = ''
  let depth = 0
  for (const character of text) {
    if (character === '(') depth += 1
    if (depth === 0) rest += character
    if (character === ')') depth = Math.max(0, depth - 1)
  }
  return depth === 0 ? rest : text
}
