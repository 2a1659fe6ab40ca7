import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { ROOT } from '../support/root.js'
import { makeAll } from './workshop.js'

const run = promisify(execFile)
const page = 'test/demo.mjs'

test('the demo tells the message, its attachments, its warnings and the answer', async () => {
  const code = readFileSync(join(ROOT, page), 'utf8')
  const demo = { page, line: 1, language: 'mjs', file: undefined, directive: '', code }
  const { made, remove } = await makeAll([demo])
  try {
    const { stdout } = await run(process.execPath, [made[0]?.script ?? ''], { cwd: ROOT })
    for (const told of [
      /^TransactionID +1000001$/m,
      /^Sender +1617423433 \(number\)$/m,
      /^Carrier +0001890 \(Verizon Wireless\)$/m,
      /^image_0.jpg +image\/jpeg, 18 bytes: <Binary contents>$/m,
      /^text_0.txt +text\/plain, 17 bytes: Test MO message!$/m,
      /^blank-line-missing +No empty line .* \[byte 93\]$/m,
      /^ +<StatusCode>1000<\/StatusCode>$/m,
    ]) {
      expect(stdout).toMatch(told)
    }
  } finally {
    remove()
  }
})
