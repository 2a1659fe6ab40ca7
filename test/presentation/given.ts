import type { Attachment } from '../../src/index.js'
import type { Slide } from '../../src/presentation/index.js'

/** A part, in a few words; what is left out is as in a part that does not say. */
export interface GivenPart {
  readonly type?: string
  readonly charset?: string
  readonly id?: string
  readonly location?: string
  readonly name?: string
  readonly text?: string
  readonly bytes?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
  readonly isPresentation?: boolean
  /** The header fields of the multipart around it: the same object for all in it. */
  readonly container?: ReadonlyMap<string, readonly string[]>
}

export function part(given: GivenPart): Attachment {
  const { type = 'image/jpeg', charset, id, location, name, text = '', container } = given
  const parameters = Object.create(null) as Record<string, string>
  if (charset !== undefined) parameters['charset'] = charset
  const headers = Object.entries(given.headers ?? {})
  return {
    bytes: given.bytes ?? new TextEncoder().encode(text),
    mediaType: type,
    parameters,
    ...(id !== undefined && { contentId: id }),
    ...(location !== undefined && { contentLocation: location }),
    ...(name !== undefined && { name }),
    isPresentation: given.isPresentation ?? false,
    headers: new Map(headers.map(([field, value]) => [field, [value]])),
    containers: container === undefined ? [] : [container],
  }
}

export function smil(text: string, others: GivenPart = {}): Attachment {
  return part({ type: 'application/smil', isPresentation: true, text, ...others })
}

/** A message: the body of a SMIL, and what it arranges. */
export function message(
  body: string,
  ...parts: readonly GivenPart[]
): {
  readonly attachments: readonly Attachment[]
} {
  return { attachments: [smil(`<smil><body>${body}</body></smil>`), ...parts.map(part)] }
}

/** Slides in a few words: each medium as the place of its part among those given, else its src. */
export function brief(
  slides: readonly Slide[],
  { attachments }: { readonly attachments: readonly Attachment[] },
): unknown[] {
  const shown = attachments.filter(({ isPresentation }) => !isPresentation)
  return slides.map(({ duration, isNamed, media }) => [
    ...(isNamed ? [] : ['not named']),
    ...(duration === undefined ? [] : [`${duration} ms`]),
    ...media.map(({ attachment, src }) =>
      attachment === undefined ? `${src}?` : shown.indexOf(attachment),
    ),
  ])
}
