import { quote } from '../report.js'
import type { Deviations } from './deviations.js'
import type { Edits } from './edits.js'

const DECLARATION_START = /^\s*<\?xml(?=[\s\w])/
const DECLARATION =
  /^<\?xml\s+version\s*=\s*("1\.\d+"|'1\.\d+')(\s+encoding\s*=\s*("[\w.-]+"|'[\w.-]+'))?(\s+standalone\s*=\s*("(yes|no)"|'(yes|no)'))?\s*\?>/

/**
 * Takes out an XML declaration that is none, or blanks before one. It was read with the charset; a bad one
 * is worth nothing more.
 *
 * @returns where to look on
 */
export function repairDeclaration(text: string, edits: Edits, deviations: Deviations): number {
  const start = DECLARATION_START.exec(text)
  if (start === null) return 0
  const index = start[0].indexOf('<')
  const end = text.indexOf('?>', index)
  if (end < 0) return 0
  const declaration = text.slice(index, end + 2)
  const isValid = DECLARATION.test(declaration)
  if (index > 0) {
    deviations.add('xml-declaration', 'Blanks before the XML declaration; removed.', 0)
  }
  if (!isValid) {
    const what = `The XML declaration ${quote(declaration)} is malformed; removed.`
    deviations.add('xml-declaration', what, index)
  }
  if (index > 0 || !isValid) edits.replace(0, end + 2, '')
  return end + 2
}
