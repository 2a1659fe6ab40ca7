export const CDATA = '<![CDATA['

/** What is read to its own end, whatever is in it: how it starts and ends, and what it is called. */
export type Section = readonly [opening: string, closing: string, name: string]

const SECTIONS: readonly Section[] = [
  ['<!--', '-->', 'a comment'],
  [CDATA, ']]>', 'a CDATA section'],
  ['<?', '?>', 'a processing instruction'],
]
const START = /<!--|<!\[CDATA\[|<\?/g

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
  for (let from = 0; ; ) {
    START.lastIndex = from
    const start = START.exec(text)?.index
    if (start === undefined) return undefined
    const [opening, closing, name] = sectionAt(text, start) as Section
    const inside = start + opening.length
    const end = text.indexOf(closing, inside)
    if (end < 0) return { name, start, text: opening === CDATA ? text.slice(inside) : '' }
    from = end + closing.length
  }
}

/** @returns what starts there, if a section does */
export function sectionAt(text: string, at: number): Section | undefined {
  return SECTIONS.find(([opening]) => text.startsWith(opening, at))
}
