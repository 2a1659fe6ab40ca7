import { quote, type Report, warn } from '../report.js'
import type { HeaderValue } from './content-type.js'
import { decodeEncodedWords } from './encoded-word.js'

/** What is longer is no name, and could name hundreds of charsets that are slow to look up. */
const LONGEST = 1024

/**
 * @param offset where the part's body starts, for the warning
 * @returns the file name among a part's parameters: `name`, or `filename` where that is missing or
 * empty. It is decoded should a mail program have put it in encoded words, which RFC 2047 §5 does not
 * allow; one that came by RFC 2231 is decoded already.
 */
export function fileName(
  type: HeaderValue | undefined,
  disposition: HeaderValue | undefined,
  report: Report,
  offset: number,
): string | undefined {
  const hasName = type?.parameters['name'] || disposition?.parameters['filename'] === undefined
  const [header, key] = hasName ? ([type, 'name'] as const) : ([disposition, 'filename'] as const)
  const raw = header?.parameters[key]
  if (raw === undefined || raw.length > LONGEST || header?.extended?.has(key)) return raw
  const name = decodeEncodedWords(raw)
  if (name !== raw) {
    const what = `The name ${quote(raw)} is in encoded words; decoded.`
    warn(report, 'encoded-word', what, { offset })
  }
  return name
}
