import { mm7Node, type XmlNode } from '../../soap/write/xml-node.js'
import type { ExtensionElement } from '../../values.js'
import type { Table } from '../codec.js'
import { type Values, writeElements } from '../write-fields.js'
import { extensionNode } from './extension-node.js'

/**
 * @param name the operation's
 * @param namespace MM7's, as the message has it
 * @returns the operation's element, by its table
 */
export function writeOperation(
  name: string,
  table: Table,
  message: Values,
  namespace: string,
): XmlNode {
  const { entries, holders } = table
  const extensions = message['extensions'] as readonly ExtensionElement[]
  const nodes = extensions.map((one) => extensionNode(one, namespace))
  const isSchemas = extensions.every(
    (one) => one.name === 'Extension' && (one.namespace ?? '') === namespace,
  )
  const at = entries.findIndex(({ property }) => property === 'extensions')
  const before = writeElements(entries.slice(0, at), message, namespace, holders)
  const after = writeElements(entries.slice(at), message, namespace, holders)
  // What the schema does not have goes to the end, where it takes nothing from elements before it.
  return mm7Node(name, {
    children: isSchemas ? [...before, ...nodes, ...after] : [...before, ...after, ...nodes],
  })
}
