import * as fc from 'fast-check'
import type { BuiltRequest } from '../built-request.js'

type Body = BuiltRequest['body']

/** Something that happens to bytes on their way. */
type Damage = (bytes: Uint8Array) => Body

/** Places as fractions of the length, which is not known before. */
const place = fc.double({ min: 0, max: 1, noNaN: true })

function at(fraction: number, { length }: Uint8Array): number {
  return Math.min(length, Math.floor(fraction * (length + 1)))
}

function splice(bytes: Uint8Array, from: number, to: number, by: Iterable<number>): Body {
  return Uint8Array.from([...bytes.subarray(0, from), ...by, ...bytes.subarray(to)])
}

const cut: fc.Arbitrary<Damage> = place.map(
  (fraction) => (bytes) => bytes.slice(0, at(fraction, bytes)),
)

const flip: fc.Arbitrary<Damage> = fc
  .tuple(place, fc.integer({ min: 0, max: 7 }))
  .map(([fraction, bit]) => (bytes) => {
    const flipped = bytes.slice()
    const index = at(fraction, bytes)
    // Beyond the end, as it can be, nothing is stored.
    flipped[index] = (flipped[index] ?? 0) ^ (1 << bit)
    return flipped
  })

const replace: fc.Arbitrary<Damage> = fc
  .tuple(place, fc.nat(20), fc.uint8Array({ maxLength: 20 }))
  .map(([fraction, length, by]) => (bytes) => {
    const from = at(fraction, bytes)
    return splice(bytes, from, from + length, by)
  })

const repeat: fc.Arbitrary<Damage> = fc
  .tuple(place, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 5 }))
  .map(([fraction, length, times]) => (bytes) => {
    const from = at(fraction, bytes)
    const again = Array.from({ length: times }, () => [...bytes.slice(from, from + length)])
    return splice(bytes, from, from, again.flat())
  })

/**
 * @param bytes a body, or a whole capture
 * @returns an arbitrary of the same with one to four damages: cut short, a bit flipped, some bytes
 * put for others, some repeated
 */
export function damaged(bytes: Uint8Array): fc.Arbitrary<BuiltRequest['body']> {
  const damages = fc.array(fc.oneof(cut, flip, replace, repeat), { minLength: 1, maxLength: 4 })
  return damages.map((all) => all.reduce((current: Body, damage) => damage(current), bytes.slice()))
}
