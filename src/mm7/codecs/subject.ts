import { decodeEncodedWords } from '../../mime/encoded-word.js'
import type { Simple } from '../codec.js'
import { warnAt } from '../context.js'
import { completeString, simple } from './simple.js'

/** A `Subject`: xs:string, which some senders write in the encoded words of RFC 2047. */
export const subject: Simple<string> = /* @__PURE__ */ simple({
  parse: (context, sent, path, element) => {
    const { value, deviations } = decodeEncodedWords(sent)
    for (const { code, message } of deviations) warnAt(context, code, message, path, element)
    return value
  },
  format: (value) => value,
  complete: completeString,
})
