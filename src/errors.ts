import type { PartialMessage } from './message.js'
import { statusText } from './status.js'
import { logLine } from './unsafe-characters.js'
import { WARNING_STATUS, type WarningCode } from './warnings.js'

/**
 * The closed set of reasons for which no message can be made, each with the status it is
 * answered with. `docs/errors.md` explains each.
 */
export const FAILURE_STATUS = {
  'body-empty': 2007,
  'body-unreadable': 2007,
  'body-too-large': 2004,
  'soap-too-large': 2007,
  'too-many-parts': 2007,
  'parts-too-deep': 2007,
  'headers-too-large': 2007,
  'all-headers-too-large': 2007,
  'too-many-headers': 2007,
  'too-many-parameters': 2007,
  'xml-malformed': 4004,
  'xml-doctype': 4004,
  'xml-too-deep': 4004,
  'too-many-elements': 4004,
  'too-many-attributes': 4004,
  'all-attributes-too-many': 4004,
  'envelope-missing': 4004,
  'soap-body-empty': 4004,
  'operation-unsupported': 4003,
  'element-missing': 4004,
} as const

/** Why a message was refused: a reason of its own, or, with `strict`, the first deviation. */
export type Mm7ErrorCode = keyof typeof FAILURE_STATUS | WarningCode

/** What an {@link Mm7Error} is made from. */
export interface Mm7ErrorInit {
  readonly code: Mm7ErrorCode
  readonly message: string
  readonly offset?: number
  readonly path?: string
  /** As found: it is shortened. */
  readonly operation?: string
  /** Default: nothing was read. */
  readonly partial?: PartialMessage
}

/** The longest name of an operation that is told whole: the schema's have 18 characters at most. */
const LONGEST_NAME = 60

/**
 * A message that cannot be read. It can still be answered: hand it to `buildMm7Rsp`, which answers
 * with its `status`.
 */
export class Mm7Error extends Error {
  override readonly name = 'Mm7Error'
  /** Why, of a closed set: `docs/errors.md` explains each. */
  readonly code: Mm7ErrorCode
  /** The status to answer with: 2004, 2007, 4003 or 4004 (TS 23.140 8.7.3.2 and its table of codes). */
  readonly status: { readonly code: number; readonly text: string }
  // Declared alone: a field that is there and undefined is not a property that is absent.
  /**
   * Which operation it was, if that could be read: the schema's name, or as sent (shortened, and escaped
   * for a log). The answer's element belongs to it.
   */
  declare readonly operation?: string
  /** What the answer echoes, as far as it could be read: as in `partial`. */
  declare readonly transactionId?: string
  /** As in `partial`. */
  declare readonly mm7Version?: string
  /** As in `partial`. */
  declare readonly namespace?: string
  /** Where: a byte offset into the body of the request, as that of a `Warning`. */
  declare readonly offset?: number
  /** Where: an element's path or a header's name, as that of a `Warning`. */
  declare readonly path?: string
  /**
   * All that could be read, attachments and warnings too: nothing is lost. From
   * `splitMultipartRelated`, these two alone.
   */
  readonly partial: PartialMessage

  /** @throws TypeError if the code is none of the set: there would be no status to answer with */
  constructor(init: Mm7ErrorInit) {
    const { code, message, partial = {} } = init ?? {}
    super(message)
    const statuses: Readonly<Record<string, number>> = { ...FAILURE_STATUS, ...WARNING_STATUS }
    const status = Object.hasOwn(statuses, code) ? statuses[code] : undefined
    if (status === undefined) {
      const how = "Pass { code, message, partial }, with a code such as 'element-missing'"
      throw new TypeError(`${how}, not ${logLine(String(code), LONGEST_NAME)}.`)
    }
    this.code = code
    this.status = { code: status, text: statusText(status) }
    this.partial = partial
    if (init.operation !== undefined) this.operation = logLine(init.operation, LONGEST_NAME)
    const { transactionId, mm7Version, namespace } = partial
    if (transactionId !== undefined) this.transactionId = transactionId
    if (mm7Version !== undefined) this.mm7Version = mm7Version
    if (namespace !== undefined) this.namespace = namespace
    if (init.offset !== undefined) this.offset = init.offset
    if (init.path !== undefined) this.path = init.path
  }
}
