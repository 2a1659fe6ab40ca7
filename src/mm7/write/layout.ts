import type { Attachment, Content } from '../../attachment.js'
import { quote } from '../../report.js'
import { idOfHref, isNamedBy } from './content-id.js'

/** A multipart that a `Content` names. */
export interface Container {
  /** The URL that names it; a `Content` without one is for the first part beside the envelope. */
  readonly href: string | undefined
  readonly contentId: string | undefined
  readonly children: (Container | Attachment)[]
}

/** A container, by the places of its attachments in the list of all. */
interface Span {
  readonly href: string | undefined
  readonly start: number
  readonly end: number
}

/**
 * Finds multiparts such that every `Content` names its own attachments, and all stand in order.
 *
 * @returns what stands beside the envelope
 * @throws TypeError if no multiparts can do that
 */
export function layOut(
  attachments: readonly Attachment[],
  contents: readonly Content[],
): (Container | Attachment)[] {
  const spans = findSpans(attachments, contents)
  const top: Container['children'] = []
  const open: Opened[] = [{ end: attachments.length, children: top }]
  for (const [at, attachment] of attachments.entries()) {
    while (innermost(open).end <= at) open.pop()
    for (const { href, end } of spans.filter(({ start }) => start === at)) {
      if (end > innermost(open).end) {
        throw new TypeError(
          `The contents overlap: ${quote(`${href}`)} holds attachments of another in part.`,
        )
      }
      const contentId = href === undefined ? undefined : idOfHref(href)
      const container: Container = { href, contentId, children: [] }
      innermost(open).children.push(container)
      open.push({ end, children: container.children })
    }
    innermost(open).children.push(attachment)
  }
  return top
}

/** A container that is being filled, and the place of the first attachment that is not in it. */
interface Opened {
  readonly end: number
  readonly children: Container['children']
}

/** @returns the last, which there is: the outermost ends after every attachment. */
function innermost(open: readonly Opened[]): Opened {
  return open.at(-1) as Opened
}

/** @returns where containers are needed, of those that start at one place the outer ones first. */
function findSpans(attachments: readonly Attachment[], contents: readonly Content[]): Span[] {
  const places = new Map(attachments.map((attachment, at) => [attachment, at]))
  const spans = new Map<string | undefined, Span>()
  for (const { href, attachments: named } of contents) {
    const [first] = named
    if (first === undefined || spans.has(href)) continue
    if (named.length === 1 && (href === undefined || isNamedBy(first, href))) continue
    const start = places.get(first) as number
    if (named.some((attachment, i) => places.get(attachment) !== start + i)) {
      throw new TypeError(
        `The attachments of ${quote(`${href}`)} do not follow one another in the message.`,
      )
    }
    spans.set(href, { href, start, end: start + named.length })
  }
  return [...spans.values()].sort((a, b) => b.end - a.end)
}
