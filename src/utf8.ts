/** What starts each half of a pair in CESU-8. */
export const SURROGATE = 0xed
const PAIR_LENGTH = 6

/**
 * @param into where to write what differs; may be `bytes`. A copy, if it is left out
 * @returns UTF-8 with each pair of surrogates in three bytes each (CESU-8, Unicode TR 26) as the four
 * bytes of its character; `bytes` itself if there is none
 */
export function joinSurrogates(bytes: Uint8Array, into?: Uint8Array): Uint8Array {
  let at = bytes.indexOf(SURROGATE)
  if (at < 0) return bytes
  while (at < bytes.length && (bytes[at] !== SURROGATE || !surrogatePair(bytes, at))) at += 1
  if (at === bytes.length) return bytes
  const joined = into ?? new Uint8Array(bytes)
  let length = at
  while (at < bytes.length) {
    const byte = bytes[at] as number
    const character = byte === SURROGATE ? surrogatePair(bytes, at) : undefined
    if (character === undefined) {
      joined[length++] = byte
      at += 1
      continue
    }
    joined[length++] = 0xf0 | (character >> 18)
    for (let shift = 12; shift >= 0; shift -= 6) {
      joined[length++] = 0x80 | ((character >> shift) & 0x3f)
    }
    at += PAIR_LENGTH
  }
  return joined.subarray(0, length)
}

/** @returns the character that the six bytes at `at` are in CESU-8, if they are one. */
function surrogatePair(bytes: Uint8Array, at: number): number | undefined {
  const b = bytes[at + 1] as number
  const c = bytes[at + 2] as number
  const e = bytes[at + 4] as number
  const f = bytes[at + 5] as number
  if (bytes[at + 3] !== SURROGATE || b >> 4 !== 0xa || e >> 4 !== 0xb) return undefined
  if (c >> 6 !== 2 || f >> 6 !== 2) return undefined
  return 0x10000 + (((b & 0xf) << 16) | ((c & 0x3f) << 10) | ((e & 0xf) << 6) | (f & 0x3f))
}

/** What leads two bytes and more (Unicode table 3-7): how many follow, and the range of the first of them. */
const LEADS = [
  { first: 0xc2, last: 0xdf, follow: 1, least: 0x80, most: 0xbf },
  { first: 0xe0, last: 0xe0, follow: 2, least: 0xa0, most: 0xbf },
  { first: 0xe1, last: 0xec, follow: 2, least: 0x80, most: 0xbf },
  { first: 0xed, last: 0xed, follow: 2, least: 0x80, most: 0x9f },
  { first: 0xee, last: 0xef, follow: 2, least: 0x80, most: 0xbf },
  { first: 0xf0, last: 0xf0, follow: 3, least: 0x90, most: 0xbf },
  { first: 0xf1, last: 0xf3, follow: 3, least: 0x80, most: 0xbf },
  { first: 0xf4, last: 0xf4, follow: 3, least: 0x80, most: 0x8f },
]

/** @returns whether the bytes are UTF-8: a decoder that throws takes far longer to say that they are not. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte < 0x80) continue
    const lead = LEADS.find(({ first, last }) => byte >= first && byte <= last)
    const second = bytes[at + 1] ?? 0
    if (lead === undefined || second < lead.least || second > lead.most) return false
    for (let i = 2; i <= lead.follow; i++) if ((bytes[at + i] ?? 0) >> 6 !== 2) return false
    at += lead.follow
  }
  return true
}
