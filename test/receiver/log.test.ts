import { afterEach, describe, expect, it, vi } from 'vitest'
import { createReceiver, type ReceiverOptions } from '../../src/receiver/index.js'
import { buildDeliverReq } from '../../src/testing/index.js'
import { GOOD, ODD, receiverWith } from './given.js'

afterEach(() => vi.restoreAllMocks())

const silenced = () => ({
  error: vi.spyOn(console, 'error').mockImplementation(() => {}),
  warn: vi.spyOn(console, 'warn').mockImplementation(() => {}),
})

describe('an event', () => {
  it('is safe to print, whatever was sent', async () => {
    const { receive, events } = receiverWith({
      deliverReq: () => Promise.reject(new Error('\u001b]0;title\u0007 \u2066evil')),
    })
    const transactionId = 'a\u202egpj.exe\ttab\u200b\u0085é😀'
    await receive(buildDeliverReq({ transactionId, linkedId: 'x'.repeat(400) }))
    expect(events).toMatchObject([
      {
        transactionId: 'a\\u{202e}gpj.exe\\u{9}tab\\u{200b}\\u{85}é😀',
        linkedId: `${'x'.repeat(300)}… (100 more characters)`,
      },
    ])
    expect(events[0]?.error?.[0]).toBe('Error: \\u{1b}]0;title\\u{7} \\u{2066}evil')
    expect(JSON.stringify(events)).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it.each([
    ['a string', 'down', ['down']],
    ['nothing', undefined, ['undefined']],
    ['no text', Object.create(null), ['What was thrown cannot be turned into text.']],
    [
      'an error of an engine whose stacks have no title',
      Object.assign(new Error('down'), { stack: 'keep@server.js:1:1\n\n' }),
      ['Error: down', 'keep@server.js:1:1'],
    ],
    [
      'an error without stack',
      Object.assign(new Error('down'), { stack: undefined }),
      ['Error: down'],
    ],
  ])('has what was thrown, even %s', async (_, thrown, lines) => {
    const { receive, events } = receiverWith({ deliverReq: () => Promise.reject(thrown) })
    await receive(GOOD)
    expect(events[0]?.error).toEqual(lines)
  })
})

describe('a log that fails', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('The disk\nis full.')
      },
    ],
    [
      'rejects',
      async () => {
        throw new Error('The disk\nis full.')
      },
    ],
  ] as [string, ReceiverOptions['log']][])(
    'loses neither answer nor event if it %s',
    async (_, log) => {
      const { error } = silenced()
      const receive = createReceiver({ deliverReq() {}, ...(log && { log }) })
      expect((await receive(GOOD)).status).toBe(200)
      await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(1))
      const line = String(error.mock.calls[0]?.[0])
      expect(line).toMatch(
        /^mm7: \{.*"transactionId":"tx-1".*"logFailed":\["Error: The disk","is full\."/,
      )
      expect(line).not.toContain('\n')
    },
  )
})

describe('without a log', () => {
  it('what someone should look at is printed, in a line each', async () => {
    const { error, warn } = silenced()
    let isDown = false
    const receive = createReceiver({
      deliverReq: async ({ transactionId }) => {
        if (isDown) throw new Error('The store is down.')
        return { isDuplicate: transactionId === 'again' }
      },
    })
    await receive(GOOD)
    await receive(buildDeliverReq({ transactionId: 'again' }))
    expect(warn).not.toHaveBeenCalled()
    await receive(ODD)
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^mm7: \{"type":"accepted".*address-untyped/)],
    ])
    await receive({ headers: {}, body: new Uint8Array() })
    expect(warn.mock.calls[1]).toEqual([
      expect.stringMatching(/^mm7: \{"type":"refused".*body-empty/),
    ])
    expect(error).not.toHaveBeenCalled()
    isDown = true
    await receive(GOOD)
    expect(error.mock.calls).toEqual([
      [expect.stringMatching(/^mm7: \{"type":"failed".*The store is/)],
    ])
  })
})
