import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../src/mm7/operations/index.js'
import { writeOperation } from '../../../src/mm7/write/write-operation.js'
import { MM7 } from '../../../src/soap/namespaces.js'
import type { ExtensionElement } from '../../../src/values.js'

const extension = (name: string, namespace: string | undefined): ExtensionElement => ({
  ...{ name, namespace, text: 't', attributes: {}, children: [] },
})

/** @returns the names of the elements in a DeliverReq with a VASPID and these, in order */
function elementsOf(extensions: readonly ExtensionElement[], namespace: string): string {
  const sender = { kind: 'number', value: '1' }
  const message = { mm7Version: '6.8.0', vaspId: 'v', sender, extensions }
  const { children } = writeOperation('DeliverReq', tableOf('DeliverReq'), message, namespace)
  return children.map(({ name }) => name).join(' ')
}

describe('the extensions of a message are written', () => {
  const OWN = extension('Extension', MM7)
  it.each([
    ['where the schema of Liberty has them', [OWN, OWN], MM7, 'Extension Extension VASPID Sender'],
    [
      'there in no namespace, too',
      [extension('Extension', undefined)],
      '',
      'Extension VASPID Sender',
    ],
    [
      'at the end in another namespace',
      [extension('Extension', 'urn:x')],
      MM7,
      'VASPID Sender Extension',
    ],
    ['at the end with another name', [extension('Other', MM7)], MM7, 'VASPID Sender Other'],
    [
      'at the end with one of another name',
      [OWN, extension('Other', MM7)],
      MM7,
      'VASPID Sender Extension Other',
    ],
  ])('%s', (_, extensions, namespace, elements) => {
    expect(elementsOf(extensions, namespace)).toBe(`MM7Version ${elements}`)
  })
})
