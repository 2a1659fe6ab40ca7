import type { Attachment } from '../../attachment.js'

const CID = /^cid:/i

/** @returns the Content-ID that a cid URL names (RFC 2392 §2); undefined if it is not one. */
export function idOfHref(href: string): string | undefined {
  if (!CID.test(href)) return undefined
  const id = href.replace(CID, '')
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** @returns a URL that names the attachment; undefined if it has nothing to be named by. */
export function hrefOf(attachment: Attachment): string | undefined {
  const { contentId, contentLocation } = attachment
  if (contentId === undefined) return contentLocation
  return `cid:${encodeURIComponent(contentId).replaceAll('%40', '@')}`
}

/** @returns whether the URL is the attachment's Content-ID or Content-Location. */
export function isNamedBy(attachment: Attachment, href: string): boolean {
  const id = idOfHref(href)
  return id === undefined ? attachment.contentLocation === href : attachment.contentId === id
}

/** @returns `id`, or it with a number, such that nothing in the list has it for its Content-ID. */
export function unusedId(
  id: string,
  used: readonly { readonly contentId?: string | undefined }[],
): string {
  const ids = new Set(used.map(({ contentId }) => contentId))
  let candidate = id
  for (let n = 1; ids.has(candidate); n++) candidate = `${id}-${n}`
  return candidate
}
