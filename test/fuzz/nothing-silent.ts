import type { Mm7Error, Warning } from '../../src/index.js'
import { checkWarnings, outcomeOf } from './check.js'
import type { TokenMessage } from './grammar/token-message.js'
import type { Token } from './grammar/tokens.js'
import { isIgnored } from './ignored.js'
import { BodyMap, coveredBy, type Run } from './places.js'

/**
 * Holds a message against the promise that nothing is silent: every token in it is in what was read, or
 * what was reported covers its place, or the standards have it ignored; and `strict` refuses what has
 * anything reported, and nothing else.
 *
 * @throws Error that says which token vanished
 */
export function checkNothingSilent(request: TokenMessage): void {
  const outcome = outcomeOf(request)
  const { error, message } = outcome
  checkWarnings(request, {}, outcome)
  const read = textOf({ message, operation: error?.operation })
  const reported: (Warning | Mm7Error)[] = [...(message.warnings ?? []), ...(error ? [error] : [])]
  const { map, indexOf } = mapOf(request, reported)
  const covered = reported.flatMap((report) =>
    report.offset === undefined ? [] : coveredBy(map, report, indexOf(report.offset)),
  )
  for (const token of request.tokens) {
    // XML has no CR before LF.
    const forms = [token.text, token.sent, token.sent.replaceAll('\r\n', '\n')]
    if (forms.some((form) => read.includes(form))) continue
    for (const index of placesOf(token, request, map)) {
      if (covered.some((run) => isIn(run, index)) || isIgnored(map, index)) continue
      const codes = reported.map(({ code, offset }) => [code, offset])
      throw new Error(`${token.text} at ${index} vanished: ${JSON.stringify(codes)}`)
    }
  }
}

function isIn([start, end]: Run, index: number): boolean {
  return start <= index && index < end
}

/** @returns what is where in the body, and from a place in it to one there */
function mapOf(
  { headers, body }: TokenMessage,
  reported: readonly (Warning | Mm7Error)[],
): { map: BodyMap; indexOf: (offset: number) => number } {
  const text = Buffer.from(body).toString('latin1')
  const indexOf = (offset: number): number => narrow(text.slice(0, offset)).length
  const repairs = reported.map(({ code, offset = 0 }) => [indexOf(offset), code] as const)
  const map = new BodyMap(narrow(text), headers[0]?.[1] ?? '', new Map(repairs))
  return { map, indexOf }
}

/** @returns the text with a character for each of UTF-16, and no zeros */
function narrow(text: string): string {
  return text.replace(UTF16, fromUtf16).replaceAll('\0', '')
}

/** What is in UTF-16, up to a delimiter. */
const UTF16 = /\xff\xfe[\s\S]*?(?=\r?\n--=_boundary|$)/

/** @returns a character for each two bytes */
function fromUtf16(sent: string): string {
  return sent.replaceAll(/[\s\S]{2}/g, (two) => (two[1] === '\0' ? (two[0] as string) : '\x7f'))
}

/** @returns where the token stands unharmed */
function placesOf(token: Token, { hidden }: TokenMessage, map: BodyMap): number[] {
  const places = [...indexesOf(map.text, token.sent)]
  if (token.isBase64) return places.filter((index) => isWhole(map.text, index))
  const plain = places.filter((index) => !isInBase64(map, index))
  return hidden?.tokens.includes(token) ? [...plain, ...indexesOf(map.text, hidden.sent)] : plain
}

function* indexesOf(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) yield at
}

/** The headers of a part in base64, and the empty line. */
const BASE64_HEADERS = /^content-transfer-encoding:[ \t]*base64[\s\S]*?\n\r*\n/im

/** @returns whether what stands at the index is digits, whatever it was before it came there */
function isInBase64(map: BodyMap, index: number): boolean {
  return BASE64_HEADERS.test(map.text.slice(map.between(index).run[0], index))
}

/** The lines of base64 before a place, and the digits there. */
const BASE64_BEFORE = /(?:(?:^|\n)[\w+/= \t\r]*)*$/
const BASE64_AFTER = /^(?:[\w+/= \t\r]*(?:\n|$))*/

/** @returns false for what was in quanta before some digits were lost, and others came: nobody sees that */
function isWhole(text: string, index: number): boolean {
  const before = BASE64_BEFORE.exec(text.slice(0, index))?.[0] ?? ''
  const after = BASE64_AFTER.exec(text.slice(index))?.[0] ?? ''
  const digits = (sent: string): number => sent.replaceAll(/[^\w+/]/g, '').length
  return digits(before) % 4 === 0 || digits(before + after) % 4 !== 0
}

/** @returns all that was read, warnings aside, as one text */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return `${narrow(Buffer.from(value).toString('latin1'))}\n`
  if (typeof value !== 'object' || value === null) return `${value}\n`
  const entries =
    value instanceof Map || Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return entries
    .map(([key, inner]) => (key === 'warnings' ? '' : `${key}\n${textOf(inner)}`))
    .join('')
}
