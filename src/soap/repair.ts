import { quote } from '../report.js'
import { findForbidden, REPLACEMENT, withoutForbidden } from './characters.js'
import { Edits } from './edits.js'
import { Notes } from './notes.js'
import { splitName } from './prefixes.js'
import { scanStartTag } from './tag-scan.js'

/** A text made well-formed, as far as that can be done without guessing. */
export interface Repaired {
  readonly text: string
  readonly notes: Notes
  /** Where a DOCTYPE starts, whatever its case and place; it ended the repair. */
  readonly doctype: number | undefined
  /** @returns the index into the text before repair of the character at `index` in it now. */
  readonly originalIndex: (index: number) => number
}

const DECLARATION_START = /^\s*<\?xml(?=[\s\w])/
const DECLARATION =
  /^<\?xml\s+version\s*=\s*("1\.\d+"|'1\.\d+')(\s+encoding\s*=\s*("[\w.-]+"|'[\w.-]+'))?(\s+standalone\s*=\s*("(yes|no)"|'(yes|no)'))?\s*\?>$/

/** A start tag whose element is open. */
interface OpenTag {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The characters at which something may have to be done. */
const SPECIAL = /[&<“”]/g
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#0*(\d{1,7})|#x0*([\da-fA-F]{1,6}));/y
const END_TAG = /<\/([^\s<>/]+)\s*>/y
const DOCTYPE = /<!DOCTYPE/iy

/** What is skipped whole, and how it ends. */
const OPAQUE: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/**
 * Repairs what senders are known to get wrong, and nothing else: blanks before the XML declaration
 * or a declaration that is none, a bare `&` or `<` in a text, typographic quotes around a value, an
 * end tag that differs from its start tag in the prefix alone, or lacks its slash, characters that XML does not have.
 */
export function repairXml(text: string): Repaired {
  return new Repairer(text).repair()
}

class Repairer {
  readonly #text: string
  readonly #notes = new Notes()
  readonly #edits: Edits
  readonly #open: OpenTag[] = []
  /** Typographic quotes that stand for plain ones. */
  readonly #quotes = new Set<number>()
  #doctype: number | undefined

  constructor(text: string) {
    const index = findForbidden(text)
    if (index >= 0) {
      const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')
      const what = `XML has no character U+${code}; replaced by U+FFFD.`
      this.#notes.add('character-forbidden', what, index)
    }
    this.#text = index < 0 ? text : withoutForbidden(text)
    this.#edits = new Edits(this.#text)
  }

