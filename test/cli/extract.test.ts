import { expect, it } from 'vitest'
import { extractAttachments } from '../../src/cli/extract.js'
import { toDeliverReq } from '../../src/testing/index.js'
import { fakeHost } from './fake-host.js'

it('no file takes the place of another', () => {
  const host = fakeHost({ 'out/a.txt': new Uint8Array(3) })
  const { attachments } = toDeliverReq({
    attachments: [
      { text: '1', name: 'a.txt' },
      { text: '2', name: '../a.txt' },
      { text: '3', name: 'a-2.txt' },
    ],
  })
  const saved = extractAttachments(attachments, 'out', host)
  expect(saved.map(({ path }) => path)).toEqual(['out/a-2.txt', 'out/a-3.txt', 'out/a-2-2.txt'])
  expect(host.files.get('out/a.txt')).toHaveLength(3)
})

it('a thousand of one name are saved in linear time', () => {
  const host = fakeHost()
  let tries = 0
  const writeNew = (path: string, bytes: Uint8Array) => {
    tries += 1
    return host.writeNew(path, bytes)
  }
  const { attachments } = toDeliverReq({
    attachments: Array.from({ length: 1000 }, () => ({ text: '', name: 'same' })),
  })
  extractAttachments(attachments, 'out', { ...host, writeNew })
  expect(host.files.size).toBe(1000)
  expect(tries).toBe(1000)
})

it('does not try for ever where every name is taken', () => {
  let tries = 0
  const writeNew = () => {
    tries += 1
    return false
  }
  const { attachments } = toDeliverReq({ attachments: [{ text: '', name: 'a.txt' }] })
  const extract = () => extractAttachments(attachments, 'out', { ...fakeHost(), writeNew })
  expect(extract).toThrow('There are 10000 files called like out/a.txt already.')
  expect(tries).toBe(10_000)
})
