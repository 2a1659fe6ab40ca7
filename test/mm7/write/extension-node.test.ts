import { describe, expect, it } from 'vitest'
import { extensionNode, unusedPrefix } from '../../../src/mm7/write/extension-node.js'
import { MM7 } from '../../../src/soap/namespaces.js'
import type { ExtensionElement } from '../../../src/values.js'

const extension = (
  attributes: Record<string, string>,
  namespace?: string,
  children: ExtensionElement[] = [],
): ExtensionElement => ({ name: 'a', namespace, text: 't', attributes, children })

describe('an extension', () => {
  it('declares each prefix of its attributes, but for those of XML', () => {
    const { attributes } = extensionNode(
      extension({ 'x:a': '1', 'x:b': '2', 'xml:lang': 'en', 'xmlns:y': 'urn:y', c: '3' }),
      MM7,
    )
    expect(attributes).toEqual([
      ['xmlns:x', 'urn:example:prefix:x'],
      ['x:a', '1'],
      ['x:b', '2'],
      ['xml:lang', 'en'],
      ['xmlns:y', 'urn:y'],
      ['c', '3'],
    ])
  })

  it('is in the namespace that it has, MM7 as that is written, and nothing is put into it', () => {
    const child = extension({}, 'urn:y')
    expect(extensionNode(extension({}, MM7, [child]), MM7)).toEqual({
      ...{ name: 'a', namespace: 'mm7', attributes: [], text: 't', isIndented: false },
      children: [
        {
          ...{ name: 'a', namespace: { uri: 'urn:y' }, attributes: [], text: 't' },
          ...{ isIndented: false, children: [] },
        },
      ],
    })
    expect(extensionNode(extension({}, 'urn:x'), MM7).namespace).toEqual({ uri: 'urn:x' })
    expect(extensionNode(extension({}), '').namespace).toEqual({ uri: '' })
    expect(extensionNode(extension({}, ''), '').namespace).toEqual({ uri: '' })
  })

  it('has no prefix that MM7 is written with, however deep', () => {
    const roots = [
      extension({ 'mm7:a': '' }),
      extension({}, undefined, [extension({ 'mm71:a': '' }), extension({ mm72: '' })]),
    ]
    expect(unusedPrefix('mm7', roots)).toBe('mm72')
    expect(unusedPrefix('mm', roots)).toBe('mm')
  })
})