  repair(): Repaired {
    let at = this.#next(this.#declaration())
    while (at >= 0) {
      const character = this.#text[at]
      if (character === '&') at = this.#next(this.#reference(at))
      else if (character === '<') at = this.#next(this.#markup(at))
      else {
        if (this.#quotes.has(at)) this.#edits.replace(at, at + 1, '"')
        at = this.#next(at + 1)
      }
    }
    const edits = this.#edits
    return {
      text: edits.apply(),
      notes: this.#notes,
      doctype: this.#doctype,
      originalIndex: (index) => edits.originalIndex(index),
    }
  }

  #next(from: number): number {
    SPECIAL.lastIndex = from
    return SPECIAL.exec(this.#text)?.index ?? -1
  }

  /**
   * The declaration was read with the charset; a bad one is worth nothing more.
   *
   * @returns where to look on
   */
  #declaration(): number {
    const start = DECLARATION_START.exec(this.#text)
    if (start === null) return 0
    const index = start[0].indexOf('<')
    const end = this.#text.indexOf('?>', index)
    if (end < 0) return 0
    const declaration = this.#text.slice(index, end + 2)
    const isValid = DECLARATION.test(declaration)
    if (index > 0) {
      const what = 'Blanks before the XML declaration; removed.'
      this.#notes.add('xml-declaration', what, 0, 'place')
    }
    if (!isValid) {
      const what = `The XML declaration ${quote(declaration)} is malformed; removed.`
      this.#notes.add('xml-declaration', what, index, 'form')
    }
    if (index > 0 || !isValid) this.#edits.replace(0, end + 2, '')
    return end + 2
  }

  /** @returns where to look on, after the reference or the bare `&` at `at`. */
  #reference(at: number): number {
    REFERENCE.lastIndex = at
    const match = REFERENCE.exec(this.#text)
    if (match === null) {
      this.#notes.add('ampersand-bare', 'An & that starts no reference; read as it is.', at)
      this.#edits.replace(at, at + 1, '&amp;')
      return at + 1
    }
    const [reference, decimal, hexadecimal] = match
    const code = Number.parseInt(decimal ?? hexadecimal ?? '20', decimal === undefined ? 16 : 10)
    if (!isXmlCharacter(code)) {
      const what = `${reference} is not a character of XML; replaced by U+FFFD.`
      this.#notes.add('character-forbidden', what, at)
      this.#edits.replace(at, at + reference.length, REPLACEMENT)
    }
    return at + reference.length
  }

  /** @returns where to look on, within or after the markup or the bare `<` at `at`. */
  #markup(at: number): number {
    for (const [start, end] of OPAQUE) {
      if (!this.#text.startsWith(start, at)) continue
      const stop = this.#text.indexOf(end, at + start.length)
      return stop < 0 ? this.#text.length : stop + end.length
    }
    if (this.#text[at + 1] === '!') return this.#checkDoctype(at)
    if (this.#text[at + 1] === '/') return this.#endTag(at)
    const tag = scanStartTag(this.#text, at)
    if (tag === undefined) return this.#bareLessThan(at)
    const { name, end, typographic } = tag
    for (const index of typographic) {
      const what = 'Typographic quotes around the value of an attribute; read as plain ones.'
      this.#notes.add('quote-typographic', what, index)
      this.#quotes.add(index)
    }
    if (this.#text[end - 1] !== '/') this.#open.push({ name, start: at, end: end + 1 })
    return at + 1 + name.length
  }

  #checkDoctype(at: number): number {
    DOCTYPE.lastIndex = at
    if (!DOCTYPE.test(this.#text)) return at + 1
    this.#doctype = at
    return this.#text.length
  }

  #bareLessThan(at: number): number {
    this.#notes.add('less-than-bare', 'A < that starts no tag; read as it is.', at)
    this.#edits.replace(at, at + 1, '&lt;')
    return at + 1
  }

  #endTag(at: number): number {
    END_TAG.lastIndex = at
    const match = END_TAG.exec(this.#text)
    if (match === null) return this.#bareLessThan(at)
    const [tag, name = ''] = match
    this.#endWithoutSlash(name, at)
    const open = this.#open.at(-1)?.name
    if (open !== undefined && isSameLocal(open, name)) {
      this.#open.pop()
      if (open !== name) {
        const what = `The end tag ${quote(tag)} does not match ${quote(open)}; ends it anyway.`
        this.#notes.add('end-tag-prefix', what, at)
        this.#edits.replace(at, at + tag.length, `</${open}>`)
      }
    }
    return at + tag.length
  }

  /**
   * Takes a start tag for the end tag that it was meant for: it repeats the name of the element that it
   * is in, nothing is in it, and what ends next is the element around both.
   */
  #endWithoutSlash(name: string, at: number): void {
    const [around, element, tag] = this.#open.slice(-3)
    if (tag === undefined || tag.name !== element?.name || !isSameLocal(around?.name ?? '', name)) {
      return
    }
    const written = this.#text.slice(tag.start, tag.end)
    const isEmpty = this.#text.slice(tag.end, at).trim() === ''
    if (!isEmpty || written !== `<${tag.name}>` || isSameLocal(tag.name, name)) return
    const what = `${quote(written)} ends nothing; taken for the end tag of the element it is in.`
    this.#notes.add('end-tag-slash', what, tag.start)
    this.#edits.replace(tag.start, tag.end, `</${tag.name}>`)
    this.#open.splice(-2)
  }
}

function isSameLocal(one: string, other: string): boolean {
  return splitName(one).local === splitName(other).local
}

/** Char of XML 1.0 §2.2. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return (
    code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
  )
}
