import type { Content } from '../../attachment.js'
import type { Mutable } from '../../mutable.js'
import { quote } from '../../report.js'
import { type Element, trimXml } from '../../soap/element.js'
import type { ContentClass, Reference } from '../../values.js'
import { attributeOf } from '../check.js'
import type { Codec, Simple } from '../codec.js'
import { describe } from '../complete-fields.js'
import { warnAt } from '../context.js'
import { keep } from '../keep.js'
import { booleanOr, completeString, oneOf } from './simple.js'

/** The enumeration of `Content`'s `type` in Liberty's schema; 3GPP's has no such attribute. */
const TYPES: ReadonlySet<string> = new Set(['TEXT', 'MULTIMEDIA_LOW', 'MULTIMEDIA_HIGH'])
const allowAdaptations = /* @__PURE__ */ booleanOr(true)
const NAMES: readonly string[] = ['href', 'allowAdaptations', 'type']

const SPACES = /[\t\n\r ]+/g

/** @returns the `href`, an xs:anyURI: white space in it is collapsed (XML Schema part 2 §4.3.6) */
function uriOf(element: Element): string | undefined {
  const href = attributeOf(element, 'href')
  return href === undefined ? undefined : trimXml(href).replace(SPACES, ' ')
}

/** contentReferenceType (TS 23.140): finds the parts that it refers to. */
export const content: Codec<Content> = {
  holds: 'nothing',
  attributes: NAMES,
  inner: { href: '@href', allowAdaptations: '@allowAdaptations', type: '@type' },
  absent: undefined,
  read: (context, element, path) => {
    const href = uriOf(element)
    const type = attributeOf(element, 'type')
    const sent = attributeOf(element, 'allowAdaptations')
    if (type !== undefined && !TYPES.has(type)) {
      const what = `type=${quote(type)} is not one of the schema's words; kept as sent.`
      warnAt(context, 'value-unknown', what, path, element)
    }
    // What is no boolean is true.
    const isAllowed =
      sent === undefined || (allowAdaptations.parse(context, sent, path, element) as boolean)
    const read: Mutable<Content> = {
      allowAdaptations: isAllowed,
      attachments: context.resolve(href, (code, what) =>
        warnAt(context, code, what, path, element),
      ),
    }
    if (href !== undefined) read.href = href
    if (type !== undefined) read.type = type
    return read
  },
  write: ({ href, allowAdaptations: isAllowed, type }) => ({
    attributes: [
      ...(href === undefined ? [] : [['href', href] as const]),
      ['allowAdaptations', String(isAllowed)],
      ...(type === undefined ? [] : [['type', type] as const]),
    ],
  }),
  complete: (input, name) => {
    if (typeof input !== 'object' || input === null) {
      throw new TypeError(`${name} is ${describe(input)}: pass { href }.`)
    }
    // What is left out depends on the attachments: the message's own completion fills it in.
    return input as Content
  },
}

/** Liberty's additionalInformationType; without a `href` there is nothing for the property. */
export const reference: Codec<Reference> = {
  holds: 'nothing',
  attributes: ['href'],
  inner: { href: '@href' },
  absent: undefined,
  read: (context, element, path) => {
    const href = uriOf(element)
    if (href !== undefined) return { href }
    const what = `${path} has no href; kept among the extensions.`
    warnAt(context, 'href-missing', what, path, element)
    keep(context, element)
    return undefined
  },
  write: ({ href }) => ({ attributes: [['href', href]] }),
  complete: (input, name) => ({
    href: completeString((input as Partial<Reference> | undefined)?.href, `${name}.href`),
  }),
}

/** contentClassType (TS 23.140). */
export const contentClass: Simple<ContentClass> = /* @__PURE__ */ oneOf([
  'text',
  'image-basic',
  'image-rich',
  'video-basic',
  'video-rich',
  'megapixel',
  'content-basic',
  'content-rich',
])
