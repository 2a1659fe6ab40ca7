import type { ExtensionElement } from '../message.js'
import type { ExtensionInput } from './input.js'

interface Draft extends ExtensionElement {
  readonly children: Draft[]
}

/**
 * @param input an element beyond the schema; one called `Extension` that names no namespace is MM7's
 * @param mm7 the namespace of the message
 * @returns it with all that is in it
 */
export function toExtension(input: ExtensionInput, mm7: string): ExtensionElement {
  const own = input.name === 'Extension' && mm7 !== '' ? mm7 : undefined
  const extension = toDraft({ ...input, namespace: input.namespace ?? own })
  // A stack of our own: elements may lie in one another deeper than calls may.
  const pending: [ExtensionInput, Draft][] = [[input, extension]]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [element, parent] = next
    for (const child of element.children ?? []) {
      const draft = toDraft(child)
      parent.children.push(draft)
      pending.push([child, draft])
    }
  }
  return extension
}

function toDraft({ namespace, name, text = '', attributes }: ExtensionInput): Draft {
  const own: Record<string, string> = Object.assign(Object.create(null), attributes)
  return { namespace, name, text, attributes: own, children: [] }
}
