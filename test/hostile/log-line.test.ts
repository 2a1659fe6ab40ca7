import { expect, test } from 'vitest'
import { type Mm7Request, splitMultipartRelated } from '../../src/index.js'

function messagesOf(request: Mm7Request): string[] {
  return splitMultipartRelated(request).warnings.map(({ message }) => message)
}

test('what a warning quotes cannot start a line of its own in a log', () => {
  const body = Buffer.from('--b\r2025-01-01 all is well\x1b[2J\x9b\r\n\r\nx', 'latin1')
  const messages = messagesOf({ headers: { 'content-type': 'multipart/related' }, body })
  expect(messages.join()).toContain('all is well')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
  for (const message of messages) expect(message).not.toMatch(/[\0-\x1f\x7f-\x9f]/)
})

test('a warning is no longer than a log can bear', () => {
  const body = Buffer.from(`--b\r\n${'a'.repeat(5000)}: \xff\r\n\r\nx\r\n--b--`, 'latin1')
  const headers = { 'content-type': 'multipart/related; type=x; boundary=b' }
  const lengths = messagesOf({ headers, body }).map((message) => message.length)
  expect(Math.max(...lengths)).toBeLessThanOrEqual(300)
})
