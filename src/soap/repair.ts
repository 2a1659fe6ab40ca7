import type { Limits } from '../limits.js'
import { repairAttributes } from './attribute-repair.js'
import { forbiddenRuns, withoutForbidden } from './characters.js'
import { repairDeclaration } from './declaration-repair.js'
import { Deviations } from './deviations.js'
import { Edits } from './edits.js'
import { isCutEndTag, repairEndTag } from './end-tag-repair.js'
import { OpenElements } from './open-elements.js'
import { CDATA, CDATA_END, sectionAt } from './open-section.js'
import { OwnEnds } from './own-end.js'
import { repairReference } from './reference-repair.js'
import { type ScannedTag, scanEndTag, scanStartTag } from './tag-scan.js'
import { TreeLimits } from './tree-limits.js'

/** A text made well-formed, as far as that can be done without guessing. */
export interface Repaired {
  readonly text: string
  readonly deviations: Deviations
  /** Where a DOCTYPE starts, whatever its case and place; it ended the repair. */
  readonly doctype: number | undefined
  /** The first element of text that has no end tag, and where it starts: no repair, what follows is read. */
  readonly unclosed: { readonly name: string; readonly index: number } | undefined
  /** @returns the index into the text before repair of the character at `index` in it now. */
  readonly originalIndex: (index: number) => number
}

/** Tells whether an element of MM7 with this local name, in any case, holds text and nothing else. */
export type IsTextElement = (name: string) => boolean

/** The characters at which something may have to be done. */
const SPECIAL = /[&<]|\]\]>/g
const DOCTYPE = /<!DOCTYPE/iy

/**
 * Repairs what senders are known to get wrong, and nothing else: blanks before the XML declaration
 * or a declaration that is none, a bare `&`, `<` or `]]>` in a text, markup in an element that holds text
 * alone, attributes without blanks or quotes between them, an end tag that differs from its start tag in
 * the prefix alone, or lacks its slash, characters that XML does not have.
 *
 * It ends where the elements and attributes are more than the limits allow: so does what reads it.
 */
export function repairXml(text: string, isText: IsTextElement, limits: Limits): Repaired {
  return new Repairer(text, isText, limits).repair()
}

class Repairer {
  readonly #text: string
  readonly #isText: IsTextElement
  readonly #taken: TreeLimits
  readonly #deviations = new Deviations()
  readonly #edits: Edits
  readonly #open = new OpenElements()
  #ownEnds: OwnEnds | undefined
  /** Where the end tag is of an element that holds text alone; below it markup is text. */
  #textEnd = 0
  /** Where an element ends that holds text alone and has no end tag. */
  #closeAt: number | undefined
  /** Where the next CDATA section ends, or the text: known from there back to where it was looked for. */
  #cdataEnd = 0
  #doctype: number | undefined
  #unclosed: Repaired['unclosed']

  constructor(text: string, isText: IsTextElement, limits: Limits) {
    this.#isText = isText
    this.#taken = new TreeLimits(limits)
    for (const { index, code } of forbiddenRuns(text)) {
      const what = () => `XML has no character U+${code}; replaced by U+FFFD.`
      this.#deviations.add('character-forbidden', what, index)
    }
    this.#text = withoutForbidden(text)
    this.#edits = new Edits(this.#text)
  }

  repair(): Repaired {
    let at = this.#next(repairDeclaration(this.#text, this.#edits, this.#deviations))
    while (at >= 0) at = this.#next(this.#special(at))
    const edits = this.#edits
    return {
      text: edits.apply(),
      deviations: this.#deviations,
      doctype: this.#doctype,
      unclosed: this.#unclosed,
      originalIndex: (index) => edits.originalIndex(index),
    }
  }

  #next(from: number): number {
    SPECIAL.lastIndex = from
    if (!SPECIAL.test(this.#text)) return -1
    const last = SPECIAL.lastIndex - 1
    return this.#text[last] === '>' ? last - 2 : last
  }

  /** @returns where to look on, after or within what is at `at`. */
  #special(at: number): number {
    const character = this.#text[at]
    if (character === '&') return repairReference(this.#text, at, this.#edits, this.#deviations)
    if (character === '<') return this.#markup(at)
    const end = at + CDATA_END.length
    if (this.#open.last !== undefined) {
      this.#deviations.add(
        'greater-than-bare',
        'A ]]> that ends no CDATA section; read as it is.',
        at,
      )
      this.#edits.replace(end - 1, end, '&gt;')
    }
    return end
  }

