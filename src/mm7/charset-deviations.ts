import { findCharsetName } from '../charset-names.js'
import { CONTENT_TYPE } from '../mime/content-type.js'
import type { Part } from '../mime/part.js'
import { quote } from '../report.js'
import type { Warning } from '../warnings.js'

/** The types whose bytes are text. */
const TEXT = /^text\/|^application\/smil/
const NONE: readonly Warning[] = []

/** @returns what deviates in a leaf that is text: it is in a charset that no registry has by this name. */
export function charsetDeviations({ mediaType, parameters, offset }: Part): readonly Warning[] {
  const { charset } = parameters
  if (!charset || !TEXT.test(mediaType)) return NONE
  const found = findCharsetName(charset)
  if (found !== undefined && !found.isNickname) return NONE
  const done =
    found === undefined ? 'its text is UTF-8, or else windows-1252' : `read as ${found.encoding}`
  const message = `The charset ${quote(charset)} is not a registered name; ${done}.`
  return [{ code: 'charset-unknown', message, offset, path: CONTENT_TYPE }]
}
