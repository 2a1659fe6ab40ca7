import type { ExtensionInput } from '../../input.js'
import type { ExtensionElement } from '../../values.js'
import type { Codec } from '../codec.js'
import { describe } from '../complete-fields.js'
import { toExtension } from '../keep.js'

/** Any element at all: what the schema leaves to operators. */
export const anything: Codec<ExtensionElement> = {
  holds: 'elements',
  attributes: undefined,
  inner: {},
  absent: undefined,
  read: (_context, element) => toExtension(element),
  // It has a name of its own: the operation's writer sees to it.
  write: () => undefined,
  complete: completeExtension,
}

interface Growing extends ExtensionElement {
  readonly children: Growing[]
}

function completeExtension(input: unknown, name: string): ExtensionElement {
  const root = alone(input, name)
  // A stack of our own: elements may lie in one another deeper than calls may.
  const pending: [ExtensionInput, Growing][] = [[input as ExtensionInput, root]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [element, parent] = next
    for (const child of element.children ?? []) {
      const completed = alone(child, `${name}.children`)
      parent.children.push(completed)
      pending.push([child, completed])
    }
  }
  return root
}

function alone(input: unknown, place: string): Growing {
  const { namespace, name, text = '', attributes } = (input ?? {}) as Partial<ExtensionInput>
  if (typeof name !== 'string') {
    throw new TypeError(`${place} is ${describe(input)}: pass { name, … }.`)
  }
  const own: Record<string, string> = Object.assign(Object.create(null), attributes)
  return { namespace, name, text, attributes: own, children: [] }
}
