import { quote, type Report, warn, warnOf } from '../report.js'
import { CONTENT_DISPOSITION, CONTENT_TYPE, type HeaderValue } from './content-type.js'
import { decodeEncodedWords } from './encoded-word.js'

/** Where a file name may be, and what it is usually called there: the usual places first. */
const PLACES = [
  { field: CONTENT_TYPE, key: 'name', usual: 'name' },
  { field: CONTENT_DISPOSITION, key: 'filename', usual: 'filename' },
  { field: CONTENT_TYPE, key: 'filename', usual: 'name' },
  { field: CONTENT_DISPOSITION, key: 'name', usual: 'filename' },
]

/** What is longer is no name, and encoded words take longer to decode than other text. */
const LONGEST = 1024

/**
 * @param offset where the part's body starts, for the warnings
 * @returns the file name among a part's parameters: `name` of Content-Type, `filename` of
 * Content-Disposition, or, as senders mix them up, each in the other field; the first that is not empty.
 * It is decoded should a mail program have put it in encoded words, which RFC 2047 §5 does not allow; one
 * that RFC 2231 has in a charset is decoded already.
 */
export function fileName(
  type: HeaderValue | undefined,
  disposition: HeaderValue | undefined,
  report: Report,
  offset: number,
): string | undefined {
  for (const { field, key, usual } of PLACES) {
    const header = field === CONTENT_TYPE ? type : disposition
    const raw = header?.parameters[key]
    if (header === undefined || !raw) continue
    const place = { offset, path: field }
    if (key !== usual) {
      const what = `${key} of ${field} should be ${usual}; read as that.`
      warn(report, 'parameter-malformed', what, place)
    }
    if (header.encoded?.has(key)) return raw
    if (raw.length > LONGEST && raw.includes('=?')) {
      const what = `The name ${quote(raw)} is too long to be one; left as sent.`
      warn(report, 'encoded-word', what, place)
      return raw
    }
    const { value, deviations } = decodeEncodedWords(raw)
    warnOf(report, deviations, place)
    return value
  }
  // Where all are empty, an empty name was sent.
  return type?.parameters['name'] ?? disposition?.parameters['filename']
}
