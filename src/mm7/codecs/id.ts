import { quote } from '../../report.js'
import { type Element, trimXml } from '../../soap/element.js'
import { attributeOf } from '../check.js'
import { type Context, warnAt } from '../context.js'
import { isNcName } from '../nc-name.js'

/** @returns the `id`, an xs:ID (XML Schema part 2 §3.3.8): a name that nothing else in it has. */
export function readId(context: Context, element: Element, path: string): string | undefined {
  const sent = attributeOf(element, 'id')
  if (sent === undefined) return undefined
  const id = trimXml(sent)
  context.ids ??= new Set()
  const isRepeated = context.ids.has(id)
  context.ids.add(id)
  if (!isNcName(id)) {
    const what = `The id ${quote(id)} is not a name of XML; kept as sent.`
    warnAt(context, 'value-malformed', what, path, element)
  } else if (isRepeated) {
    const what = `The id ${quote(id)} is another address's, too; kept as sent.`
    warnAt(context, 'value-malformed', what, path, element)
  }
  return id
}
