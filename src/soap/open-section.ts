export const CDATA = '<![CDATA['
export const CDATA_END = ']]>'

/** What is read to its own end, whatever is in it: how it starts and ends, and what it is called. */
export type Section = readonly [opening: string, closing: string, name: string]

const SECTIONS: readonly Section[] = [
  ['<!--', '-->', 'a comment'],
  [CDATA, CDATA_END, 'a CDATA section'],
  ['<?', '?>', 'a processing instruction'],
]

/** A section that has no end. */
export interface OpenSection {
  readonly name: string
  /** Where it starts in the text. */
  readonly start: number
  /** What of it is text of the element around it: a CDATA section's alone is. */
  readonly text: string
}

/** @returns the section that a text ends within, which is well-formed but for what is not closed. */
export function openSection(text: string): OpenSection | undefined {
  let start = text.indexOf('<')
  while (start >= 0) {
    let next = start + 1
    const section = sectionAt(text, start)
    if (section !== undefined) {
      const [opening, closing, name] = section
      const inside = start + opening.length
      const end = text.indexOf(closing, inside)
      if (end < 0) return { name, start, text: opening === CDATA ? text.slice(inside) : '' }
      next = end + closing.length
    }
    start = text.indexOf('<', next)
  }
  return undefined
}

/** @returns what starts there, if a section does */
export function sectionAt(text: string, at: number): Section | undefined {
  return SECTIONS.find(([opening]) => text.startsWith(opening, at))
}
