import type { FuzzMessage } from './corpus.js'
import type { Random } from './random.js'

type Damage = (text: string, random: Random) => string

/** @returns the text with one of what the pattern finds replaced */
function changeOne(
  text: string,
  random: Random,
  pattern: RegExp,
  change: (found: string) => string,
): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const { 0: match, index } = random.pick(found)
  return text.slice(0, index) + change(match) + text.slice(index + match.length)
}

const LINE = /[^\n]*\n/g
const TAG = /<[^<>]*>/g
const DELIMITER = /--=_boundary[^\r\n]*\r?\n/g
const FIELD = /^[\w-]+:[^\n]*\n/gm

/** What happens to messages on their way, or where they are made: one thing at a time. */
const DAMAGES: readonly Damage[] = [
  (text, random) => changeOne(text, random, /[\s\S]/g, () => ''),
  (text, random) => changeOne(text, random, /[\s\S]/g, (byte) => byte + byte),
  (text, random) => changeOne(text, random, /[\s\S][\s\S]/g, (two) => `${two[1]}${two[0]}`),
  (text, random) => changeOne(text, random, LINE, () => ''),
  (text, random) => changeOne(text, random, LINE, (line) => line + line),
  (text, random) => changeOne(text, random, /([^\n]*\n)([^\n]*\n)/g, swapLines),
  (text, random) => changeOne(text, random, TAG, () => ''),
  (text, random) => changeOne(text, random, TAG, (tag) => tag + tag),
  (text, random) => changeOne(text, random, DELIMITER, () => ''),
  (text, random) => changeOne(text, random, DELIMITER, (line) => line + line),
  (text, random) => changeOne(text, random, FIELD, () => ''),
  (text, random) => changeOne(text, random, FIELD, (field) => field.replace(':', '')),
  (text, random) => changeOne(text, random, FIELD, (field) => field.replace(/:.*/, ':')),
  (text, random) => changeOne(text, random, FIELD, (field) => field + field),
  (text, random) => changeOne(text, random, /"/g, () => ''),
  (text, random) => changeOne(text, random, /zq/g, (token) => `&${token}`),
  (text, random) => text.slice(0, random.below(text.length)),
]

function swapLines(two: string): string {
  const [first = '', second = ''] = two.split('\n')
  return `${second}\n${first}\n`
}

/** @returns the message, damaged once or twice */
export function damage({ headers, body }: FuzzMessage, random: Random): FuzzMessage {
  let text = Buffer.from(body).toString('latin1')
  for (let i = 1 + random.below(2); i > 0; i--) text = random.pick(DAMAGES)(text, random)
  return { headers, body: Uint8Array.from(Buffer.from(text, 'latin1')) }
}
