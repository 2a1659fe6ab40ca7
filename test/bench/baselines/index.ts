import { type BenchMessage, sameLines } from '../message.js'
import { readByHand } from './by-hand.js'
import { splitWithDicer } from './dicer.js'
import { assemble, type BaselineMessage, type Fields, takeRoot } from './fields.js'
import type { Leaf } from './mime.js'
import { splitWithPostalMime } from './postal-mime.js'
import { readWithFastXml } from './read-fast-xml.js'
import { readWithSaxes } from './read-saxes.js'
import { readWithXPath } from './read-xpath.js'
import { splitWithRemix } from './remix.js'

/** What a backend could be made of instead. */
export interface Baseline {
  readonly name: string
  readonly read: (message: BenchMessage) => BaselineMessage | Promise<BaselineMessage>
  /** When the bytes it gives back count as those sent; as a rule if they are the same. */
  readonly isSame?: typeof sameLines
}

type ReadXml = (bytes: Uint8Array) => Fields

function message(leaves: readonly Leaf[], readXml: ReadXml): BaselineMessage {
  const { root, others } = takeRoot(leaves)
  return assemble(readXml(root.bytes), others)
}

const contentType = ({ headers }: BenchMessage): string => headers['content-type'] ?? ''

export const DICER_XPATH = 'dicer + xmldom + xpath'
export const DICER_FAST_XML = 'dicer + fast-xml-parser'
export const REMIX_FAST_XML = '@remix-run/multipart-parser + fast-xml-parser'
export const REMIX_SAXES = '@remix-run/multipart-parser + saxes'
export const BY_HAND = 'a reader written by hand'

export const BASELINES: readonly Baseline[] = [
  {
    name: DICER_XPATH,
    read: async (sent) =>
      message(await splitWithDicer(contentType(sent), sent.body), readWithXPath),
  },
  {
    name: DICER_FAST_XML,
    read: async (sent) =>
      message(await splitWithDicer(contentType(sent), sent.body), readWithFastXml),
  },
  {
    name: REMIX_FAST_XML,
    read: (sent) => message(splitWithRemix(contentType(sent), sent.body), readWithFastXml),
  },
  {
    name: REMIX_SAXES,
    read: (sent) => message(splitWithRemix(contentType(sent), sent.body), readWithSaxes),
  },
  {
    name: BY_HAND,
    read: readByHand,
  },
  {
    name: 'postal-mime + fast-xml-parser',
    // It turns every CRLF of a picture into LF, and adds one: useless, but timed all the same.
    isSame: sameLines,
    read: async (sent) =>
      message(await splitWithPostalMime(contentType(sent), sent.body), readWithFastXml),
  },
]
