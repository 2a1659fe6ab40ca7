import { DOMImplementation, type Document, type Element } from '@xmldom/xmldom'
import type { Limits } from '../limits.js'
import type { Mutable } from '../mutable.js'
import { type Failure, quote } from '../report.js'
import { type AttributeReading, keepAttributes } from './attributes.js'
import { canonicalName, type EnvelopeContext, type Role, type SentName } from './canonical.js'
import { MM7, type Namespace, NO_NAMESPACE, XMLNS } from './namespaces.js'
import { Notes } from './notes.js'
import { PrefixScope, type RawAttributes, splitName } from './prefixes.js'

/** An XML document with canonical namespaces. */
export interface XmlTree {
  readonly document: Document
  /**
   * The attributes of the elements that have some, declarations of namespaces left out. They are not
   * in the DOM, where adding one takes time in proportion to those that are there.
   */
  readonly attributes: ReadonlyMap<Element, RawAttributes>
  /**
   * Of elements of MM7 in an operation, the names of attributes that are neither MM7's nor of those
   * that any element may have, such as `xsi:type`.
   */
  readonly strayAttributes: ReadonlyMap<Element, ReadonlySet<string>>
  /**
   * The namespaces that the sender used, white space removed, of what is in SOAP's Header and Body, and
   * of elements of MM7 that are not in their operation's.
   */
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

const implementation = new DOMImplementation()

/**
 * Builds the DOM from what the parser reads, names canonical from the start. An element is appended
 * when its end tag comes; text between elements is kept unless it is blank.
 */
export class TreeBuilder implements XmlTree {
  readonly document: Document = implementation.createDocument(null, '')
  readonly attributes: Map<Element, RawAttributes> = new Map()
  readonly strayAttributes: Map<Element, ReadonlySet<string>> = new Map()
  readonly sentNamespaces: Map<Element, string> = new Map()
  readonly notes: Notes = new Notes()
  readonly #limits: Limits
  readonly #scope = new PrefixScope()
  readonly #open: OpenElement[] = []
  readonly #position: () => number
  readonly #context: Mutable<EnvelopeContext>
  readonly #attributeReading: AttributeReading = {
    resolve: (name) => this.#resolve(name),
    onPrefixed: (name) => {
      const what = `The attribute ${quote(name)} has a prefix; read without it.`
      this.notes.add('attribute-qualified', what, this.#position())
    },
  }
  #elements = 0

  /** @param position tells where in the text the start tag at hand is, for the notes */
  constructor(limits: Limits, position: () => number) {
    this.#limits = limits
    this.#position = position
    this.#context = { notes: this.notes, position, operation: undefined }
  }

  /** @throws ReadingStopped at a limit */
  startTag(qualifiedName: string, attributes: RawAttributes): void {
    this.#count()
    const declared = this.#scope.enter(attributes)
    const name = this.#elementName(qualifiedName)
    const parent = this.#open[this.#open.length - 1]
    if (parent !== undefined) this.#flushText(parent)
    const parentRole = parent?.role ?? 'document'
    const canonical = canonicalName(parentRole, name, this.#context)
    const element = this.document.createElementNS(canonical.uri, name.local)
    const namespace = name.namespace ?? NO_NAMESPACE
    const isInner = parentRole === 'mm7' || parentRole === 'any'
    if (!isInner || (canonical.uri === MM7 && namespace !== this.#context.operation)) {
      this.sentNamespaces.set(element, namespace.compact)
      if (parentRole === 'body') this.#context.operation = namespace
    }
    this.#keepAttributes(element, attributes, canonical.uri === MM7)
    this.#open.push({ element, role: canonical.role, declared, text: '', hasChildren: false })
  }

  text(text: string): void {
    const current = this.#open[this.#open.length - 1]
    if (current !== undefined) current.text += text
  }

  endTag(): void {
    const current = this.#open.pop() as OpenElement
    this.#scope.leave(current.declared)
    const { element, text, hasChildren } = current
    if (text !== '' && (!hasChildren || NOT_BLANK.test(text))) {
      element.appendChild(this.document.createTextNode(text))
    }
    const parent = this.#open[this.#open.length - 1]
    if (parent === undefined) this.document.appendChild(element)
    else parent.element.appendChild(element)
    if (parent?.role === 'body') this.#context.operation = undefined
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
      const what = `The envelope has more than ${this.#limits.xmlDepth} nested elements.`
      throw new ReadingStopped('xml-too-deep', what)
    }
  }

  #elementName(name: string): SentName {
    const sent = this.#resolve(name)
    const isBad = sent.local !== name && BAD_LOCAL_NAME.test(sent.local)
    if (isBad || sent.local === 'xmlns' || sent.namespace?.uri === XMLNS) {
      throw new ReadingStopped('xml-malformed', `${quote(name)} is not a name of an element.`)
    }
    return sent
  }

  #resolve(name: string): SentName {
    const { prefix, local, hasExtraColon } = splitName(name)
    if (hasExtraColon) {
      const oddity = prefix === '' ? 'starts with a colon' : 'has more than one colon'
      const what = `${quote(name)} ${oddity}; read as ${quote(local)}.`
      this.notes.add('name-double-colon', what, this.#position())
    }
    return { local, namespace: this.#resolvePrefix(prefix) }
  }

  #resolvePrefix(prefix: string): Namespace | undefined {
    const namespace = this.#scope.resolve(prefix)
    if (namespace === undefined) {
      const what = `The prefix ${quote(prefix)} is not declared; what has it is judged by its place.`
      this.notes.add('prefix-undeclared', what, this.#position(), prefix)
    }
    return namespace
  }

  #flushText(parent: OpenElement): void {
    if (NOT_BLANK.test(parent.text)) {
      parent.element.appendChild(this.document.createTextNode(parent.text))
    }
    parent.text = ''
    parent.hasChildren = true
  }

  #keepAttributes(element: Element, attributes: RawAttributes, isMm7Element: boolean): void {
    const { operation } = this.#context
    const found = keepAttributes(attributes, isMm7Element, operation, this.#attributeReading)
    if (found === undefined) return
    this.attributes.set(element, found.kept)
    if (found.stray !== undefined) this.strayAttributes.set(element, found.stray)
  }
}
