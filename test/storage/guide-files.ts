import { readPage } from '../support/markdown.js'

/** A file that the page prints, and where it says it goes. */
export interface GuideFile {
  readonly name: string
  readonly text: string
}

/** A block of code or SQL whose first line is a comment with the name of a file. */
const FILE = /^```(?:ts|sql)\n(?<text>(?:\/\/|--) (?<name>[\w/-]+\.\w+)\n[\s\S]*?)^```$/gm
const CODE = /^```(?:ts|sql)\n/gm

/** @returns the files that `docs/guide/storage.md` prints; all its code is in one */
export function guideFiles(): GuideFile[] {
  const { text: page } = readPage('docs/guide/storage.md')
  const files = [...page.matchAll(FILE)].map(({ groups }) => ({
    name: groups?.['name'] ?? '',
    text: groups?.['text'] ?? '',
  }))
  const blocks = [...page.matchAll(CODE)].length
  if (files.length !== blocks) throw new Error('storage.md has code that does not say its file.')
  return files
}
