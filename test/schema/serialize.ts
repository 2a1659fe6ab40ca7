import { SOAP } from '../../src/soap/namespaces.js'
import type { Doc, Value } from './documents.js'

/** A source of numbers from 0 to 1: the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const SPACES = ['', ' ', '\n', '\t \r\n  ']
const COMMENTS = ['<!---->', '<!-- <Sender/> & -->', '<!--]]>-->']

/** Writes a document with all that XML allows to differ and mean the same. */
export class Serializer {
  readonly #random: () => number
  readonly #namespace: string
  readonly #prefix: string

  constructor(seed: number, namespace: string) {
    this.#random = randomOf(seed)
    this.#namespace = namespace
    this.#prefix = this.#pick(['', 'mm7', 'ns1', '_ü'])
  }

  /** @returns an envelope, with a TransactionID and the operation */
  envelope(operation: Doc): string {
    const env = this.#pick(['env', 'soap-env', 'S', 'soap.env'])
    const attributes = [
      ` ${env}:mustUnderstand="1"`,
      ...(this.#chance(0.2) ? [` ${env}:actor=""`] : []),
    ].join('')
    const id = `<TransactionID xmlns="${this.#namespace}"${attributes}>t-1</TransactionID>`
    const own = this.#prefix === '' ? 'xmlns' : `xmlns:${this.#prefix}`
    const parts = [
      this.#chance(0.5) ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '',
      `<${env}:Envelope ${own}="${this.#namespace}" xmlns:${env}="${SOAP}">`,
      this.#gap(),
      `<${env}:Header>${this.#gap()}${id}${this.#gap()}</${env}:Header>`,
      this.#gap(),
      `<${env}:Body>${this.#gap()}${this.element(operation)}${this.#gap()}</${env}:Body>`,
      this.#gap(),
      `</${env}:Envelope>`,
    ]
    return parts.join('')
  }

  element(doc: Doc): string {
    const { name, namespace, children, stray = '' } = doc
    const isOwn = namespace === undefined
    const fresh = this.#chance(0.1)
    const prefix = isOwn ? (fresh ? 'p' : this.#prefix) : 'f'
    const tag = prefix === '' ? name : `${prefix}:${name}`
    const declared = isOwn ? (fresh ? this.#namespace : undefined) : namespace
    const declaration = declared === undefined ? '' : ` xmlns:${prefix}="${declared}"`
    const attributes = this.#shuffle([...doc.attributes])
      .map((one) => `${this.#pick([' ', '\n', ' \t'])}${one.name}=${this.#quoted(one)}`)
      .join('')
    const inner = this.#content(doc) + stray
    if (inner === '' && children.length === 0 && this.#chance(0.5))
      return `<${tag}${declaration}${attributes}/>`
    const hasGaps = children.length > 0
    const body = hasGaps ? children.map((child) => this.#gap() + this.element(child)).join('') : ''
    const end = hasGaps ? this.#gap() : ''
    return `<${tag}${declaration}${attributes}>${inner}${body}${end}</${tag}>`
  }

  #content({ value, children, model }: Doc): string {
    if (value === undefined) return children.length === 0 && model?.content ? this.#gap() : ''
    return this.#padded(value, [...value.text].map((one) => this.#character(one)).join(''))
  }

  /** White space around a value of a type that is collapsed (XML Schema part 2 §4.3.6). */
  #padded({ type }: Value, written: string): string {
    if (type.base === 'string') return written
    const space = (): string => this.#pick(['', '', ' ', '\n\t', '&#xA; '])
    // libxml2 takes white space before a dateTime for a mistake: read-fields' own tests have it.
    return (type.base === 'dateTime' ? '' : space()) + written + space()
  }

  #character(one: string): string {
    const code = one.codePointAt(0) as number
    const kind = this.#random()
    const mustBe = one === '<' || one === '&' || one === '\r' || one === '>'
    if (kind < 0.05) return `&#${code};`
    if (kind < 0.1) return `&#x${code.toString(16)};`
    if (kind < 0.13 && one !== '\r') return `<![CDATA[${one}]]>`
    if (kind < 0.15) return this.#pick(COMMENTS) + (mustBe ? `&#${code};` : one)
    return mustBe ? `&#${code};` : one
  }

  #quoted(value: Value): string {
    const quote = this.#pick(['"', "'"])
    const written = [...value.text].map((one) => {
      const code = one.codePointAt(0) as number
      const isPlain = !/[<&"'\t\r\n]/.test(one)
      return isPlain && this.#chance(0.95) ? one : `&#${code};`
    })
    return quote + this.#padded(value, written.join('')) + quote
  }

  /** What may stand between elements. */
  #gap(): string {
    const space = this.#pick(SPACES)
    return this.#chance(0.1) ? space + this.#pick(COMMENTS) + this.#pick(SPACES) : space
  }

  #chance(of: number): boolean {
    return this.#random() < of
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T
  }

  #shuffle<T>(list: T[]): T[] {
    for (let at = list.length - 1; at > 0; at -= 1) {
      const other = Math.floor(this.#random() * (at + 1))
      const [a, b] = [list[at] as T, list[other] as T]
      list[at] = b
      list[other] = a
    }
    return list
  }
}
