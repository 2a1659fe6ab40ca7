import { quote } from '../report.js'
import type { Element } from '../soap/element.js'
import { MM7, SOAP } from '../soap/namespaces.js'
import { type Context, warnAt } from './context.js'

/** One step of an XPath: a child element or an attribute. */
export interface Step {
  readonly isAttribute: boolean
  /** The canonical namespace; empty for none. */
  readonly namespace: string
  readonly name: string
}

const NAMESPACES: Readonly<Record<string, string>> = { mm7: MM7, env: SOAP }

/**
 * @param xpath an XPath 1.0 location path of child and attribute steps, with the prefixes `mm7` and
 * `env` for the canonical namespaces: `mm7:Status/mm7:StatusCode`, `@href`
 * @returns its steps
 */
export function parseXPath(xpath: string): readonly Step[] {
  return xpath.split('/').map((step) => {
    const isAttribute = step.startsWith('@')
    const name = isAttribute ? step.slice(1) : step
    const colon = name.indexOf(':')
    const namespace = colon < 0 ? '' : (NAMESPACES[name.slice(0, colon)] as string)
    return { isAttribute, namespace, name: name.slice(colon + 1) }
  })
}

/** What an element was found to be. */
export interface Found<T> {
  readonly value: T
  /** The schema's name. */
  readonly name: string
}

/**
 * What elements may be called at one place, and what each name stands for: the steps of XPaths,
 * compiled into one look-up. A name in another case, or one that senders use instead, is found too.
 */
export class Names<T> {
  readonly #exact = new Map<string, Found<T> & { readonly namespace: string }>()
  readonly #loose = new Map<string, Found<T>>()

  /** @param others what senders call it instead */
  add({ namespace, name }: Step, value: T, others: readonly Step[] = []): void {
    const found = { value, name, namespace }
    this.#exact.set(name, found)
    for (const other of [name, ...others.map((step) => step.name)]) {
      const key = other.toLowerCase()
      if (!this.#loose.has(key)) this.#loose.set(key, found)
    }
  }

  /** @returns what stands for that name; undefined if nothing was added for it */
  get(name: string): T | undefined {
    return this.#exact.get(name)?.value
  }

  /** @returns what the element is, by its own name or one like it; undefined if it is none of these */
  find({ namespace, name }: Element): Found<T> | undefined {
    const exact = this.#exact.get(name)
    if (exact !== undefined) return exact.namespace === namespace ? exact : undefined
    if (namespace !== MM7) return undefined
    return this.#loose.get(name.toLowerCase())
  }
}

/** @returns what is there under the schema's own name: another name gives way to it. */
export function properlyNamed<T>(names: Names<T>, children: readonly Element[]): ReadonlySet<T> {
  const proper = new Set<T>()
  for (const child of children) {
    const found = names.find(child)
    if (found?.name === child.name) proper.add(found.value)
  }
  return proper
}

/** Reports a name that is not the schema's. @param path of the parent */
export function checkName(context: Context, element: Element, name: string, path: string): void {
  if (element.name === name) return
  const what = `${quote(element.name)} should be ${name}; read as that.`
  warnAt(context, 'element-name', what, path || element.name, element)
}
