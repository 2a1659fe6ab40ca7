import { DOMParser, type Element } from '@xmldom/xmldom'
import { type SchemaName, schemaText } from './validator.js'

/** A simple type: what a text may be. */
export interface SimpleType {
  /** The built-in type that it is made of. */
  readonly base: string
  readonly words?: readonly string[]
  /** It is any of these. */
  readonly union?: readonly SimpleType[]
}

/** An attribute of a type. */
export interface AttributeModel {
  readonly name: string
  readonly type: SimpleType
  readonly isRequired: boolean
}

/** What may be in an element. */
export interface TypeModel {
  readonly attributes: readonly AttributeModel[]
  /** Undefined: it holds no text of its own. */
  readonly text?: SimpleType
  /** Undefined: it holds no elements. */
  readonly content?: Particle
}

/** What may stand in a row of elements. */
export interface Particle {
  readonly min: number
  readonly max: number
  readonly kind: 'element' | 'sequence' | 'choice' | 'any'
  readonly items: readonly Particle[]
  /** Of an element. */
  readonly element?: ElementModel
}

/** An element of a schema. */
export interface ElementModel {
  readonly name: string
  readonly type: () => TypeModel
}

/** As much of XML Schema as MM7's uses. */
export class Schema {
  readonly #root: Element
  readonly #types = new Map<string, TypeModel>()

  constructor(schema: SchemaName) {
    const document = new DOMParser().parseFromString(schemaText(schema), 'text/xml')
    this.#root = document.documentElement as Element
  }

  /** @returns the element of that name at the top of the schema */
  element(name: string): ElementModel {
    return this.#element(this.#named('element', name))
  }

  #named(tag: string, name: string): Element {
    const found = childrenOf(this.#root, tag).find((one) => one.getAttribute('name') === name)
    if (found === undefined) throw new Error(`The schema has no ${tag} ${name}.`)
    return found
  }

  #element(node: Element): ElementModel {
    const ref = node.getAttribute('ref')
    if (ref !== null) return this.element(localOf(ref))
    const name = node.getAttribute('name') as string
    const given = node.getAttribute('type')
    const inner = childrenOf(node, 'complexType')[0]
    return {
      name,
      type: () => (given === null ? this.#complex(inner as Element) : this.#type(given)),
    }
  }

  #type(name: string): TypeModel {
    const known = this.#types.get(name)
    if (known !== undefined) return known
    const type =
      isBuiltIn(name) || this.#isSimple(name) ? this.#textType(name) : this.#complexOf(name)
    this.#types.set(name, type)
    return type
  }

  #complexOf(name: string): TypeModel {
    return this.#complex(this.#named('complexType', localOf(name)))
  }

  #isSimple(name: string): boolean {
    const simple = childrenOf(this.#root, 'simpleType')
    return simple.some((one) => one.getAttribute('name') === localOf(name))
  }

  #textType(name: string): TypeModel {
    return { attributes: [], text: this.#simple(name) }
  }

  #simple(name: string): SimpleType {
    if (isBuiltIn(name)) return { base: localOf(name) }
    const node = this.#named('simpleType', localOf(name))
    const union = childrenOf(node, 'union')[0]
    if (union !== undefined) {
      const members = (union.getAttribute('memberTypes') as string).split(' ')
      return { base: 'union', union: members.map((member) => this.#simple(member)) }
    }
    const restriction = childrenOf(node, 'restriction')[0] as Element
    const words = childrenOf(restriction, 'enumeration').map(
      (one) => one.getAttribute('value') as string,
    )
    const base = this.#simple(restriction.getAttribute('base') as string)
    return words.length === 0 ? base : { ...base, words }
  }

  #complex(node: Element): TypeModel {
    const holder = childrenOf(node, 'simpleContent')[0] ?? childrenOf(node, 'complexContent')[0]
    const extension = holder && childrenOf(holder, 'extension')[0]
    if (extension === undefined) return this.#body(node)
    const base = this.#type(extension.getAttribute('base') as string)
    const own = this.#body(extension)
    const parts = [base.content, own.content].filter((part) => part !== undefined)
    return {
      attributes: [...base.attributes, ...own.attributes],
      ...(base.text !== undefined && { text: base.text }),
      ...(parts.length > 0 && { content: { kind: 'sequence', min: 1, max: 1, items: parts } }),
    }
  }

  #body(node: Element): TypeModel {
    const [content] = this.#particles(node)
    return { attributes: this.#attributes(node), ...(content !== undefined && { content }) }
  }

  #attributes(node: Element): AttributeModel[] {
    const groups = childrenOf(node, 'attributeGroup').flatMap((one) =>
      this.#attributes(this.#named('attributeGroup', localOf(one.getAttribute('ref') as string))),
    )
    const own = childrenOf(node, 'attribute').filter((one) => one.getAttribute('ref') === null)
    return [
      ...own.map((one) => ({
        name: one.getAttribute('name') as string,
        type: this.#simple(one.getAttribute('type') as string),
        isRequired: one.getAttribute('use') === 'required',
      })),
      ...groups,
    ]
  }

  #particles(node: Element): Particle[] {
    return childrenOf(node).flatMap((child) => this.#particle(child) ?? [])
  }

  #particle(node: Element): Particle | undefined {
    const min = Number(node.getAttribute('minOccurs') ?? 1)
    const occurs = node.getAttribute('maxOccurs') ?? '1'
    const max = occurs === 'unbounded' ? Number.POSITIVE_INFINITY : Number(occurs)
    const kind = node.localName
    if (kind === 'sequence' || kind === 'choice') {
      return { kind, min, max, items: this.#particles(node) }
    }
    if (kind === 'element') {
      return { kind, min, max, items: [], element: this.#element(node) }
    }
    if (kind === 'any') return { kind, min, max, items: [] }
    if (kind !== 'group') return undefined
    const group = this.#named('group', localOf(node.getAttribute('ref') as string))
    return { kind: 'sequence', min, max, items: this.#particles(group) }
  }
}

function childrenOf(node: Element, tag?: string): Element[] {
  const elements = [...node.childNodes].filter((one) => one.nodeType === 1) as Element[]
  return tag === undefined ? elements : elements.filter(({ localName }) => localName === tag)
}

function isBuiltIn(name: string): boolean {
  return name.startsWith('xs:')
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
