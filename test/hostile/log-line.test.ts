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
  const type = `${'a'.repeat(5000)}/b`
  const body = Buffer.from(
    `--b\r\nContent-ID: <s>\r\nContent-Type: ${type}\r\n\r\nx\r\n--b\r\nContent-Type: text/xml\r\n\r\n<a/>\r\n--b--`,
  )
  const headers = { 'content-type': 'multipart/related; type=x; boundary=b; start="<s>"' }
  const lengths = messagesOf({ headers, body }).map((message) => message.length)
  expect(Math.max(...lengths)).toBe(301)
})
