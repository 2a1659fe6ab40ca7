import { type Limits, resolveLimits } from './limits.js'
import type { Part } from './mime/part.js'
import { splitBody } from './mime/split-body.js'
import { readAttachments } from './mm7/attachments.js'
import { checkOptions, type OptionType } from './options.js'
import { refuse } from './refuse.js'
import { createReport } from './report.js'
import { checkLength, type Mm7Request, openRequest } from './request.js'
import type { Warning } from './warnings.js'

/** How {@link splitMultipartRelated} reads. */
export interface SplitOptions {
  /** Every deviation is refused. Default: false. */
  readonly strict?: boolean
  /** Limits that differ from the defaults. */
  readonly limits?: Partial<Limits>
}

const OPTIONS = { strict: 'boolean', limits: 'object' } as const satisfies Record<
  keyof SplitOptions,
  OptionType
>

/** A request's body, taken apart. */
export interface SplitRequest {
  /** The part that holds the envelope (RFC 2387 §3.2). */
  readonly root: Part
  /** The parts at the top, the root among them, in order of appearance. */
  readonly parts: readonly Part[]
  /** Each deviation that was read all the same, in the order of reading. */
  readonly warnings: readonly Warning[]
}

/**
 * Splits the body of an MM7 request into its parts, and goes no further: the layer below
 * `parseDeliverReq`, for those who read an envelope of their own (RFC 2046 §5.1, RFC 2387).
 *
 * @param request the HTTP headers, of which Content-Type is read, and the body as bytes
 * @returns the root and the parts, each a view of the body, as sent
 * @throws Mm7Error if there are no parts, or a limit is exceeded; its `partial` has the warnings, and
 * as attachments the parts that could be read, but for the root
 * @throws TypeError if the body is not bytes, or an option or limit is not valid
 */
export function splitMultipartRelated(
  request: Mm7Request,
  options: SplitOptions = {},
): SplitRequest {
  const { header, body } = openRequest(request)
  checkOptions(options, OPTIONS)
  const report = createReport()
  checkLength(header, body, report)
  const { root, parts } = splitBody(header, body, resolveLimits(options.limits), report)
  const { warnings } = report
  refuse(report, options.strict, undefined, () => {
    // What deviates in their encodings is not reported: whoever has the parts reads them as sent.
    const { attachments } = readAttachments(parts, root)
    return { warnings, attachments: [...attachments.values()] }
  })
  return { root: root as Part, parts, warnings }
}
