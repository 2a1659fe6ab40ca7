import { quote } from '../../report.js'
import { type Element, trimXml } from '../../soap/element.js'
import { attributeOf } from '../check.js'
import { type Context, warnAt } from '../context.js'

/** NameStartChar of XML 1.0 §2.3, without the colon. */
const START =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}' +
  '\\u{200c}-\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}' +
  '\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}'
/** NCName of Namespaces in XML 1.0 §3. */
const NC_NAME = /* @__PURE__ */ new RegExp(
  `^[${START}][${START}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}-\\u{2040}]*$`,
  'u',
)

/** @returns the `id`, an xs:ID (XML Schema part 2 §3.3.8): a name that nothing else in it has. */
export function readId(context: Context, element: Element, path: string): string | undefined {
  const sent = attributeOf(element, 'id')
  if (sent === undefined) return undefined
  const id = trimXml(sent)
  context.ids ??= new Set()
  const isRepeated = context.ids.has(id)
  context.ids.add(id)
  if (!NC_NAME.test(id)) {
    const what = `The id ${quote(id)} is not a name of XML; kept as sent.`
    warnAt(context, 'value-malformed', what, path, element)
  } else if (isRepeated) {
    const what = `The id ${quote(id)} is another address's, too; kept as sent.`
    warnAt(context, 'value-malformed', what, path, element)
  }
  return id
}
