import { expect, test } from 'vitest'
import { messageToJson } from '../../src/index.js'
import { outcomeOf } from './check.js'
import { damagedMessage } from './damage.js'
import { anyStyle } from './grammar/style.js'
import { tokenMessage } from './grammar/token-message.js'
import { checkNothingSilent } from './nothing-silent.js'
import { Random } from './random.js'

const MESSAGES = 300
const SEED = 20251125

function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, i) => SEED + Math.imul(i, 0x9e3779b1))
}

test('a message in which all is as it should be has every token, and nothing reported of it', () => {
  for (const seed of seeds(MESSAGES / 4)) {
    const request = tokenMessage(new Random(seed), true, anyStyle(new Random(~seed)))
    const { error, message } = outcomeOf(request)
    expect([error, message.warnings]).toEqual([undefined, []])
    checkNothingSilent(request)
  }
})

test('every token of a damaged message is read, or its place is reported, or it is to be ignored', () => {
  for (const seed of seeds(MESSAGES)) checkNothingSilent(damagedMessage(seed))
})

test.each([
  ['an envelope in UTF-16 that lost a byte', -2056160767],
  ['a part of a multipart within that is taken for the envelope', -2014752222],
  ['a tag whose name is none', 1721689996],
  ['multiparts in a part whose headers end before it opens them', -1273668402],
  ['an envelope that no delimiter ends', -546622244],
  ['a CDATA section that never ends', 262723973],
  ['a namespace that is not used, its prefix after two colons', -580606497],
  ['a multipart whose boundary no one names, and whose first field is damaged', -194126245],
  ['a field that starts with a CR, after all parts', -1184835982],
  ['the preamble of a multipart whose headers end before its boundary', -883348566],
  ['a field on the line that a boundary is taken from', 1182512958],
  ['the headers of an envelope in base64, whose XML starts with an instruction', -1622747411],
  ['a declaration with two colons', -1084973566],
  ['a field that starts with a CR, among those of a part without a delimiter', 1563051174],
  ['a multipart within what is called base64', -970771074],
  ['an attribute of an envelope whose transfer encoding has a CR in its name', -394636603],
  ['a namespace that is used in a comment that never ends', -439851689],
  ['a body that starts as XML, called XML, with a multipart after it', 234480348],
  ['the same with an end tag', -1176920987],
  ['multiparts in one whose boundary is damaged', 919533770],
  ['a namespace that is not used, in quoted-printable', -1872829976],
  ['a transfer encoding with a blank before its colon', 1386823089],
  ['a bare envelope in UTF-16 that lost a byte, with parts after it', -411151916],
  ['headers that end before the delimiter of a multipart that is not read', 1763340062],
])('nothing of %s vanishes', (_, seed) => {
  checkNothingSilent(damagedMessage(seed))
})

/** What is read of the message, without what shows how it was written. */
function meaning(seed: number, isClean: boolean, isStyled: boolean): unknown {
  const style = isStyled ? anyStyle(new Random(~seed)) : undefined
  const { message } = outcomeOf(tokenMessage(new Random(seed), isClean, style))
  const codes = (message.warnings ?? []).map(({ code, path }) => [code, path])
  const json = messageToJson(message as Parameters<typeof messageToJson>[0])
  const isAsSent = (key: string): boolean => ['headers', 'containers', 'warnings'].includes(key)
  return {
    codes,
    read: JSON.parse(JSON.stringify(json, (key, value) => (isAsSent(key) ? 0 : value))),
  }
}

test.each([true, false])(
  'how it is written changes nothing about a message that is clean: %s',
  (isClean) => {
    for (const seed of seeds(MESSAGES / 4)) {
      expect(meaning(seed, isClean, true)).toEqual(meaning(seed, isClean, false))
    }
  },
)
