/** Markup, which `html` alone makes: whatever else goes into it is escaped. */
export interface Markup {
  readonly [MARKUP]: string
}

const MARKUP: unique symbol = Symbol('markup')

export type Content = string | number | undefined | Markup | readonly Content[]

/** What has a meaning in HTML, in a text or in quotes; what would not show; what turns the text around. */
const SPECIAL = /[&<>"']|[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The tag of a template: every value in it is text, unless it is markup, or a list of either. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const pieces = strings.flatMap((string, i) =>
    i === 0 ? [string] : [written(values[i - 1]), string],
  )
  return { [MARKUP]: pieces.join('') }
}

/** @returns the HTML. */
export function written(content: Content): string {
  if (content === undefined) return ''
  if (typeof content === 'string') return escapeText(content)
  if (typeof content === 'number') return String(content)
  if (MARKUP in content) return content[MARKUP]
  return content.map(written).join('')
}

function escapeText(text: string): string {
  return text.replace(
    SPECIAL,
    (character) =>
      ENTITIES[character] ?? `\\u{${(character.codePointAt(0) as number).toString(16)}}`,
  )
}

/** @returns what is of our own, and markup already. */
export function ours(text: string): Markup {
  return { [MARKUP]: text }
}
