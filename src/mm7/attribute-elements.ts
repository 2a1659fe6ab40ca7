import type { Content, DeliverReq } from '../message.js'
import type { Mutable } from '../mutable.js'
import { quote } from '../report.js'
import type { Element } from '../soap/dom.js'
import { attribute, booleanAttribute } from './attributes.js'
import { type Context, keepAsExtension, note } from './context.js'
import { readTimeOrDuration } from './time-stamp.js'

/** The enumeration of `Content`'s `type` in the schema. */
const CONTENT_TYPES: ReadonlySet<string> = new Set(['TEXT', 'MULTIMEDIA_LOW', 'MULTIMEDIA_HIGH'])

/** Reads `Content` and finds the parts it refers to (TS 23.140 8.7.2.3). */
export function readContent(context: Context, element: Element, path: string): Content {
  const href = attribute(context, element, 'href')
  const type = attribute(context, element, 'type')
  if (type !== undefined && !CONTENT_TYPES.has(type)) {
    const what = `type=${quote(type)} is not one of the schema's; kept as sent.`
    note(context, 'attribute-unexpected', what, path)
  }
  const content: Mutable<Content> = {
    allowAdaptations: booleanAttribute(context, element, 'allowAdaptations', true, path),
    attachments: context.resolve(href, path),
  }
  if (href !== undefined) content.href = href
  if (type !== undefined) content.type = type
  return content
}

/** Reads `AdditionalInformation`; without a `href` there is nothing for the property. */
export function readAdditionalInformation(
  context: Context,
  element: Element,
  path: string,
): { readonly href: string } | undefined {
  const href = attribute(context, element, 'href')
  if (href !== undefined) return { href }
  note(context, 'href-missing', `${path} has no href; kept among the extensions.`, path)
  keepAsExtension(context, element)
  return undefined
}

/** Reads `UACapabilities`: what the originator's handset can do. */
export function readUaCapabilities(
  context: Context,
  element: Element,
  path: string,
): DeliverReq['uaCapabilities'] {
  const uaProf = attribute(context, element, 'UAProf')
  const time = attribute(context, element, 'TimeStamp')
  return {
    ...(uaProf !== undefined && { uaProf }),
    ...(time !== undefined && {
      timeStamp: readTimeOrDuration(context, time.trim(), `${path}/@TimeStamp`),
    }),
  }
}
