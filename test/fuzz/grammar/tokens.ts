import type { Random } from '../random.js'

/** What a sender has to say, and how it stands in the body. */
export interface Token {
  /** As whoever reads it should find it: no token is in another. */
  readonly text: string
  /** As its sender wrote it: an encoding may be around it, or in it. */
  readonly sent: string
  /** It is in base64: what comes before it there decides how it is read. */
  readonly isBase64: boolean
}

/** How a token is written at a place. */
export type Form = (text: string, random: Random) => string

const plain: Form = (text) => text

/** With its first character as a hexadecimal number. */
function hex(text: string, start: string, end = ''): string {
  return `${start}${text.charCodeAt(0).toString(16).toUpperCase()}${end}${text.slice(1)}`
}

/** Whole quanta, whatever comes before, if that is of whole quanta itself. */
function quanta(text: string): string {
  return Buffer.from(text.padEnd(6), 'latin1').toString('base64')
}

/** In the text of an element: by itself, by a reference, or in a section. */
export const inXml: Form = (text, random) =>
  random.pick([text, text, hex(text, '&#x', ';'), `<![CDATA[${text}]]>`])

/** In an encoded word of RFC 2047. */
export const inEncodedWord: Form = (text, random) =>
  random.pick([
    `=?utf-8?Q?${hex(text, '=')}?=`,
    `=?iso-8859-1?q?${text}?=`,
    `=?UTF-8?B?${quanta(text)}?=`,
  ])

/** In an extended parameter of RFC 2231, after its name and star. */
export const inExtended: Form = (text, random) =>
  `${random.pick(["utf-8''", "iso-8859-1'en'"])}${hex(text, '%')}`

/** In quoted-printable. */
export const inQuotedPrintable: Form = (text, random) =>
  random.pick([text, hex(text, '='), `${text.slice(0, 2)}=\r\n${text.slice(2)}`])

/** Makes tokens, and remembers them. */
export class Tokens {
  readonly all: Token[] = []
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  /** @returns a token in one of its forms */
  next(form: Form = plain): string {
    const text = `zq${this.all.length + 1}x`
    const sent = form(text, this.#random)
    this.all.push({ text, sent, isBase64: false })
    return sent
  }

  /** @returns what is to be encoded: each token of it stands in quanta of its own. */
  inBase64(count: number): string {
    let lines = ''
    for (let i = 0; i < count; i++) {
      const text = `zq${this.all.length + 1}x`
      const sent = quanta(text)
      this.all.push({ text, sent, isBase64: true })
      lines += sent + (i % 8 === 7 ? '\r\n' : '')
    }
    return lines
  }
}
