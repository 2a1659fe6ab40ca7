import { describe, expect, it } from 'vitest'
import { decodeExtendedParameters } from '../../src/mime/extended-parameters.js'

describe('the parameters that RFC 2231 extends', () => {
  it.each([
    ['100%a!', '100%a!', ['A % in name starts no two hexadecimal digits; read as it is.']],
    ['%41', 'A', ['name is encoded, and names no charset; read as UTF-8.']],
    ["x-none''a", 'a', ['The charset "x-none" of name is unknown; read as far as possible.']],
    ["utf-8''%41", 'A', []],
  ])('are what %j means, and it is said what is not as it should be', (text, name, messages) => {
    const { parameters, deviations } = decodeExtendedParameters({ 'name*': text })
    expect({ ...parameters }).toEqual({ name })
    const code = 'parameter-malformed'
    expect(deviations).toEqual(messages.map((message) => ({ code, message })))
  })

  it('are decoded where they are asked for, and are no others', () => {
    const sent = { 'name*': "utf-8''%e2%82%ac", 'title*0': 'a', 'title*1': 'b', plain: 'c' }
    const decode = (read?: ReadonlySet<string>) => {
      const { parameters, encoded, deviations } = decodeExtendedParameters(sent, read)
      return [{ ...parameters }, [...encoded], deviations]
    }
    expect(decode()).toEqual([{ plain: 'c', name: '€', title: 'ab' }, ['name'], []])
    expect(decode(new Set(['title']))).toEqual([{ plain: 'c', title: 'ab' }, [], []])
    expect(decode(new Set())).toEqual([{ plain: 'c' }, [], []])
  })
})
