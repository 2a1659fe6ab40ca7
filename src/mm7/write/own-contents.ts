import type { Attachment } from '../../attachment.js'
import type { ContentInput } from '../../input.js'
import { describe } from '../complete-fields.js'
import { hrefOf, isNamedBy, unusedId } from './content-id.js'

/** The characters of a URI (RFC 3986 §2), a `%` only as a percent-encoding. */
const URI = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})+$/i
const EMPTY_CID = /^cid:$/i

/**
 * @param given what the caller says of the `Content`
 * @param inputs the attachments as the caller gave them
 * @param all those that are sent
 * @returns the only `Content` of a request, or none
 * @throws TypeError if the schema has no such `Content`
 */
export function ownContents(
  given: unknown,
  inputs: readonly unknown[],
  all: readonly Attachment[],
): ContentInput[] {
  if (given !== undefined && !Array.isArray(given)) {
    throw new TypeError(`contents is ${describe(given)}: pass a list.`)
  }
  const [content = {}, ...others] = (given ?? []) as readonly ContentInput[]
  if (others.length > 0) {
    throw new TypeError('contents has more than one: the schema has one Content, for all of them.')
  }
  if (all.length === 0) {
    if (given === undefined || given.length === 0) return []
    throw new TypeError('contents refers to nothing: give the attachments.')
  }
  check(content, inputs)
  const { href = defaultHref(all), allowAdaptations = true } = content
  if (all.length > 1 && all.some((one) => isNamedBy(one, href))) {
    throw new TypeError('contents[0].href names one of several attachments: leave it out.')
  }
  return [{ href, allowAdaptations, attachments: all }]
}

function check(content: ContentInput, inputs: readonly unknown[]): void {
  if (typeof content !== 'object' || content === null) {
    throw new TypeError(`contents[0] is ${describe(content)}: pass { href } or leave it out.`)
  }
  const { href, allowAdaptations, type, attachments } = content
  if (type !== undefined) {
    throw new TypeError('contents[0].type is not in the schema of 3GPP: leave it out.')
  }
  if (
    href !== undefined &&
    !(typeof href === 'string' && URI.test(href) && !EMPTY_CID.test(href))
  ) {
    throw new TypeError(
      'contents[0].href is no URL: give one such as cid:content, or leave it out.',
    )
  }
  if (allowAdaptations !== undefined && typeof allowAdaptations !== 'boolean') {
    throw new TypeError('contents[0].allowAdaptations is not true or false.')
  }
  if (attachments === undefined) return
  if (attachments.length === inputs.length && attachments.every((one) => inputs.includes(one)))
    return
  throw new TypeError('contents[0].attachments are not those of the message: leave them out.')
}

/** The URL of the only part, or that of the multipart of all. */
function defaultHref(all: readonly Attachment[]): string {
  const [first] = all as readonly [Attachment]
  const own = all.length === 1 ? hrefOf(first) : undefined
  if (own !== undefined && URI.test(own) && isNamedBy(first, own)) return own
  return `cid:${unusedId('content', all)}`
}
