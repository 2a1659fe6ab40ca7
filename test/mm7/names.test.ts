import { expect, it } from 'vitest'
import { canonicalElementName } from '../../src/mm7/names.js'

it.each([
  ['Sender', 'Sender'],
  ['sender', 'Sender'],
  ['PREVIOUSLYSENTBY', 'Previouslysentby'],
  ['Transaction-ID', 'TransactionID'],
  ['Version', 'MM7Version'],
  ['RFC822Address', 'RFC2822Address'],
  ['ServiceCode', 'ServiceCode'],
  ['constructor', 'constructor'],
  ['__proto__', '__proto__'],
])('%s is %s', (sent, name) => {
  expect(canonicalElementName(sent)).toBe(name)
})
