import { expect, test } from 'vitest'
import { messageToJson } from '../../src/index.js'
import { outcomeOf } from './check.js'
import { damage } from './damage.js'
import { checkNothingSilent } from './nothing-silent.js'
import { Random } from './random.js'
import { anyStyle, tokenMessage } from './token-message.js'

const MESSAGES = 1500
const SEED = 20251125

/** What only these messages have reported: that they are not damaged shows in all others. */
const EXPECTED = new Set(['header-unexpected', 'element-unexpected', 'element-repeated'])

test('every token of a message is in what was read', () => {
  for (let i = 0; i < MESSAGES / 5; i++) {
    const request = tokenMessage(new Random(SEED + i))
    const { error, message } = outcomeOf(request)
    expect(error).toBe(undefined)
    const codes = (message.warnings ?? []).map(({ code }) => code)
    expect(codes.filter((code) => !EXPECTED.has(code))).toEqual([])
    checkNothingSilent(request)
  }
})

test('every token of a damaged message is read, or its place is reported, or it is to be ignored', () => {
  for (let i = 0; i < MESSAGES; i++) {
    const random = new Random(SEED + Math.imul(i, 0x9e3779b1))
    checkNothingSilent(damage(tokenMessage(random), random))
  }
})

/** What is read of the message, without what shows how it was written. */
function meaning(seed: number, isStyled: boolean): unknown {
  const random = new Random(seed)
  const style = isStyled ? anyStyle(new Random(~seed)) : undefined
  const { message } = outcomeOf(tokenMessage(random, style))
  const { warnings, ...read } = message
  const codes = (warnings ?? []).map(({ code, path }) => [code, path])
  return { codes, read: messageToJson(read as Parameters<typeof messageToJson>[0]) }
}

test('line ends, case, order of parameters, prefixes, comments, preamble and epilogue change nothing', () => {
  for (let i = 0; i < MESSAGES / 5; i++)
    expect(meaning(SEED + i, true)).toEqual(meaning(SEED + i, false))
})
