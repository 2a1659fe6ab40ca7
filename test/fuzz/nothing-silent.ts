import type { Mm7Error, Warning } from '../../src/index.js'
import { outcomeOf } from './check.js'
import type { FuzzMessage } from './corpus.js'
import { TOKEN } from './token-message.js'

/** What a place covers: what stands around it, as far as a person looks. */
const BEFORE = 60
const AFTER = 400

/**
 * Holds a message against the promise that nothing is silent: every token in it is in what was read, or
 * something was reported at its place, or the standards have it ignored.
 *
 * @throws Error that says which token vanished
 */
export function checkNothingSilent(request: FuzzMessage): void {
  const { error, message } = outcomeOf(request)
  const read = textOf({ message, operation: error?.operation })
  const sent = Buffer.from(request.body).toString('latin1')
  const reported: (Warning | Mm7Error)[] = [...(message.warnings ?? []), ...(error ? [error] : [])]
  for (const { 0: token, index } of sent.matchAll(TOKEN)) {
    if (read.includes(token) || isIgnored(sent, index)) continue
    if (reported.some((report) => covers(report, index, sent, error))) continue
    throw new Error(
      `${token} at ${index} vanished: ${JSON.stringify(reported.map(({ code, offset }) => [code, offset]))}`,
    )
  }
}

function covers(
  report: Warning | Mm7Error,
  index: number,
  sent: string,
  error: Mm7Error | undefined,
): boolean {
  const { offset, code } = report
  // Reading ended there.
  if (report === error && (offset === undefined || offset <= index)) return true
  if (offset === undefined) return false
  if (offset - BEFORE <= index && index <= offset + AFTER) return true
  const between = sent.slice(Math.min(index, offset) + 1, Math.max(index, offset))
  // What has no delimiter before it goes on to the next one of a multipart around it.
  if (code === 'delimiter-missing') return offset <= index && !OUTERMOST.test(between)
  // The part that was to be the envelope, and is none: headers are before what is reported of it.
  if (report === error) return !OUTERMOST.test(between)
  return OF_PARTS.test(code) && !DELIMITER.test(between)
}

/** What is reported of a part where it, or its body, starts. */
const OF_PARTS =
  /^(?:content-(?:id|type)|header|blank|delimiter|multipart|boundary|parameter|transfer)/
const DELIMITER = /^--=_boundary/m
const OUTERMOST = /^--=_boundary\.1(?:--)?[ \t]*$/m

const DELIMITERS = /--=_boundary\.\d+(--)?[ \t]*\r?\n/g
/** The headers of a multipart to their empty line, and its preamble. */
const IN_PREAMBLE = /boundary="=_boundary[\s\S]*?\n\r?\n/

/** Prose of a preamble or an epilogue (RFC 2046 §5.1.1); of XML, comments and instructions. */
function isIgnored(sent: string, index: number): boolean {
  const before = sent.slice(0, index)
  const last = [...before.matchAll(DELIMITERS)].at(-1)
  if (last === undefined || last[1] !== undefined) return true
  if (IN_PREAMBLE.test(before.slice(last.index))) return true
  return /<!--(?![\s\S]*-->)[\s\S]*$|<\?(?![\s\S]*\?>)[\s\S]*$/.test(before)
}

/** @returns all that was read, warnings aside, as one text */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return `${Buffer.from(value).toString('latin1')}\n`
  if (typeof value !== 'object' || value === null) return `${value}\n`
  const entries =
    value instanceof Map || Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries
    .map(([key, inner]) => (key === 'warnings' ? '' : `${key}\n${textOf(inner)}`))
    .join('')
}
