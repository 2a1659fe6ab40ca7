import type { Attachment } from '../attachment.js'
import { fail, type Message, type Place, type Report, warn } from '../report.js'
import type { Element } from '../soap/element.js'
import type { Places } from '../soap/places.js'
import type { ExtensionElement } from '../values.js'
import type { WarningCode } from '../warnings.js'

/** @returns the leaves of the part that a `href` names. @param warn is given what deviates in it */
export type ContentResolver = (
  href: string | undefined,
  warn: (code: WarningCode, message: string) => void,
) => readonly Attachment[]

/** What the readers of elements and values share. */
export interface Context {
  readonly report: Report
  readonly places: Places
  /** The MM7 namespace of the operation, as its sender wrote it. */
  readonly namespace: string
  /** Elements that no property takes, in order of appearance. */
  readonly extensions: ExtensionElement[]
  /** Nobody gets to see them: what is read has no place for them. */
  readonly isWithoutExtensions?: true
  readonly resolve: ContentResolver
  /** The ids of addresses read so far; undefined: none had one. */
  ids?: Set<string>
}

/** Reports a deviation at an element, or at an attribute of it. */
export function warnAt(
  { report, places }: Context,
  code: WarningCode,
  message: Message,
  path: string,
  element: Element,
): void {
  places.mark(warn(report, code, message, { path }), element)
}

/** Reports why no message can be made, at an element. */
export function failAt(
  { report, places }: Context,
  code: Parameters<typeof fail>[1],
  message: string,
  place: Place,
  element: Element,
): void {
  places.mark(fail(report, code, message, place), element)
}