  /** @returns where to look on, within or after the markup or the bare `<` at `at`. */
  #markup(at: number): number {
    if (at < this.#textEnd) return this.#markupInText(at)
    if (at === this.#closeAt) this.#close(at)
    const section = sectionAt(this.#text, at)
    if (section !== undefined) {
      const [start, end] = section
      return this.#find(end, at + start.length) + end.length
    }
    if (this.#text[at + 1] === '!') return this.#checkDoctype(at)
    if (this.#text[at + 1] === '/') return this.#endTag(at)
    const tag = scanStartTag(this.#text, at)
    return tag === undefined ? this.#bareLessThan(at) : this.#startTag(at, tag)
  }

  /** A CDATA section stays one: whoever writes it has escaped the text. */
  #markupInText(at: number): number {
    if (!this.#text.startsWith(CDATA, at)) return this.#bareLessThan(at)
    if (this.#cdataEnd < at) this.#cdataEnd = this.#find(CDATA_END, at)
    if (this.#cdataEnd < this.#textEnd) return this.#cdataEnd + CDATA_END.length
    return this.#bareLessThan(at)
  }

  /** @returns where the next one is; the end of the text if none comes */
  #find(what: string, from: number): number {
    const index = this.#text.indexOf(what, from)
    return index < 0 ? this.#text.length : index
  }

  #startTag(at: number, { name, end, isEmpty, attributes }: ScannedTag): number {
    if (this.#taken.takeElement(this.#open.depth) !== undefined) return this.#text.length
    const values = repairAttributes(this.#text, attributes, this.#edits, this.#deviations)
    if (this.#taken.takeAttributes(values.size) !== undefined) return this.#text.length
    const { local, role } = this.#open.enter(name, values, at, end)
    if (isEmpty) this.#open.leave()
    else if (role === 'mm7' && this.#isText(local)) this.#enterText(name, at, end)
    return end
  }

  /** Finds where the element ends that holds text alone. */
  #enterText(name: string, index: number, from: number): void {
    this.#ownEnds ??= new OwnEnds(this.#text, this.#isText)
    const end = this.#ownEnds.find(index)
    if (end !== 'unclosed') {
      this.#textEnd = end
      return
    }
    if (!this.#endsWithTag()) return
    this.#unclosed ??= { name, index }
    this.#closeAt = this.#text.indexOf('<', from)
  }

  /** Ends an element of text that has no end tag, so that what comes after it is where it belongs. */
  #close(at: number): void {
    this.#edits.replace(at, at, `</${this.#open.last?.name}>`)
    this.#open.leave()
  }

  /** @returns whether the text ends with an end tag: then it was not cut short. */
  #endsWithTag(): boolean {
    const tag = scanEndTag(this.#text, this.#text.lastIndexOf('<'))
    return tag !== undefined && this.#text.slice(tag.end).trim() === ''
  }

  #checkDoctype(at: number): number {
    DOCTYPE.lastIndex = at
    if (!DOCTYPE.test(this.#text)) return at + 1
    this.#doctype = at
    return this.#text.length
  }

  #bareLessThan(at: number): number {
    if (isCutEndTag(this.#text, at, this.#open)) {
      // It is no text: whoever reads this finds that the text ends within the element.
      this.#edits.replace(at, this.#text.length, '')
      return this.#text.length
    }
    this.#deviations.add('less-than-bare', 'A < that starts no tag; read as it is.', at)
    this.#edits.replace(at, at + 1, '&lt;')
    return at + 1
  }

  #endTag(at: number): number {
    const tag = scanEndTag(this.#text, at)
    if (tag === undefined) return this.#bareLessThan(at)
    repairEndTag(this.#text, at, tag, this.#open, this.#edits, this.#deviations)
    return tag.end
  }
}
