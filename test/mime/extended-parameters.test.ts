import { describe, expect, it } from 'vitest'
import { decodeExtendedParameters } from '../../src/mime/extended-parameters.js'

describe('the parameters that RFC 2231 extends', () => {
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
