import { DOMImplementation, type Document, type Element } from '@xmldom/xmldom'
import type { Limits } from '../limits.js'
import type { Mutable } from '../mutable.js'
import { type Failure, quote } from '../report.js'
import { canonicalName, type EnvelopeContext, type Role } from './canonical.js'
import { collapse, isMm7, MM7 } from './namespaces.js'
import { Notes } from './notes.js'
import { isDeclaration, PrefixScope, type RawAttributes, splitName } from './prefixes.js'

/** An XML document behind the door. */
export interface XmlTree {
  readonly document: Document
  /**
   * The attributes of the elements that have some, declarations of namespaces left out. They are not
   * in the DOM, where adding one takes time in proportion to those that are there.
   */
  readonly attributes: ReadonlyMap<Element, RawAttributes>
  /** The namespaces that the sender used, collapsed, of what stands in SOAP's Header and Body. */
  readonly sentNamespaces: ReadonlyMap<Element, string>
}

/** Stops the parser; carries why. */
export class ReadingStopped extends Error {
  readonly failure: Failure['code']
  constructor(failure: Failure['code'], message: string) {
    super(message)
    this.failure = failure
  }
}

/** An element whose end tag is yet to come. */
interface OpenElement {
  readonly element: Element
  readonly role: Role
  readonly declared: readonly string[] | undefined
  text: string
  hasChildren: boolean
}

/** What may stand as a local name in the DOM: what the last colon leaves must be a name itself. */
const BAD_LOCAL_NAME = /^(?:$|[-\d.\u00b7\u203f\u2040]|\p{M})/u
const NOT_BLANK = /\S/
/** The namespace of declarations, which no element is in (Namespaces in XML 1.0 §3). */
const XMLNS = 'http://www.w3.org/2000/xmlns/'

const implementation = new DOMImplementation()

/**
 * Builds the DOM from what the parser reads, names canonical from the start. An element is appended
 * when its end tag comes; text between elements is kept unless it is blank.
 */
export class TreeBuilder implements XmlTree {
  readonly document: Document = implementation.createDocument(null, '')
  readonly attributes: Map<Element, RawAttributes> = new Map()
  readonly sentNamespaces: Map<Element, string> = new Map()
  readonly notes: Notes = new Notes()
  readonly #limits: Limits
  readonly #scope = new PrefixScope()
  readonly #open: OpenElement[] = []
  readonly #context: Mutable<EnvelopeContext> = {
    notes: this.notes,
    index: 0,
    operationUri: undefined,
  }
  #elements = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** @param index where in the text, for the notes. @throws ReadingStopped at a limit */
  startTag(name: string, attributes: RawAttributes, index: number): void {
    this.#count()
    const declared = this.#scope.enter(attributes)
    const { local, uri } = this.#resolve(name, index)
    const parent = this.#open[this.#open.length - 1]
    if (parent !== undefined) this.#flushText(parent)
    const parentRole = parent?.role ?? 'document'
    const context = this.#context
    context.index = index
    const canonical = canonicalName(parentRole, { local, uri }, context)
    const element = this.document.createElementNS(canonical.uri, local)
    if (parentRole !== 'mm7' && parentRole !== 'any') {
      this.sentNamespaces.set(element, collapse(uri ?? ''))
      if (parentRole === 'body') context.operationUri = uri ?? ''
    }
    this.#keepAttributes(element, attributes, canonical.uri === MM7, index)
    this.#open.push({ element, role: canonical.role, declared, text: '', hasChildren: false })
  }

  text(text: string): void {
    const current = this.#open[this.#open.length - 1]
    if (current !== undefined) current.text += text
  }

  endTag(): void {
    const current = this.#open.pop()
    if (current === undefined) return
    this.#scope.leave(current.declared)
    const { element, text, hasChildren } = current
    if (text !== '' && (!hasChildren || NOT_BLANK.test(text))) {
      element.appendChild(this.document.createTextNode(text))
    }
    const parent = this.#open[this.#open.length - 1]
    if (parent === undefined) this.document.appendChild(element)
    else parent.element.appendChild(element)
    if (parent?.role === 'body') this.#context.operationUri = undefined
  }

  /** Ends what is open: the document as far as it was read. */
  end(): void {
    while (this.#open.length > 0) this.endTag()
  }

  #count(): void {
    this.#elements += 1
    if (this.#elements > this.#limits.xmlElements) {
      const what = `The envelope has more than ${this.#limits.xmlElements} elements.`
      throw new ReadingStopped('too-many-elements', what)
    }
    if (this.#open.length >= this.#limits.xmlDepth) {
      const what = `The envelope has more than ${this.#limits.xmlDepth} elements within one another.`
      throw new ReadingStopped('xml-too-deep', what)
    }
  }

  #resolve(name: string, index: number): { local: string; uri: string | undefined } {
    const { prefix, local, hasExtraColon } = splitName(name)
    const uri = this.#resolvePrefix(prefix, index)
    const isBad = local !== name && BAD_LOCAL_NAME.test(local)
    if (isBad || local === 'xmlns' || uri === XMLNS) {
      throw new ReadingStopped('xml-malformed', `${quote(name)} is no name of an element.`)
    }
    if (hasExtraColon) {
      this.notes.add('name-double-colon', `${quote(name)} has more than one colon.`, index)
    }
    return { local, uri }
  }

  #resolvePrefix(prefix: string, index: number): string | undefined {
    const uri = this.#scope.resolve(prefix)
    if (uri === undefined) {
      const what = `The prefix ${quote(prefix)} is not declared.`
      this.notes.add('prefix-undeclared', what, index, prefix)
    }
    return uri
  }

  #flushText(parent: OpenElement): void {
    if (NOT_BLANK.test(parent.text)) {
      parent.element.appendChild(this.document.createTextNode(parent.text))
    }
    parent.text = ''
    parent.hasChildren = true
  }

  /** Keeps what is no declaration; an attribute in MM7's namespace loses its prefix. */
  #keepAttributes(
    element: Element,
    sent: RawAttributes,
    isMm7Element: boolean,
    index: number,
  ): void {
    let kept: Record<string, string> | undefined
    for (const name in sent) {
      if (isDeclaration(name)) continue
      kept ??= Object.create(null) as Record<string, string>
      kept[this.#attributeName(name, isMm7Element, index)] = sent[name] as string
    }
    if (kept !== undefined) this.attributes.set(element, kept)
  }

  #attributeName(name: string, isMm7Element: boolean, index: number): string {
    if (!name.includes(':')) return name
    const { prefix, local } = splitName(name)
    const uri = this.#resolvePrefix(prefix, index)
    const isMm7Attribute = uri !== undefined && (isMm7(uri) || uri === this.#context.operationUri)
    if (!isMm7Element || !isMm7Attribute) return name
    this.notes.add('attribute-qualified', `The attribute ${quote(name)} has a prefix.`, index)
    return local
  }
}
