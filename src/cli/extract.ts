import { join } from 'node:path'
import type { Attachment } from '../index.js'
import { numberedName, safeFileName } from './file-name.js'
import type { Host } from './host.js'

/** A file that was written. */
export interface SavedFile {
  readonly path: string
  readonly bytes: number
}

/** How many names are tried for a file. Some file systems have every name already. */
const MOST_TRIES = 10_000

/**
 * Saves attachments, each in a file of its own; a file that is there already is left alone.
 *
 * @param directory where; it is made if it is not there
 * @returns what was written
 * @throws an error of the file system, or one that says that there is no name left
 */
export function extractAttachments(
  attachments: readonly Attachment[],
  directory: string,
  host: Pick<Host, 'makeDirectory' | 'writeNew'>,
): SavedFile[] {
  host.makeDirectory(directory)
  /** How often each name was wanted, so that a thousand of one name do not try a thousand each. */
  const wanted = new Map<string, number>()
  return attachments.map((attachment, index) => {
    const name = safeFileName(attachment, index)
    const first = wanted.get(name) ?? 1
    for (let n = first; n < first + MOST_TRIES; n++) {
      const path = join(directory, numberedName(name, n))
      if (!host.writeNew(path, attachment.bytes)) continue
      wanted.set(name, n + 1)
      return { path, bytes: attachment.bytes.length }
    }
    throw new Error(`There are ${MOST_TRIES} files called like ${join(directory, name)} already.`)
  })
}
