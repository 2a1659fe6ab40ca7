import { canonicalName, type EnvelopeContext, isOperation, type Role } from './canonical.js'
import { type Namespace, NO_NAMESPACE } from './namespaces.js'
import { PrefixScope, splitName } from './prefixes.js'

/** An element whose end tag is yet to come. */
export interface OpenElement {
  /** As it stands in the start tag. */
  readonly name: string
  readonly local: string
  readonly role: Role
  readonly declared: readonly string[]
  /** Where its start tag starts and ends. */
  readonly start: number
  readonly end: number
}

/** What deviates in names is reported when the repaired text is read. */
const UNREPORTED: Pick<EnvelopeContext, 'deviations' | 'position'> = {
  deviations: { addOnce: () => undefined },
  position: () => 0,
}

/** The elements around a place in a text that may yet be repaired, and what they are to the envelope. */
export class OpenElements {
  readonly #scope = new PrefixScope()
  readonly #open: OpenElement[] = []
  #operation: Namespace | undefined

  /** The innermost. */
  get last(): OpenElement | undefined {
    return this.#open[this.#open.length - 1]
  }

  /** How many there are. */
  get depth(): number {
    return this.#open.length
  }

  /** The innermost few, from the outside in. */
  innermost(count: number): readonly OpenElement[] {
    return this.#open.slice(-count)
  }

  /** Takes a start tag. @returns its element */
  enter(
    name: string,
    attributes: ReadonlyMap<string, string>,
    start: number,
    end: number,
  ): OpenElement {
    const declared = this.#scope.enter(attributes)
    const { prefix, local } = splitName(name)
    const parent = this.last?.role ?? 'document'
    const namespace = this.#scope.resolve(prefix)
    const context = { ...UNREPORTED, operation: this.#operation }
    const { role } = canonicalName(parent, { local, namespace }, context)
    if (isOperation(this.last?.role, role)) this.#operation = namespace ?? NO_NAMESPACE
    const element = { name, local, role, declared, start, end }
    this.#open.push(element)
    return element
  }

  /** Takes the end tag of the innermost element, or the end of a tag that is both. */
  leave(): void {
    const left = this.#open.pop() as OpenElement
    this.#scope.leave(left.declared)
    if (isOperation(this.last?.role, left.role)) this.#operation = undefined
  }
}
