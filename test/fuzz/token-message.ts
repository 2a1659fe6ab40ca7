import type { FuzzMessage } from './corpus.js'
import type { Random } from './random.js'

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/'
const MM7 = 'http://www.3gpp.org/ftp/Specs/archive/23_series/23.140/schema/REL-6-MM7-1-4'

/** What stands for all that a sender may have to say: none is in another, and no encoding changes it. */
export const TOKEN: RegExp = /zq\d{1,3}x/g

/** What changes nothing about a message. */
export interface Style {
  readonly lineEnd: '\r\n' | '\n'
  /** The case of the names of header fields. */
  readonly isUpper: boolean
  readonly areParametersReversed: boolean
  /** Prefixes of SOAP's and of MM7's elements. */
  readonly soap: string
  readonly mm7: string
  /** Between elements that hold elements. */
  readonly between: string
  readonly preamble: string
  readonly epilogue: string
}

export const PLAIN: Style = {
  lineEnd: '\r\n',
  isUpper: false,
  areParametersReversed: false,
  soap: 'env:',
  mm7: '',
  between: '',
  preamble: '',
  epilogue: '',
}

/** @returns another way to write the same message */
export function anyStyle(random: Random): Style {
  return {
    lineEnd: random.pick(['\r\n', '\n']),
    isUpper: random.below(2) === 0,
    areParametersReversed: random.below(2) === 0,
    soap: random.pick(['env:', 'soap-env:', 's:']),
    mm7: random.pick(['', 'mm7:', 'm:']),
    between: random.pick(['', '\n  ', '<!-- a comment -->', '\t<?an instruction?>\r\n']),
    preamble: random.pick(['', 'This is a message in MIME format.\r\n', '\r\n']),
    epilogue: random.pick(['', '\r\n', 'The end.\r\n']),
  }
}

/**
 * Makes a message in which all that a sender says is a token: a tree of parts, their header fields and
 * contents, elements, attributes and texts of the envelope. The same numbers make the same message,
 * whatever its style.
 */
export function tokenMessage(random: Random, style: Style = PLAIN): FuzzMessage {
  return new Writer(random, style).message()
}

class Writer {
  readonly #random: Random
  readonly #style: Style
  #tokens = 0
  #boundaries = 0

  constructor(random: Random, style: Style) {
    this.#random = random
    this.#style = style
  }

  message(): FuzzMessage {
    const boundary = this.#boundary()
    const count = 1 + this.#random.below(3)
    const ids = Array.from({ length: count }, () => this.#token())
    const envelope = this.#part(
      [['Content-Type', 'text/xml', [['charset', 'utf-8']]]],
      this.#envelope(ids),
    )
    const parts = ids.map((id) => this.#anyPart(id, 0))
    const { preamble, epilogue } = this.#style
    const text = preamble + this.#multipart(boundary, [envelope, ...parts]) + epilogue
    const body = Buffer.from(text.replaceAll(/\r?\n/g, this.#style.lineEnd))
    const parameters: [string, string][] = [
      ['type', 'text/xml'],
      ['boundary', boundary],
    ]
    const type = this.#value('multipart/related', parameters)
    return { headers: [['content-type', type]], body: Uint8Array.from(body) }
  }

  #token(): string {
    this.#tokens += 1
    return `zq${this.#tokens}x`
  }

  #boundary(): string {
    this.#boundaries += 1
    return `=_boundary.${this.#boundaries}`
  }

  #maybe(make: () => string): string {
    return this.#random.below(2) === 0 ? make() : ''
  }

  #multipart(boundary: string, parts: readonly string[]): string {
    return `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`
  }

  #value(value: string, parameters: readonly (readonly [string, string])[]): string {
    const all = this.#style.areParametersReversed ? [...parameters].reverse() : parameters
    return value + all.map(([name, text]) => `; ${name}="${text}"`).join('')
  }

  #part(
    fields: readonly (readonly [string, string, (readonly [string, string])[]?])[],
    content: string,
  ): string {
    const lines = fields.map(([name, value, parameters = []]) => {
      const written = this.#style.isUpper ? name.toUpperCase() : name
      return `${written}: ${this.#value(value, parameters)}\r\n`
    })
    return `${lines.join('')}\r\n${content}`
  }

  #anyPart(id: string, depth: number): string {
    const fields: [string, string, [string, string][]?][] = [['Content-ID', `<${id}>`]]
    if (this.#random.below(2) === 0) fields.push(['Content-Location', this.#token()])
    if (this.#random.below(3) === 0) fields.push(['X-Any', this.#token()])
    if (depth < 2 && this.#random.below(4) === 0) {
      const boundary = this.#boundary()
      const inner = Array.from({ length: 1 + this.#random.below(2) }, () =>
        this.#anyPart(this.#token(), depth + 1),
      )
      fields.push(['Content-Type', 'multipart/mixed', [['boundary', boundary]]])
      return this.#part(fields, this.#multipart(boundary, inner))
    }
    const type = this.#random.pick(['text/plain', 'image/jpeg', 'application/smil'])
    fields.push(['Content-Type', type, [['name', this.#token()]]])
    const content = `${this.#token()} and ${this.#token()}`
    return this.#random.below(3) === 0
      ? this.#part([...fields, ['Content-Transfer-Encoding', 'quoted-printable']], `${content}=20`)
      : this.#part(fields, content)
  }

  #element(name: string, content: string, attributes = ''): string {
    const { mm7 } = this.#style
    return `<${mm7}${name}${attributes}>${content}</${mm7}${name}>`
  }

  #text(name: string): string {
    return this.#element(name, this.#token())
  }

  #envelope(ids: readonly string[]): string {
    const { soap, mm7, between } = this.#style
    const prefix = mm7 === '' ? '' : `:${mm7.slice(0, -1)}`
    const address = () =>
      this.#element(
        this.#random.pick(['Number', 'RFC2822Address', 'ShortCode']),
        this.#token(),
        this.#maybe(() => ` id="${this.#token()}"`),
      )
    const recipients = `${between}${this.#element('To', address() + address())}${between}`
    const children = [
      this.#element('MM7Version', '6.8.0'),
      this.#maybe(() => this.#text('MMSRelayServerID')),
      this.#maybe(() => this.#text('LinkedID')),
      this.#element('Sender', address()),
      this.#element('Recipients', recipients),
      this.#maybe(() => this.#text('Subject')),
      ...ids.map((id) => this.#element('Content', '', ` href="cid:${id}"`)),
      this.#maybe(
        () =>
          `<x:any xmlns:x="urn:${this.#token()}" a="${this.#token()}"><x:b>${this.#token()}</x:b></x:any>`,
      ),
    ].filter((child) => child !== '')
    const operation = this.#element(
      'DeliverReq',
      children.map((child) => between + child).join('') + between,
    )
    const header = `<${soap}Header>${between}${this.#text('TransactionID')}${between}</${soap}Header>`
    const body = `<${soap}Body>${between}${operation}${between}</${soap}Body>`
    return `<?xml version="1.0"?>\r\n<${soap}Envelope xmlns:${soap.slice(0, -1)}="${SOAP}" xmlns${prefix}="${MM7}">${between}${header}${body}</${soap}Envelope>`
  }
}
