/**
 * The closed set of deviations that are read all the same, each with the status it is answered with when
 * `strict` refuses it. `docs/dialects.md` tells, code by code, what was seen and what is done.
 */
export const WARNING_STATUS = {
  // HTTP and MIME: the message is not packed as RFC 2045, 2046, 2387 and TS 23.140 say.
  'content-length-mismatch': 2007,
  'content-type-unexpected': 2007,
  'content-type-malformed': 2007,
  'parameter-separator-missing': 2007,
  'parameter-unquoted': 2007,
  'parameter-repeated': 2007,
  'encoded-word': 2007,
  'parameter-malformed': 2007,
  'type-parameter-missing': 2007,
  'type-parameter-mismatch': 2007,
  'boundary-missing': 2007,
  'boundary-invalid': 2007,
  'boundary-reused': 2007,
  'delimiter-missing': 2007,
  'delimiter-malformed': 2007,
  'delimiter-not-closed': 2007,
  'delimiter-premature': 2007,
  'multipart-empty': 2007,
  'multipart-encoded': 2007,
  'blank-line-missing': 2007,
  'header-line-malformed': 2007,
  'header-unexpected': 2007,
  'header-repeated': 2007,
  'content-id-brackets': 2007,
  'content-id-repeated': 2007,
  'start-unmatched': 2007,
  'root-not-first': 2007,
  'transfer-encoding-unknown': 2007,
  'transfer-encoding-malformed': 2007,
  'media-decoded': 2007,
  // XML and SOAP: the envelope is not well-formed, or not in the namespaces it should be in.
  'charset-contradiction': 4004,
  'charset-unknown': 4004,
  'charset-invalid-bytes': 4004,
  'xml-declaration': 4004,
  'character-forbidden': 4004,
  'ampersand-bare': 4004,
  'less-than-bare': 4004,
  'greater-than-bare': 4004,
  'attribute-malformed': 4004,
  'quote-typographic': 4004,
  'end-tag-prefix': 4004,
  'end-tag-slash': 4004,
  'name-double-colon': 4004,
  'prefix-undeclared': 4004,
  'soap-namespace': 4004,
  'soap-header-unknown': 4004,
  'soap-body-extra': 4004,
  'namespace-white-space': 4004,
  'namespace-unknown': 4004,
  'namespace-missing': 4004,
  'namespace-mixed': 4004,
  // MM7: an element or a value is not what the schema of TS 23.140 says.
  'operation-nested': 4004,
  'part-unexpected': 4004,
  'element-name': 4004,
  'element-order': 4004,
  'element-repeated': 4004,
  'element-unexpected': 4004,
  'attribute-name': 4004,
  'attribute-qualified': 4004,
  'attribute-unexpected': 4004,
  'text-unexpected': 4004,
  'value-malformed': 4004,
  'value-unknown': 4004,
  'element-misplaced': 4004,
  'address-untyped': 4004,
  'address-empty': 4004,
  'address-type-suffix': 4004,
  'time-without-zone': 4004,
  'element-missing': 4004,
  'href-missing': 4004,
  'href-malformed': 4004,
  'href-unmatched': 4004,
  // Beside these: there were more than a log can bear.
  'warnings-omitted': 4004,
} as const

/** What a {@link Warning} is about: one of a closed set. */
export type WarningCode = keyof typeof WARNING_STATUS

/** A deviation of a sender that was read all the same. With `strict` it is refused instead. */
export interface Warning {
  /** What kind it is: `docs/dialects.md` tells of each. */
  readonly code: WarningCode
  /**
   * What was found, what was done about it, in English, for a log: a line of at most 300 characters,
   * without control characters or such as turn the direction of text.
   */
  readonly message: string
  /**
   * Where: a byte offset into the body of the request. Of a header of a part it is where that header
   * or the part's body starts; of an element, and of an attribute, where the element's start tag is; of
   * an element that is missing, that of the one around it; of whatever is in a transfer encoding, where
   * its part starts.
   */
  readonly offset?: number
  /**
   * Where: the element's path below the operation (`Recipients/To/Number`, empty for the operation
   * itself), the name of an entry of SOAP's Header or Body, or the name of a header in lower case; at
   * most 200 characters.
   */
  readonly path?: string
  /** Of `warnings-omitted` alone: how many more warnings there were. */
  readonly count?: number
}
