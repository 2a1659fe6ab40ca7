import { describe, expect, test } from 'vitest'
import { FAILURE_STATUS } from '../../src/errors.js'
import { WARNING_STATUS } from '../../src/warnings.js'
import { captureFiles, codesShown } from './capture-files.js'

describe('every code is reached by a capture', () => {
  const captures = captureFiles()
  const shown = captures.flatMap(codesShown)
  console.log(`Conformance: ${captures.length} captures, ${new Set(shown).size} codes.`)

  for (const code of [...Object.keys(WARNING_STATUS), ...Object.keys(FAILURE_STATUS)]) {
    test(code, () => {
      expect(shown).toContain(code)
    })
  }
})
