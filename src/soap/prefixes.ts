import { describeNamespace, type Namespace, NO_NAMESPACE, XML } from './namespaces.js'

/** The attributes of a start tag by their names; an object without prototype. */
export type RawAttributes = Readonly<Record<string, string>>

/** A name as it stands in a tag, taken apart at its last colon (Namespaces in XML 1.0 §4). */
export interface SplitName {
  readonly prefix: string
  readonly local: string
  /** It has more than the one colon it may have between two names: `soap-env::Body`, `:Body`. */
  readonly hasExtraColon: boolean
}

/** @returns the prefix, empty if there is none, and the local part of a name. */
export function splitName(name: string): SplitName {
  const colon = name.lastIndexOf(':')
  if (colon < 0) return { prefix: '', local: name, hasExtraColon: false }
  const first = name.indexOf(':')
  const prefix = name.slice(0, first)
  return { prefix, local: name.slice(colon + 1), hasExtraColon: first !== colon || first === 0 }
}

/** Namespaces in XML 1.0 §3 and §6.2: what these prefixes mean where nothing is declared. */
const PREDECLARED: ReadonlyMap<string, Namespace> = /* @__PURE__ */ new Map([
  ['', NO_NAMESPACE],
  ['xml', /* @__PURE__ */ describeNamespace(XML)],
])

/**
 * The namespaces in scope. Each prefix has a stack of its own, so that a look-up takes the same time
 * however deep the document is.
 */
export class PrefixScope {
  readonly #stacks = new Map<string, Namespace[]>()
  /** One for each URI, so that two of them can be told apart without reading their URIs. */
  readonly #namespaces = new Map<string, Namespace>()

  /** Enters an element: its declarations count from here on. @returns the prefixes it declares. */
  enter(attributes: Iterable<readonly [name: string, value: string]>): readonly string[] {
    const declared: string[] = []
    for (const [name, uri] of attributes) {
      if (isDeclaration(name)) declared.push(this.declare(name, uri))
    }
    return declared
  }

  /** Takes a declaration, which counts from here on. @returns the prefix that it declares. */
  declare(name: string, uri: string): string {
    const colon = name.lastIndexOf(':')
    const prefix = colon < 0 ? '' : name.slice(colon + 1)
    const stack = this.#stacks.get(prefix)
    const namespace = this.#namespaceOf(uri)
    if (stack === undefined) this.#stacks.set(prefix, [namespace])
    else stack.push(namespace)
    return prefix
  }

  /** Leaves an element that declared these prefixes. */
  leave(declared: readonly string[] | undefined): void {
    if (declared === undefined) return
    for (const prefix of declared) this.#stacks.get(prefix)?.pop()
  }

  /** @returns the namespace of a prefix; undefined if it is not declared, or taken back. */
  resolve(prefix: string): Namespace | undefined {
    const stack = this.#stacks.get(prefix)
    const namespace = stack?.[stack.length - 1] ?? PREDECLARED.get(prefix)
    if (prefix === '') return namespace
    // Only the default namespace can be taken back (Namespaces in XML 1.0 §6.1).
    return namespace === NO_NAMESPACE ? undefined : namespace
  }

  #namespaceOf(uri: string): Namespace {
    if (uri === '') return NO_NAMESPACE
    const known = this.#namespaces.get(uri)
    if (known !== undefined) return known
    const described = describeNamespace(uri)
    // One string for all spellings of a URI: two of them are compared by reference.
    const namespace =
      described.compact === uri
        ? described
        : { ...described, compact: this.#namespaceOf(described.compact).uri }
    this.#namespaces.set(uri, namespace)
    return namespace
  }
}

/** @returns whether an attribute of this name declares a namespace. */
export function isDeclaration(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || (name[5] === ':' && !name.endsWith(':')))
}

/** What is no local name: nothing, or what starts with what a name can only go on with (XML 1.0 §2.3). */
const NO_LOCAL_NAME = /^(?:$|[\u0300-\u036f\u00b7\u203f\u2040.\d-])/

/** @returns whether what is behind a prefix can be a name by itself */
export function isLocalName(name: string): boolean {
  const unit = name.charCodeAt(0) | 0x20
  // With a letter of ASCII, as nearly all do.
  return (unit >= 0x61 && unit <= 0x7a) || !NO_LOCAL_NAME.test(name)
}
