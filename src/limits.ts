import { isRecord } from './options.js'

/**
 * How much of everything a message may have. Each acts while reading, and each has its own error
 * code; what was read before it acted is in the error's `partial`.
 */
export interface Limits {
  /** Bytes of the body. MMSCs cap a message at 300 KB to 3 MB. Error `body-too-large`. */
  readonly bodyBytes: number
  /** Bytes of the SOAP part, decoded: real ones are 1 to 4 KB. Error `soap-too-large`. */
  readonly soapBytes: number
  /** Parts in all, multiparts counted too: a slide show has some 20. Error `too-many-parts`. */
  readonly parts: number
  /** Nested multiparts: real messages have 2 or 3. Error `parts-too-deep`. */
  readonly partDepth: number
  /** Bytes of one part's headers: real ones have some 300. Error `headers-too-large`. */
  readonly headerBytes: number
  /**
   * Bytes of all parts' headers together, the empty lines after them too: a slide show has some 6 KB. Error
   * `all-headers-too-large`.
   */
  readonly allHeaderBytes: number
  /** Header fields of one part: mail gateways add about 20. Error `too-many-headers`. */
  readonly headers: number
  /** Parameters of one header: real ones have 1 to 4. Error `too-many-parameters`. */
  readonly parameters: number
  /** Nested elements: a `DeliverReq` has 6. Error `xml-too-deep`. */
  readonly xmlDepth: number
  /** Elements in all: a group message with 100 recipients has some 130. Error `too-many-elements`. */
  readonly xmlElements: number
  /** Attributes of one element, namespaces included: JAXB declares 10. Error `too-many-attributes`. */
  readonly xmlAttributes: number
  /** Attributes of all elements together: with 100 recipients some 200. Error `all-attributes-too-many`. */
  readonly allXmlAttributes: number
}

/**
 * What Infinity means: as much as runtimes can hold. A text of 64 MiB may become six times as long when it
 * is repaired and must stay below V8's longest string (2^29 characters); a `Map` holds 2^24 entries; and what
 * a million parts or elements are made into is a gigabyte.
 */
const LARGEST: Partial<Limits> = {
  soapBytes: 2 ** 26,
  parts: 2 ** 20,
  headerBytes: 2 ** 26,
  headers: 2 ** 20,
  parameters: 2 ** 16,
  xmlElements: 2 ** 20,
  xmlAttributes: 2 ** 16,
  allXmlAttributes: 2 ** 22,
}

/** The limits in force where `ParseOptions.limits` names no other. */
export const DEFAULT_LIMITS: Limits = /* @__PURE__ */ Object.freeze({
  bodyBytes: 16 * 1024 * 1024,
  soapBytes: 256 * 1024,
  parts: 256,
  partDepth: 8,
  headerBytes: 16 * 1024,
  allHeaderBytes: 256 * 1024,
  headers: 128,
  parameters: 64,
  xmlDepth: 64,
  xmlElements: 4096,
  xmlAttributes: 64,
  allXmlAttributes: 16 * 1024,
})

/**
 * @param chosen limits that differ from the defaults; undefined is the default
 * @returns every limit, none above what runtimes can hold
 * @throws TypeError if `chosen` is no plain object, a name is not a limit's, or a value is not a positive
 * number (Infinity is)
 */
export function resolveLimits(chosen: Partial<Limits> | undefined): Limits {
  if (chosen === undefined) return DEFAULT_LIMITS
  if (!isRecord(chosen)) {
    throw new TypeError('Pass the limits as a plain object, such as { bodyBytes: 4_000_000 }.')
  }
  const limits: Record<string, number> = { ...DEFAULT_LIMITS }
  for (const [name, value] of Object.entries(chosen)) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) {
      const known = Object.keys(DEFAULT_LIMITS).join(', ')
      throw new TypeError(`There is no limit called ${name}: the limits are ${known}.`)
    }
    if (value === undefined) continue
    if (typeof value !== 'number' || !(value > 0)) {
      throw new TypeError(`The limit ${name} must be a number above 0, or Infinity for none.`)
    }
    limits[name] = Math.min(value, LARGEST[name as keyof Limits] ?? value)
  }
  return limits as unknown as Limits
}
