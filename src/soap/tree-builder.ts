import type { Limits } from '../limits.js'
import type { Mutable } from '../mutable.js'
import { quote } from '../report.js'
import { type AttributeReading, type KeptAttributes, keepAttributes } from './attributes.js'
import {
  canonicalName,
  type EnvelopeContext,
  isOperation,
  type Role,
  type SentName,
} from './canonical.js'
import { Deviations } from './deviations.js'
import type { Element } from './element.js'
import { type Namespace, NO_NAMESPACE, XMLNS } from './namespaces.js'
import {
  isDeclaration,
  isLocalName,
  PrefixScope,
  type RawAttributes,
  splitName,
} from './prefixes.js'
import { ReadingStopped } from './reading-stopped.js'
import { TreeLimits } from './tree-limits.js'

/** An element whose end tag is yet to come. */
interface OpenElement extends Mutable<Element> {
  children: Element[]
  readonly role: Role
  /** The prefixes that it declares. */
  readonly declared: readonly string[] | undefined
}

/** Those in nearly all elements. */
const NO_CHILDREN: Element[] = []
/** Of XML's blanks alone (XML 1.0 §2.3): a no-break space is text. */
const NOT_BLANK = /[^ \t\r\n]/

/**
 * Builds the tree of what the parser reads, names canonical from the start. Text between elements is
 * kept unless it is blank.
 */
export class TreeBuilder {
  /** The document's only element; undefined if there is none. */
  root: Element | undefined
  /** The name of the element that an end tag was taken for last. */
  closed: string | undefined
  readonly deviations: Deviations = new Deviations()
  readonly #scope = new PrefixScope()
  readonly #open: OpenElement[] = []
  readonly #position: () => number
  readonly #context: Mutable<EnvelopeContext>
  readonly #attributeReading: AttributeReading = {
    resolve: (name) => this.#resolve(name),
    onPrefixed: (name) => {
      const what = () => `The attribute ${quote(name)} has a prefix; read without it.`
      this.deviations.add('attribute-qualified', what, this.#position())
    },
    envelope: undefined,
  }
  readonly #taken: TreeLimits
  /** Of the start tag that is being read: its attributes that declare a prefix, and all others. */
  #declared: string[] | undefined
  #named: string[] | undefined

  /** @param position tells where in the text the start tag at hand is, for the deviations */
  constructor(limits: Limits, position: () => number) {
    this.#taken = new TreeLimits(limits)
    this.#position = position
    this.#context = { deviations: this.deviations, position, operation: undefined }
  }

  /**
   * Takes an attribute of the start tag that comes next; a declaration counts for that tag already.
   *
   * @throws ReadingStopped at a limit
   */
  attribute(name: string, value: string): void {
    const stop = this.#taken.takeAttributes(1)
    if (stop !== undefined) throw stop
    if (isDeclaration(name)) {
      const prefix = this.#scope.declare(name, value)
      if (name.length > 'xmlns:'.length + prefix.length) this.#reportColons(name, `xmlns:${prefix}`)
      this.#declared ??= []
      this.#declared.push(prefix)
    } else {
      this.#named ??= []
      this.#named.push(name)
    }
  }

  /**
   * @param attributes all those that were taken for it
   * @param index where in the text the tag ends
   * @throws ReadingStopped at a limit
   */
  startTag(qualifiedName: string, attributes: RawAttributes, index: number): void {
    const stop = this.#taken.takeElement(this.#open.length)
    if (stop !== undefined) throw stop
    const name = this.#elementName(qualifiedName)
    const parent = this.#open[this.#open.length - 1]
    const canonical = canonicalName(parent?.role ?? 'document', name, this.#context)
    const namespace = name.namespace ?? NO_NAMESPACE
    if (isOperation(parent?.role, canonical.role)) this.#context.operation = namespace
    if (parent === undefined) this.#attributeReading.envelope = name.namespace
    const kept = this.#keepAttributes(attributes, canonical.role)
    const element: OpenElement = {
      name: canonical.name ?? name.local,
      namespace: canonical.uri ?? '',
      sentNamespace: namespace.compact,
      attributes: kept?.kept,
      rawAttributes: attributes,
      strayAttributes: kept?.stray,
      isNil: kept?.isNil ?? false,
      children: NO_CHILDREN,
      text: '',
      index,
      role: canonical.role,
      declared: this.#declared,
    }
    if (parent === undefined) this.root = element
    else if (parent.children === NO_CHILDREN) parent.children = [element]
    else parent.children.push(element)
    this.#open.push(element)
    this.#declared = undefined
    this.#named = undefined
  }

  text(text: string): void {
    const current = this.#open[this.#open.length - 1]
    if (current === undefined) return
    if (current.children.length === 0 || NOT_BLANK.test(text)) current.text += text
  }

  endTag(): void {
    const { declared, name, role } = this.#open.pop() as OpenElement
    this.closed = name
    this.#scope.leave(declared)
    if (isOperation(this.#open[this.#open.length - 1]?.role, role)) {
      this.#context.operation = undefined
    }
  }

  /** The name of the innermost element that is open. */
  get openName(): string | undefined {
    return this.#open[this.#open.length - 1]?.name
  }

  #keepAttributes(all: RawAttributes, role: Role): KeptAttributes | undefined {
    const names = this.#named
    if (names === undefined) return undefined
    const sent = { all, names, isWithoutDeclarations: this.#declared === undefined }
    return keepAttributes(sent, role, this.#context.operation, this.#attributeReading)
  }

  #elementName(name: string): SentName {
    const sent = this.#resolve(name)
    // What the last colon leaves must be a name itself.
    const isBad = sent.local !== name && !isLocalName(sent.local)
    if (isBad || sent.local === 'xmlns' || sent.namespace?.uri === XMLNS) {
      const what = `${quote(name)} is not a name of an element.`
      throw new ReadingStopped('xml-malformed', what, this.#position())
    }
    return sent
  }

  #resolve(name: string): SentName {
    const { prefix, local, hasExtraColon } = splitName(name)
    if (hasExtraColon) this.#reportColons(name, local)
    return { local, namespace: this.#resolvePrefix(prefix) }
  }

  #reportColons(name: string, readAs: string): void {
    const found = name.startsWith(':') ? 'starts with a colon' : 'has more than one colon'
    const what = () => `${quote(name)} ${found}; read as ${quote(readAs)}.`
    this.deviations.add('name-double-colon', what, this.#position())
  }

  #resolvePrefix(prefix: string): Namespace | undefined {
    const namespace = this.#scope.resolve(prefix)
    if (namespace === undefined) {
      const what = () =>
        `The prefix ${quote(prefix)} is not declared; what has it is judged by its place.`
      this.deviations.addOnce('prefix-undeclared', prefix, what, this.#position())
    }
    return namespace
  }
}
