import type { FuzzMessage } from './corpus.js'
import { DICTIONARY } from './dictionary.js'
import type { Random } from './random.js'

/** A message larger than this is cut: a thousand small ones tell more than a large one. */
const LARGEST = 32 * 1024
const MOST_REPEATS = 300

type Mutator = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

/** A run of bytes: often short, sometimes up to all. */
function run(bytes: Uint8Array, random: Random): [start: number, end: number] {
  const start = random.below(bytes.length + 1)
  const longest = Math.min(random.below(4) === 0 ? bytes.length : 40, bytes.length - start)
  return [start, start + random.below(longest + 1)]
}

function replace(
  bytes: Uint8Array,
  start: number,
  end: number,
  ...by: readonly Uint8Array[]
): Uint8Array {
  return Buffer.concat([bytes.subarray(0, start), ...by, bytes.subarray(end)])
}

/** What may happen to a message on its way, and what someone may do to it who means harm. */
const MUTATORS: readonly Mutator[] = [
  function cutEnd(bytes, random) {
    return bytes.subarray(0, random.below(bytes.length + 1))
  },
  function cutOut(bytes, random) {
    return replace(bytes, ...run(bytes, random))
  },
  function flip(bytes, random) {
    const flipped = Uint8Array.from(bytes)
    const at = random.below(bytes.length)
    if (at in flipped) flipped[at] = (flipped[at] as number) ^ (1 << random.below(8))
    return flipped
  },
  function setByte(bytes, random) {
    const at = random.below(bytes.length + 1)
    return replace(bytes, at, at + 1, Uint8Array.of(random.below(256)))
  },
  function repeat(bytes, random) {
    const [start, end] = run(bytes, random)
    const times = random.below(random.below(8) === 0 ? MOST_REPEATS : 4)
    return replace(bytes, end, end, ...Array<Uint8Array>(times).fill(bytes.subarray(start, end)))
  },
  function move(bytes, random) {
    const [start, end] = run(bytes, random)
    const at = random.below(bytes.length + 1)
    return replace(bytes, at, at, bytes.subarray(start, end))
  },
  function spliceIn(bytes, random, other) {
    const [start, end] = run(other, random)
    return replace(bytes, ...run(bytes, random), other.subarray(start, end))
  },
  function spliceEnd(bytes, random, other) {
    const at = random.below(bytes.length + 1)
    return replace(bytes, at, bytes.length, other.subarray(random.below(other.length + 1)))
  },
  function insertToken(bytes, random) {
    const at = random.below(bytes.length + 1)
    return replace(bytes, at, at, random.pick(DICTIONARY))
  },
  function replaceByToken(bytes, random) {
    return replace(bytes, ...run(bytes, random), random.pick(DICTIONARY))
  },
  function swapLineEnds(bytes, random) {
    const text = Buffer.from(bytes).toString('latin1')
    const lineEnd = random.pick(['\n', '\r\n', '\r', '\r\r\n'])
    return Buffer.from(text.replace(/\r?\n/g, lineEnd), 'latin1')
  },
]

/** @returns one of the corpus, damaged one to five times, now and then in its headers. */
export function mutate(corpus: readonly FuzzMessage[], random: Random): FuzzMessage {
  const base = random.pick(corpus)
  let { headers, body } = base
  for (let i = 1 + random.below(1 + random.below(5)); i > 0; i--) {
    const other = random.pick(corpus)
    if (random.below(8) > 0) {
      body = random.pick(MUTATORS)(body, random, other.body).subarray(0, LARGEST)
    } else if (random.below(4) === 0) {
      headers = other.headers
    } else {
      headers = headers.map(([name, value]) => {
        const bytes = random.pick(MUTATORS)(Buffer.from(value, 'latin1'), random, other.body)
        return [name, headerValue(bytes)]
      })
    }
  }
  return { headers, body: Uint8Array.from(body) }
}

/** @returns a value as an HTTP server hands it on: no line ends, no blanks around it. */
function headerValue(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
  return text.replace(/[\0-\x08\x0a-\x1f\x7f]/g, ' ').trim()
}
