import { describe, expect, it } from 'vitest'
import { SkycoreStatus } from '../src/skycore/status.js'
import { Status, statusText } from '../src/status.js'

describe('statusText', () => {
  it.each(Object.values(Status).map(({ code, text }) => [code, text]))('%i is %s', (code, text) => {
    expect(statusText(code as number)).toBe(text)
  })

  it('has the texts of Skycore where 3GPP has none', () => {
    for (const { code, text } of Object.values(SkycoreStatus)) {
      const own = Object.values(Status).find((entry) => entry.code === code)?.text
      expect(statusText(code)).toBe(own ?? text)
    }
  })

  it.each([
    [1999, 'Success'],
    [2999, 'Client error'],
    [3999, 'Server Error'],
    [4999, 'General service error'],
    [5000, 'Unspecified'],
    [10000, 'Unspecified'],
    [15, 'Unspecified'],
  ])('%i is of its class: %s', (code, text) => {
    expect(statusText(code)).toBe(text)
  })
})
