import type { FuzzMessage } from '../corpus.js'
import type { Random } from '../random.js'
import { anyOperation, envelope, REPORTS } from './envelope.js'
import { type Field, PartWriter } from './parts.js'
import { PLAIN, type Style } from './style.js'
import { type Token, Tokens } from './tokens.js'

/** A message in which all that a sender says is a token. */
export interface TokenMessage extends FuzzMessage {
  readonly tokens: readonly Token[]
  /** Where the envelope's bytes are in an encoding in which no token shows: they stand for all of its. */
  readonly hidden?: { readonly sent: string; readonly tokens: readonly Token[] }
}

/**
 * Makes a message in which all that a sender says is a token: a tree of parts, their header fields and
 * contents, elements, attributes and texts of the envelope. The same numbers make the same message,
 * whatever its style.
 *
 * @param isClean all is as the standards have it: nothing is to be reported
 */
export function tokenMessage(random: Random, isClean: boolean, style: Style = PLAIN): TokenMessage {
  const tokens = new Tokens(random)
  const writer = new PartWriter(random, tokens, style, isClean)
  const operation = anyOperation(random)
  const isReport = REPORTS.has(operation)
  const boundary = writer.boundary()
  const parts = Array.from({ length: isReport ? 0 : 1 + random.below(3) }, () => writer.any())
  const inParts = tokens.all.length
  const hrefs = parts.slice(0, isClean ? 1 : undefined).map(({ href }) => href)
  const isBare = random.below(2) === 0 && isReport && style.packaging === 'plain'
  const xml = envelope({ random, tokens, style, isClean, hrefs }, operation)
  const { fields, content } = packaged(xml, style)
  const all = [writer.part(fields, content), ...parts.map(({ part }) => part)]
  const text = isBare ? content : style.preamble + writer.multipart(boundary, all) + style.epilogue
  const type: Field = isBare ? ['', 'text/xml'] : ['', 'multipart/related', related(boundary)]
  const lines = (sent: string): string => sent.replaceAll(/\r?\n/g, style.lineEnd)
  const own = style.packaging === 'base64' ? tokens.all.slice(inParts) : []
  return {
    headers: [['content-type', writer.value(type[1], type[2] ?? []).replaceAll('\r\n', '')]],
    body: Uint8Array.from(Buffer.from(lines(text), 'latin1')),
    tokens: tokens.all.map((token) => ({ ...token, sent: lines(token.sent) })),
    ...(own.length > 0 && { hidden: { sent: lines(content), tokens: own } }),
  }
}

function related(boundary: string): (readonly [string, string])[] {
  return [
    ['type', '"text/xml"'],
    ['boundary', `"${boundary}"`],
  ]
}

const CHARS_OF_A_LINE = 76

/** @returns the fields and the content of the part that holds the envelope */
function packaged(
  xml: string,
  { packaging }: Style,
): { readonly fields: readonly Field[]; readonly content: string } {
  const type = (charset: string): Field => ['Content-Type', 'text/xml', [['charset', charset]]]
  const encoding: Field = ['Content-Transfer-Encoding', packaging]
  switch (packaging) {
    case 'plain':
      return { fields: [type('utf-8')], content: xml }
    case 'quoted-printable':
      return { fields: [type('utf-8'), encoding], content: xml.replaceAll('=', '=3D') }
    case 'base64': {
      const content = Buffer.from(xml).toString('base64')
      const lines = content.replaceAll(new RegExp(`.{${CHARS_OF_A_LINE}}(?=.)`, 'g'), '$&\r\n')
      return { fields: [type('utf-8'), encoding], content: lines }
    }
    case 'utf-16': {
      // Its line ends have zeros in them.
      const content = Buffer.from(`\ufeff${xml.replaceAll(/\r?\n/g, ' ')}`, 'utf16le')
      return { fields: [type('utf-16')], content: content.toString('latin1') }
    }
  }
}
