import type { Random } from '../random.js'
import type { Style } from './style.js'
import { inEncodedWord, inExtended, inQuotedPrintable, type Tokens } from './tokens.js'

type Parameter = readonly [name: string, value: string]
export type Field = readonly [name: string, value: string, parameters?: readonly Parameter[]]

const DEEPEST = 3
const TYPES = [
  'text/plain',
  'image/jpeg',
  'audio/amr',
  'application/smil',
  'application/octet-stream',
]
const CHARSETS = ['utf-8', 'iso-8859-1', 'us-ascii', 'windows-1252', 'shift_jis']

/** Writes parts of a multipart: their header fields, contents and parts, each of which says a token. */
export class PartWriter {
  readonly #random: Random
  readonly #tokens: Tokens
  readonly #style: Style
  readonly #isClean: boolean
  #boundaries = 0

  constructor(random: Random, tokens: Tokens, style: Style, isClean: boolean) {
    this.#random = random
    this.#tokens = tokens
    this.#style = style
    this.#isClean = isClean
  }

  boundary(): string {
    this.#boundaries += 1
    return `=_boundary.${this.#boundaries}`
  }

  multipart(boundary: string, parts: readonly string[]): string {
    return `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`
  }

  value(value: string, parameters: readonly Parameter[]): string {
    const { areParametersReversed, separator, nameCase } = this.#style
    const all = areParametersReversed ? [...parameters].reverse() : parameters
    return value + all.map(([name, text]) => `${separator}${nameCase(name)}=${text}`).join('')
  }

  part(fields: readonly Field[], content: string): string {
    const lines = fields.map(
      ([name, value, parameters = []]) =>
        `${this.#style.nameCase(name)}: ${this.value(value, parameters)}\r\n`,
    )
    return `${lines.join('')}\r\n${content}`
  }

  /** @returns a leaf or a multipart, and what a Content may refer to it by */
  any(depth = 0): { readonly part: string; readonly href: string } {
    const isMultipart = depth < DEEPEST && this.#isIn(4)
    const { fields, href } = this.#names()
    if (isMultipart) return { part: this.#multipart(fields, depth), href }
    return { part: this.#leaf(fields), href }
  }

  #isIn(chance: number): boolean {
    return this.#random.below(chance) === 0
  }

  /** Now and then, and never if nothing is to be reported. */
  #deviates(chance: number): boolean {
    return this.#random.below(chance) === 0 && !this.#isClean
  }

  #multipart(names: readonly Field[], depth: number): string {
    const boundary = this.boundary()
    const inner = Array.from({ length: 1 + this.#random.below(2) }, () => this.any(depth + 1))
    const name = this.#random.pick([
      'multipart/mixed',
      'multipart/alternative',
      'multipart/related',
    ])
    const type = this.#deviates(6) ? 'application/vnd.wap.multipart.mixed' : name
    const parameters: Parameter[] = [['boundary', `"${boundary}"`]]
    if (type === 'multipart/related') parameters.push(['type', '"application/smil"'])
    return this.part(
      [...names, ['Content-Type', type, parameters]],
      this.multipart(
        boundary,
        inner.map(({ part }) => part),
      ),
    )
  }

  /** The fields by which a part is found. */
  #names(): { readonly fields: Field[]; readonly href: string } {
    const fields: Field[] = []
    let href = ''
    if (!this.#isIn(4)) {
      const id = this.#tokens.next()
      const form = this.#random.pick(
        this.#isClean ? ['<id>', '(c) <id>'] : ['id', '<cid:id>', '"<id>'],
      )
      fields.push(['Content-ID', form.replace('id', id)])
      href = `cid:${id}`
    }
    if (href === '' || this.#isIn(3)) {
      const location = this.#tokens.next()
      fields.push(['Content-Location', location])
      href ||= location
    }
    if (this.#isIn(4)) fields.push(['Content-Description', this.#tokens.next()])
    if (this.#deviates(6)) fields.push(['X-Any', this.#tokens.next()])
    return { fields, href }
  }

  #leaf(names: readonly Field[]): string {
    const type = this.#random.pick(TYPES)
    const parameters: Parameter[] = []
    const charset = this.#random.pick(CHARSETS)
    if (type === 'text/plain' && this.#isIn(2)) parameters.push(['charset', charset])
    const fields: Field[] = [...names]
    if (!this.#isIn(4)) parameters.push(this.#fileName('name'))
    if (this.#isIn(4)) {
      fields.push(['Content-Disposition', 'attachment', [this.#fileName('filename')]])
    }
    fields.push(['Content-Type', type, parameters])
    return this.#encoded(fields)
  }

  #fileName(usual: string): Parameter {
    const { random, next } = { random: this.#random, next: this.#tokens }
    if (this.#deviates(3)) {
      return random.pick<() => Parameter>([
        () => [usual === 'name' ? 'filename' : 'name', `"${next.next()}"`],
        () => [usual, `"${next.next(inEncodedWord)}"`],
        () => [usual, `${next.next()} ${next.next()}`],
        () => [usual, `"C:\\${next.next()}\\${next.next()}"`],
      ])()
    }
    if (random.below(4) === 0) return [`${usual}*`, next.next(inExtended)]
    return random.below(2) === 0 ? [usual, next.next()] : [usual, `"${next.next()} ${next.next()}"`]
  }

  #encoded(fields: readonly Field[]): string {
    const encoding = this.#random.pick(['', '7bit', '8bit', 'binary', 'base64', 'quoted-printable'])
    const sent = encoding !== '' && this.#deviates(6) ? `${encoding};` : encoding
    const all: Field[] =
      sent === '' ? [...fields] : [...fields, ['Content-Transfer-Encoding', sent]]
    if (encoding === 'base64')
      return this.part(all, this.#tokens.inBase64(1 + this.#random.below(12)))
    if (encoding === 'quoted-printable') {
      return this.part(
        all,
        `${this.#tokens.next(inQuotedPrintable)} ${this.#tokens.next(inQuotedPrintable)}=20`,
      )
    }
    return this.part(all, `${this.#tokens.next()} and ${this.#tokens.next()}`)
  }
}
