import { quote } from '../../report.js'
import type { MmReadStatus, MmStatus, StatusOf } from '../../values.js'
import type { Simple } from '../codec.js'
import { warnAt } from '../context.js'
import { completeString, simple } from './simple.js'
import { wordIn } from './words.js'

/** @returns the type of an `MMStatus`, open: what is none of the words is kept as it was sent. */
function statusOf<const Known extends string>(words: readonly Known[]): Simple<StatusOf<Known>> {
  return simple<StatusOf<Known>>({
    isEmptyNone: true,
    words,
    parse: (context, text, path, element) => {
      const known = wordIn(words, text)
      if (known === text) return { text, known }
      const done = known === undefined ? 'kept as sent' : `read as ${known}`
      const what = `The status ${quote(text)} is not one of the schema's words; ${done}.`
      warnAt(context, 'value-unknown', what, path, element)
      return known === undefined ? { text } : { text, known }
    },
    format: ({ text }) => text,
    complete: (input, name) => {
      const given = typeof input === 'object' && input !== null ? input : { text: input }
      // Which of the words it is, who reads it finds.
      return { text: completeString((given as { text?: unknown }).text, name) }
    },
  })
}

/** mmDeliveryStatusType (TS 23.140), with what Liberty and Skycore add. */
export const deliveryStatus: Simple<StatusOf<MmStatus>> = /* @__PURE__ */ statusOf([
  'Expired',
  'Retrieved',
  'Rejected',
  'Indeterminate',
  'Forwarded',
  'Unrecognised',
  'Deferred',
  'DeliveryConditionNotMet',
  'Processing',
  'Cancelled',
  'Replaced',
  'Delivered',
  'Unreachable',
  'NotSupported',
])

/** mmReadStatusType (TS 23.140). */
export const readStatus: Simple<StatusOf<MmReadStatus>> = /* @__PURE__ */ statusOf([
  'Indeterminate',
  'Read',
  'Deleted',
])
