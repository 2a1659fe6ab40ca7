import { describe, expect, it } from 'vitest'
import { base64Lines } from '../../../src/mime/write/base64.js'

describe('base64Lines', () => {
  it.each([0, 1, 2, 3, 56, 57, 58, 114, 1000])('writes %i bytes in lines of 76 characters', (n) => {
    const bytes = Uint8Array.from({ length: n }, (_, i) => i * 7)
    const lines = base64Lines(bytes)
    expect(lines).toEqual(
      Buffer.from(bytes)
        .toString('base64')
        .match(/.{1,76}/g) ?? [],
    )
  })
})
