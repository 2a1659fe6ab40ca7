import { decodeEncodedWords } from '../../mime/encoded-word.js'
import type { Simple } from '../codec.js'
import { note } from '../context.js'
import { completeString, simple } from './simple.js'

/** A `Subject`: xs:string, which some senders write in the encoded words of RFC 2047. */
export const subject: Simple<string> = /* @__PURE__ */ simple({
  parse: (context, sent, path, element) => {
    const decoded = decodeEncodedWords(sent)
    if (decoded !== sent) {
      note(context, 'encoded-word', 'The Subject is in encoded words; decoded.', path, element)
    }
    return decoded
  },
  format: (value) => value,
  complete: completeString,
})
