import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { type DeliverReq, Mm7Error, parseDeliverReq } from '../../src/index.js'
import { buildDeliverReq, readHttpCapture, toDeliverReq } from '../../src/testing/index.js'

const CAPTURES = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.http'))
  .sort()

function read(path: string): DeliverReq | undefined {
  const capture = readHttpCapture(readFileSync(`fixtures/${path}`))
  if (capture.method === undefined) return undefined
  try {
    return parseDeliverReq(capture)
  } catch (error) {
    if (error instanceof Mm7Error) return undefined
    throw error
  }
}

/** The message but for its warnings and the headers of multiparts: its sender packs them otherwise. */
function asBuilt(message: DeliverReq): unknown {
  const { warnings: _, ...rest } = message
  return toDeliverReq(rest)
}

describe('a message that a real sender sent', () => {
  it.each(CAPTURES)('%s is the same when it is built anew', (path) => {
    const message = read(path)
    if (message === undefined) return
    const again = parseDeliverReq(buildDeliverReq(message))
    assert.deepEqual(asBuilt(again), asBuilt(message))
  })
})
