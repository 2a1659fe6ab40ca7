/** The attributes of a start tag by their names; an object without prototype. */
export type RawAttributes = Readonly<Record<string, string>>

/** A name as it stands in a tag, taken apart at its last colon (Namespaces in XML 1.0 §4). */
export interface SplitName {
  readonly prefix: string
  readonly local: string
  /** It has more colons than the one it may have: `soap-env::Body`. */
  readonly hasExtraColon: boolean
}

/** @returns the prefix, empty if there is none, and the local part of a name. */
export function splitName(name: string): SplitName {
  const colon = name.lastIndexOf(':')
  if (colon < 0) return { prefix: '', local: name, hasExtraColon: false }
  const first = name.indexOf(':')
  const prefix = name.slice(0, first)
  return { prefix, local: name.slice(colon + 1), hasExtraColon: first !== colon }
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'

/**
 * The namespaces in scope. Each prefix has a stack of its own, so that a look-up takes the same time
 * however deep the document is.
 */
export class PrefixScope {
  readonly #uris = new Map<string, string[]>([['xml', [XML_NAMESPACE]]])

  /** Enters an element: its declarations count from here on. @returns the prefixes it declares. */
  enter(attributes: RawAttributes): readonly string[] | undefined {
    let declared: string[] | undefined
    for (const name in attributes) {
      if (!isDeclaration(name)) continue
      const prefix = name.slice('xmlns:'.length)
      const uris = this.#uris.get(prefix)
      const uri = attributes[name] as string
      if (uris === undefined) this.#uris.set(prefix, [uri])
      else uris.push(uri)
      declared ??= []
      declared.push(prefix)
    }
    return declared
  }

  /** Leaves an element that declared these prefixes. */
  leave(declared: readonly string[] | undefined): void {
    if (declared === undefined) return
    for (const prefix of declared) this.#uris.get(prefix)?.pop()
  }

  /** @returns the namespace of a prefix; empty for none; undefined if it is not declared. */
  resolve(prefix: string): string | undefined {
    const uri = this.#uris.get(prefix)?.at(-1)
    return prefix === '' ? (uri ?? '') : uri
  }
}

/** @returns whether an attribute of this name declares a namespace. */
export function isDeclaration(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')
}
