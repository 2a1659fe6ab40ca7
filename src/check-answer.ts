import type { Correlation } from './message.js'
import { isPromise } from './options.js'
import type { StatusInput } from './status.js'

/**
 * @throws TypeError if it is neither a message nor an error: an answer would tell of success, or of a
 * failure, that is none
 */
export function checkCorrelation(to: Correlation): void {
  if (typeof to !== 'object' || to === null) {
    throw new TypeError('Pass the message, or the Mm7Error, that is answered.')
  }
  if (isPromise(to)) throw new TypeError('What is answered is a promise: await it.')
  // Success for what is no message would lose one.
  if (Array.isArray(to) || 'body' in to || 'headers' in to) {
    throw new TypeError('Pass what parseMm7Request returned or threw, not the request or a list.')
  }
  const { operation, transactionId, mm7Version, namespace } = to
  checkStrings({ operation, transactionId, mm7Version, namespace })
}

const STATUS_NAMES: readonly string[] = ['code', 'text', 'details'] satisfies (keyof StatusInput)[]

/** @returns the status, if it is one. @throws TypeError if it is not */
export function checkStatus(status: StatusInput): StatusInput {
  if (typeof status !== 'object' || status === null) {
    const what = `Pass Status.ContentRefused or { code: 2004 }, not ${String(status)}.`
    throw new TypeError(what)
  }
  for (const name of Object.keys(status)) {
    if (STATUS_NAMES.includes(name)) continue
    const known = STATUS_NAMES.join(', ')
    throw new TypeError(`There is no property ${name} of a status: there are ${known}.`)
  }
  const { code, text, details } = status
  if (!Number.isInteger(code) || code < 1000 || code > 9999) {
    const what = `A status code is a number of four digits such as 1000, not ${describe(code)}.`
    throw new TypeError(what)
  }
  checkStrings({ text, details })
  return status
}

function describe(code: unknown): string {
  if (typeof code === 'object') return 'an object'
  return typeof code === 'string' ? JSON.stringify(code) : String(code)
}

/**
 * Callers without types may have read an id as a number, or a null from a database.
 *
 * @throws TypeError for what is neither a string nor left out
 */
export function checkStrings(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || typeof value === 'string') continue
    const found = value === null ? 'null' : `of type ${typeof value}`
    throw new TypeError(`${name} is ${found}: pass a string, or leave it out.`)
  }
}
