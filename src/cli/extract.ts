import { join } from 'node:path'
import type { Attachment } from '../index.js'
import { numberedName, safeFileName } from './file-name.js'
import type { Host } from './host.js'

/** A file that was written. */
export interface SavedFile {
  readonly path: string
  readonly bytes: number
}

/**
 * Saves attachments, each in a file of its own; a file that is there already is left alone.
 *
 * @param directory where; it is made if it is not there
 * @returns what was written
 * @throws an error of the file system
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
    for (let n = wanted.get(name) ?? 1; ; n++) {
      const path = join(directory, numberedName(name, n))
      if (!host.writeNew(path, attachment.bytes)) continue
      wanted.set(name, n + 1)
      return { path, bytes: attachment.bytes.length }
    }
  })
}
