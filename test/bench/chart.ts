import { BASELINES } from './baselines/index.js'
import { MM7 } from './contenders.js'
import { ratio, type Times } from './measure.js'
import type { BenchMessage } from './message.js'

const WIDTH = 760
const LABEL = 330
const BAR = 16
const GAP = 4
const GROUP = 26
const TOP = 44
/** Room for the figure behind the longest bar. */
const FIGURE = 60
/** Bars end here, so that the others can be told apart; the figure tells the rest. */
const LONGEST = 8

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600 }
  .other { fill: #8c959f }
  .own { fill: #1a7f37 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .other { fill: #6e7681 }
    .own { fill: #3fb950 }
  }`

/** @returns an SVG: for each message a group of bars, their lengths the times against mm7's. */
export function drawChart(all: ReadonlyMap<BenchMessage, Times>): string {
  const names = [MM7, ...BASELINES.map(({ name }) => name)]
  const groups = [...all].map(([{ name }, times]) => ({
    name,
    ratios: names.map((contender) => ratio(times, contender, MM7)),
  }))
  const scale = (WIDTH - LABEL - FIGURE) / LONGEST
  const lines: string[] = [text(0, 18, 'Time for a message, mm7 = 1 (shorter is faster)', 'title')]
  let y = TOP
  for (const { name, ratios } of groups) {
    lines.push(text(0, y + 12, name, 'title'))
    y += BAR + GAP
    for (const [i, value] of ratios.entries()) {
      const width = Math.min(value, LONGEST) * scale
      lines.push(text(12, y + 12, names[i] ?? ''))
      lines.push(
        `<rect class="${i === 0 ? 'own' : 'other'}" x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2"/>`,
      )
      lines.push(
        text(LABEL + width + 6, y + 12, `${value > LONGEST ? '… ' : ''}${value.toFixed(1)}`),
      )
      y += BAR + GAP
    }
    y += GROUP - BAR
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="Time for a message of each kind, against mm7">
<style>${STYLE}
</style>
${lines.join('\n')}
</svg>
`
}

function text(x: number, y: number, content: string, style?: string): string {
  const attribute = style === undefined ? '' : ` class="${style}"`
  return `<text${attribute} x="${x.toFixed(0)}" y="${y}">${content.replaceAll('&', '&amp;')}</text>`
}
