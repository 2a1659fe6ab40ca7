import { hexRow as hexRow16, ROW } from '../place.js'
import { type Content, html, type Markup } from './markup.js'
import { characterLength, type Line, sourceSegments } from './source-segments.js'

/** A byte of the body that something is to be said of. */
export interface Mark {
  readonly offset: number
  /** Where it is said: the id of that, and its name. */
  readonly links: readonly { readonly id: string; readonly label: string; readonly title: string }[]
}

/** How much of a stretch is shown: at its start, at its end, and around a mark. */
interface Bounds {
  readonly first: number
  readonly last: number
  readonly around: number
}
const TEXT: Bounds = { first: 300, last: 40, around: 4 }
const BYTES: Bounds = { first: 4, last: 2, around: 2 }
/** How long a mark is at most. */
const LONGEST_MARK = 40
/** What stands for a line's end, and for that of the body. */
const LINE_END = '⏎'
const END = '∎'
const LF = 0x0a
const CR = 0x0d

const TAG_OR_WORD = /<[/?!]?[\w:.-]*|[^\s<>]+|./su
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * @param marks in ascending order, one for a byte
 * @returns a request's body, each mark at its byte; much of what has none is left out
 */
export function sourceMarkup(body: Uint8Array, marks: readonly Mark[]): Markup {
  const pending = [...marks].reverse()
  /** The end of the body is said of the last byte's line. */
  const takeUntil = (end: number): Mark[] => {
    const taken: Mark[] = []
    for (let next = pending.at(-1); next !== undefined; next = pending.at(-1)) {
      if (next.offset >= end && end < body.length) break
      taken.push(next)
      pending.pop()
    }
    return taken
  }
  const rows = sourceSegments(body).map((segment) =>
    segment.kind === 'text'
      ? textRows(body, segment.lines, takeUntil)
      : byteRows(body, segment.from, segment.to, takeUntil),
  )
  return html`<div class="source">${rows}</div>`
}

type Take = (end: number) => Mark[]

function textRows(body: Uint8Array, lines: readonly Line[], take: Take): Markup[] {
  const marks = lines.map((line) => take(line.to))
  const marked = marks.flatMap((own, i) => (own.length > 0 ? [i] : []))
  const starts = [...lines.map(({ from }) => from), (lines.at(-1) as Line).to]
  return withGaps(starts, shownIn(lines.length, marked, TEXT), (i) => {
    const line = lines[i] as Line
    const isFirst = lines[i - 1]?.number !== line.number
    const code = lineMarkup(body, line, marks[i] as Mark[])
    return html`<div class="row"><span class="no">${isFirst ? line.number : ''}</span><code>${code}</code></div>`
  })
}

function byteRows(body: Uint8Array, from: number, to: number, take: Take): Markup[] {
  const starts: number[] = []
  for (let at = from; at < to; at += ROW) starts.push(at)
  const count = starts.length
  const byRow = new Map<number, Mark[]>()
  for (const mark of take(to)) {
    const row = Math.min(count - 1, Math.floor((mark.offset - from) / ROW))
    byRow.set(row, [...(byRow.get(row) ?? []), mark])
  }
  return withGaps([...starts, to], shownIn(count, [...byRow.keys()], BYTES), (i) => {
    const at = from + i * ROW
    return hexRow(body.subarray(at, Math.min(to, at + ROW)), at, byRow.get(i) ?? [])
  })
}

function hexRow(row: Uint8Array, at: number, marks: readonly Mark[]): Markup {
  const { address, cells, ascii } = hexRow16(row, at)
  const marked = new Map(marks.map((mark) => [mark.offset - at, mark]))
  const shown = cells.map((cell, i) => {
    const mark = marked.get(i)
    return html`${mark === undefined ? cell : markMarkup(mark, cell)} `
  })
  const after = marks.filter(({ offset }) => offset >= at + row.length)
  const padding = '   '.repeat(ROW - cells.length)
  return html`<div class="row hex"><span class="no">${address}</span><code>${shown}${padding}<span class="ascii"> ${ascii}</span>${after.map((mark) => markMarkup(mark, END))}</code></div>`
}

/** @returns which of so many items are shown. */
function shownIn(count: number, marked: readonly number[], bounds: Bounds): (i: number) => boolean {
  const { first, last, around } = bounds
  const near = new Set<number>()
  for (const at of marked) for (let i = at - around; i <= at + around; i++) near.add(i)
  return (i) => i < first || i >= count - last || near.has(i)
}

/**
 * Renders the items that are shown, and says how much is left out between them.
 *
 * @param starts where each item starts, and where the last one ends
 */
function withGaps(
  starts: readonly number[],
  isShown: (i: number) => boolean,
  render: (i: number) => Markup,
): Markup[] {
  const rows: Markup[] = []
  const count = starts.length - 1
  for (let i = 0; i < count; i++) {
    const from = i
    // The last one is.
    while (!isShown(i)) i += 1
    const left = (starts[i] as number) - (starts[from] as number)
    if (left > 0) rows.push(html`<div class="gap">… ${left} bytes left out …</div>`)
    rows.push(render(i))
  }
  return rows
}

function lineMarkup(body: Uint8Array, { from, to }: Line, marks: readonly Mark[]): Markup[] {
  let end = to
  if (body[end - 1] === LF) end -= 1
  if (body[end - 1] === CR && end > from) end -= 1
  const pieces: Markup[] = []
  let at = from
  for (const [i, mark] of marks.entries()) {
    const { offset } = mark
    if (offset < end) {
      const next = markEnd(body, offset, Math.min(end, marks[i + 1]?.offset ?? end))
      pieces.push(text(body, at, offset), markMarkup(mark, text(body, offset, next)))
      at = next
    } else {
      pieces.push(text(body, at, end))
      at = end
      // What is at the line's end has no character that shows.
      pieces.push(markMarkup(mark, offset >= body.length ? END : LINE_END))
    }
  }
  return [...pieces, text(body, at, end)]
}

/** @returns where the word or the name of the tag ends that starts at `from`. */
function markEnd(body: Uint8Array, from: number, end: number): number {
  const word = Buffer.from(body.subarray(from, Math.min(end, from + LONGEST_MARK))).toString(
    'latin1',
  )
  const [marked = ''] = TAG_OR_WORD.exec(word) as RegExpExecArray
  let to = from + marked.length
  while (to < end && ((body[to] as number) & 0xc0) === 0x80) to += 1
  return to
}

function markMarkup({ offset, links }: Mark, content: Content): Markup {
  const all = links.map(
    ({ id, label, title }) =>
      html`<a href="#${id}" title="${title}" aria-label="${title}">${label}</a>`,
  )
  return html`<mark id="byte-${offset}">${content}${all}</mark>`
}

/** @returns a stretch of a line; what is no character of it as its byte. */
function text(body: Uint8Array, from: number, to: number): Markup {
  const pieces: Content[] = []
  let start = from
  for (let at = from; at < to; ) {
    const length = characterLength(body, at, to)
    if (length === 0) {
      const hex = (body[at] as number).toString(16).padStart(2, '0')
      pieces.push(utf8.decode(body.subarray(start, at)), html`<span class="odd">\\x${hex}</span>`)
      start = at + 1
    }
    at += Math.max(length, 1)
  }
  return html`${pieces}${utf8.decode(body.subarray(start, to))}`
}
