import type { FuzzMessage } from './corpus.js'
import { anyStyle, PLAIN } from './grammar/style.js'
import { type TokenMessage, tokenMessage } from './grammar/token-message.js'
import { Random } from './random.js'

type Damage = (text: string, random: Random) => string

/** @returns the damage of one of what the pattern finds */
function toOne(pattern: RegExp, change: (found: string, random: Random) => string): Damage {
  return (text, random) => {
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return text
    const { 0: match, index } = random.pick(found)
    return text.slice(0, index) + change(match, random) + text.slice(index + match.length)
  }
}

const gone = (): string => ''
const twice = (found: string): string => found + found

/** @returns a text in which one of what the pattern finds stands where another was */
function moveOne(pattern: RegExp): Damage {
  return (text, random) => {
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return text
    const { 0: match, index } = random.pick(found)
    const rest = text.slice(0, index) + text.slice(index + match.length)
    const lines = [0, ...[...rest.matchAll(/\n/g)].map((line) => line.index + 1)]
    const at = random.pick(lines)
    return rest.slice(0, at) + match + rest.slice(at)
  }
}

const BYTE = /[\s\S]/g
const LINE = /[^\n]*\n/g
const TAG = /<[^<>]*>/g
const END_TAG = /<\/[^<>]*>/g
const ATTRIBUTE = /[\w:]+=(?:"[^"]*"|'[^']*')/g
const DELIMITER = /--=_boundary[^\r\n]*\r?\n/g
const FIELD = /^[\w-]+:[^\n]*\n/gm
const PART = /^--=_boundary[^\r\n]*\r?\n(?:(?!--=_boundary)[^\n]*\n)*/gm
const TOKEN = /zq\d+x/g
const WORD = /[a-z]+/gi

/** What happens to messages on their way, or where they are made. */
const DAMAGES: readonly Damage[] = [
  // Bytes.
  toOne(BYTE, gone),
  toOne(BYTE, twice),
  toOne(/[\s\S]{2}/g, (two) => `${two[1]}${two[0]}`),
  toOne(BYTE, (_, random) => String.fromCharCode(random.below(256))),
  toOne(TOKEN, (token, random) => random.pick(['\0', '\x1b', '\x80', '\xff']) + token),
  (text, random) => text.slice(0, random.below(text.length)),
  // Lines.
  toOne(LINE, gone),
  toOne(LINE, twice),
  toOne(/[^\n]*\n[^\n]*\n/g, (two) => two.replace(/^([^\n]*\n)([^\n]*\n)$/, '$2$1')),
  toOne(/\n/g, (end) => `${end}\r\n`),
  toOne(/\n/g, (end, random) => `${end}${random.pick([' ', '\t', ' \r\n'])}`),
  toOne(/\r\n/g, () => '\n'),
  toOne(/\r\n/g, () => '\r\r\n'),
  toOne(/\r?\n/g, gone),
  moveOne(LINE),
  // Parts.
  toOne(DELIMITER, gone),
  toOne(DELIMITER, twice),
  toOne(/\r?\n(?=--=_boundary)/g, gone),
  toOne(DELIMITER, (line) => line.replace(/(?:--)?(?=\r?\n$)/, '--')),
  toOne(DELIMITER, (line) => line.replace('--=', '-=')),
  moveOne(PART),
  (text) => text.replace(/^([\s\S]*?)(--=_boundary\.1\r?\n[\s\S]*?)(?=--=_boundary\.1)/, '$2$1'),
  // Header fields.
  toOne(FIELD, gone),
  toOne(FIELD, twice),
  toOne(FIELD, (field) => field.replace(':', '')),
  toOne(FIELD, (field) => field.replace(/:.*/, ':')),
  toOne(FIELD, (field) => field.replace(';', '')),
  toOne(/; ?/g, () => ';\r\n'),
  toOne(/"/g, gone),
  toOne(WORD, (word) => word.toUpperCase()),
  toOne(WORD, (word) => word.toLowerCase()),
  // XML.
  toOne(TAG, gone),
  toOne(TAG, twice),
  toOne(END_TAG, gone),
  toOne(END_TAG, (tag) => tag.replace('/', '')),
  toOne(/[</]\w+:/g, (prefix) => prefix.slice(0, 1)),
  toOne(ATTRIBUTE, (attribute) => attribute.replaceAll(/["']/g, '')),
  toOne(ATTRIBUTE, (attribute) => `${attribute} ${attribute.replace(TOKEN, 'other')}`),
  toOne(/\s+(?=[\w:]+=["'])/g, gone),
  toOne(TOKEN, (token, random) => random.pick(['&', '<', ' < ', '&nbsp;', ']]>']) + token),
  toOne(TOKEN, (token) => `<b>${token}</b>`),
  toOne(TAG, (tag) => `<!--${tag}`),
]

/** What is wrong with the Content-Type of the request. */
const HEADER_DAMAGES: readonly Damage[] = [
  (text) => text.replace(/ ?boundary="[^"]*"/, ''),
  (text) => text.replace('=_boundary.1', '=_boundary.2'),
  (text) => text.replace('=_boundary.1', 'other'),
  (text) => text.replaceAll('"', ''),
  (text) => text.replace('multipart/related', 'text/xml'),
  (text) => `${text}; start="<zq1x>"`,
  (text) => text.replace('text/xml', 'application/smil'),
]

/** @returns the message, damaged once or twice, now and then in its Content-Type */
export function damage<Message extends FuzzMessage>(message: Message, random: Random): Message {
  let text = Buffer.from(message.body).toString('latin1')
  for (let i = 1 + random.below(2); i > 0; i--) text = random.pick(DAMAGES)(text, random)
  const isHeader = random.below(12) === 0
  const headers = message.headers.map(
    ([name, value]) =>
      [name, isHeader ? random.pick(HEADER_DAMAGES)(value, random) : value] as const,
  )
  return { ...message, headers, body: Uint8Array.from(Buffer.from(text, 'latin1')) }
}

/** @returns a message in which all is a token, damaged: the same for the same seed */
export function damagedMessage(seed: number): TokenMessage {
  const random = new Random(seed)
  const style = random.below(2) === 0 ? PLAIN : anyStyle(random)
  return damage(tokenMessage(random, random.below(3) === 0, style), random)
}
