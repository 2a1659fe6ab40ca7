import type { Codec, Presence, Row, Simple, Tolerance } from './codec.js'

function row<T>(
  xpath: string,
  codec: Codec<unknown>,
  presence: Presence,
  isMany: boolean,
  tolerance: Tolerance = {},
): Row<T> {
  return { xpath, codec, presence, isMany, ...tolerance }
}

/** A row for what may be there once. */
export function one<T>(xpath: `@${string}`, type: Simple<T>): Row<T>
export function one<T>(xpath: `mm7:${string}`, type: Codec<T>, tolerance?: Tolerance): Row<T>
export function one<T>(xpath: string, type: Codec<T>, tolerance?: Tolerance): Row<T> {
  return row(xpath, type as Codec<unknown>, 'optional', false, tolerance)
}

/** A row for what the schema requires, and a message can do without: that it is missing is reported. */
export function expected<T>(xpath: `mm7:${string}`, type: Codec<T>, tolerance?: Tolerance): Row<T> {
  return row(xpath, type as Codec<unknown>, 'expected', false, tolerance)
}

/** A row for what no message can be used without. */
export function required<T>(xpath: `mm7:${string}`, type: Codec<T>, tolerance?: Tolerance): Row<T> {
  return row(xpath, type as Codec<unknown>, 'required', false, tolerance)
}

/** A row for what may be there more than once. */
export function many<T>(xpath: `mm7:${string}`, type: Codec<T>): Row<readonly T[]> {
  return row(xpath, type as Codec<unknown>, 'optional', true)
}

/** A row for what the schema has once, and senders more often: each is read, and reported. */
export function repeated<T>(xpath: `mm7:${string}`, type: Codec<T>): Row<readonly T[]> {
  return { ...many(xpath, type), isOnce: true }
}
