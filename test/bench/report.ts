import { cpus, totalmem } from 'node:os'
import type { Verdict } from './bars.js'
import { BASELINES } from './baselines/index.js'
import type { ColdStart } from './cold.js'
import {
  COPY,
  DECODE_BYTES,
  DECODE_CHUNKS,
  DECODE_OWN,
  DECODE_TEXT,
  MM7,
  SCAN,
  WITHOUT_BUFFER,
} from './contenders.js'
import { isProcessorTime, micros, ratio, type Times } from './measure.js'
import type { Allocation } from './memory.js'
import type { BenchMessage } from './message.js'
import type { Service } from './service.js'

/** All that one run of the benchmark found. */
export interface Results {
  readonly all: ReadonlyMap<BenchMessage, Times>
  /** The library with `Buffer` and without. */
  readonly withoutBuffer: ReadonlyMap<BenchMessage, Times>
  /** The printed example: its time, that against the same put right, and who else reads it. */
  readonly printed: {
    readonly micros: number
    readonly ratio: number
    readonly readers: readonly string[]
  }
  readonly stepTimes: Times
  /** How many rounds there were. */
  readonly rounds: number
  readonly allocations: ReadonlyMap<string, Allocation>
  readonly verdicts: readonly Verdict[]
  /** What a new process pays, by the runtime. */
  readonly cold: readonly (readonly [string, ColdStart])[]
  /** After how many messages one takes no more than 1.1 times what it takes in the end. */
  readonly settled: number
  /** What a request costs a server, by message. */
  readonly services: readonly (readonly [string, Service])[]
}

type Cells = readonly string[]

const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)}×`
const duration = (value: number): string =>
  value < 10 ? `${value.toFixed(2)} µs` : `${Math.round(value)} µs`
const bytes = (value: number): string => `${Math.round(value / 100) / 10} kB`

function comparison({ all }: Results): Cells[] {
  const names = BASELINES.map(({ name }) => name)
  const rows = [...all].map(([{ name }, measured]) => [
    name,
    duration(micros(measured, MM7)),
    ...names.map((baseline) => times(ratio(measured, baseline, MM7))),
  ])
  return [['message', 'mm7', ...names], ...rows]
}

function floorTable({ all, withoutBuffer }: Results): Cells[] {
  const rows = [...all].map(([message, measured]) => [
    message.name,
    times(ratio(measured, MM7, SCAN)),
    times(ratio(measured, MM7, COPY)),
    times(ratio(withoutBuffer.get(message) ?? new Map(), WITHOUT_BUFFER, MM7)),
  ])
  return [['message', SCAN, COPY, 'without Buffer'], ...rows]
}

function decodeTable({ all }: Results): Cells[] {
  const others = [DECODE_TEXT, DECODE_BYTES, DECODE_CHUNKS]
  const rows = [...all]
    .filter(([, measured]) => measured.has(DECODE_OWN))
    .map(([{ name }, measured]) => [
      name,
      duration(micros(measured, DECODE_OWN)),
      ...others.map((other) => times(ratio(measured, DECODE_OWN, other))),
    ])
  return [['part of', DECODE_OWN, ...others], ...rows]
}

function stepTable({ stepTimes }: Results): Cells[] {
  const rows = [...stepTimes.keys()].map((step) => [step, duration(micros(stepTimes, step))])
  return [['step', 'time'], ...rows]
}

function memoryTable({ allocations }: Results): Cells[] {
  const rows = [...allocations].map(([name, { heap, external }]) => [
    name,
    bytes(heap),
    bytes(external),
  ])
  return [['message', "on V8's heap", 'outside it'], ...rows]
}

function verdictTable({ verdicts }: Results): Cells[] {
  const rows = verdicts.map(({ what, atLeast, atMost, unit, value, isMet }) => {
    const round = (bar: number) => String(Math.round(bar * 100) / 100)
    const bar = atLeast === undefined ? `≤ ${round(atMost ?? 0)}` : `≥ ${round(atLeast)}`
    return [what, `${bar} ${unit ?? '×'}`, value.toFixed(2), isMet ? 'PASS' : 'MISS']
  })
  return [['bar', 'promised', 'measured', ''], ...rows]
}

function coldTable({ cold }: Results): Cells[] {
  const milliseconds = (value: number) => `${value.toFixed(1)} ms`
  const rows = cold.map(([name, { importing, first, hundred }]) => [
    name,
    ...[importing, first, hundred].map(milliseconds),
  ])
  return [['runtime', 'import', 'first message', 'first 100'], ...rows]
}

function serviceTable({ services }: Results): Cells[] {
  const perSecond = (value: number) => `${Math.round(1e6 / value)}`
  const rows = services.map(([name, { constant, mm7 }]) => [
    name,
    duration(constant),
    duration(mm7),
    perSecond(constant),
    perSecond(mm7),
  ])
  return [
    ['message', 'constant answer', MM7, 'requests a second of a core, constant', MM7],
    ...rows,
  ]
}

function table(rows: readonly Cells[], separator: string): string {
  const [head = [], ...body] = rows
  const widths = head.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const line = (row: Cells) =>
    `${separator} ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(` ${separator} `)} ${separator}`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  return [line(head), rule, ...body.map(line)].join('\n')
}

/** Prints the tables to the terminal. */
export function print(results: Results): void {
  for (const rows of [comparison, floorTable, decodeTable, stepTable, coldTable, serviceTable]) {
    console.log(`${table(rows(results), ' ')}\n`)
  }
  console.log(`${table(memoryTable(results), ' ')}\n\n${printedLine(results)}\n`)
  console.log(table(verdictTable(results), ' '))
}

function printedLine({ printed }: Results): string {
  const { readers } = printed
  const others =
    readers.length === 0 ? 'None of the others reads it.' : `Also read by: ${readers.join(', ')}.`
  return (
    `The printed example, which has to be repaired: ${duration(printed.micros)}, ` +
    `${times(printed.ratio)} what the same takes put right. ${others}`
  )
}

/** @returns docs/performance.md. */
export function markdown(results: Results): string {
  const [cpu] = cpus()
  const machine = `${cpu?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
  return `# Performance

Written by \`npm run bench\`; what it runs is in \`test/bench/\`. Why things are as fast as they are, and
no faster, is in [a decision](decisions/0008-performance.md).

- Machine: ${machine}
- Node.js ${process.version}, ${process.platform} ${process.arch}
- Time: ${isProcessorTime ? "the processor's (`--cpu`), the machine being busy" : 'of the clock'}; ${results.rounds} rounds

A message is a multipart/related: an envelope of 1.1 KB, and a multipart/mixed with a JPEG of random
bytes that makes up the size. Every contender gets the same \`Buffer\`, and has to come up with the same
TransactionID, sender and attachments, byte for byte, before it is timed. All run side by side in one
process, in an order that changes from round to round; a figure is the median over the rounds of the
ratio within each round.

## Against what a backend would wire up itself

How many times as long as \`mm7\` each takes:

${table(comparison(results), '|')}

![Time for a message of each size, against mm7](performance.svg)

The others read what they are given here. They do not resolve names to namespaces (fast-xml-parser; the
reader written by hand, which finds tags by their text), know no limits, warn of nothing, and fail on much of what relay/servers really send. postal-mime also
alters every binary part: it turns CRLF into LF.
${printedLine(results)}

## Against what cannot be done without

How many times as long as each of these \`mm7\` takes for the whole message; and how much longer it takes
where there is no \`Buffer\`, as in browsers and workers:

${table(floorTable(results), '|')}

## Base64

The part of such a message alone. How many times as long as each of these the library's own decoder
takes, which also finds and reports what deviates, which \`Buffer\` passes over. The first is given a string,
which on Node 20 costs more to make from bytes than to decode; the others start from the bytes, as the
library has to, and look for nothing that deviates:

${table(decodeTable(results), '|')}

## The steps apart

For the message of 2 KB, just before the times of the first table:

${table(stepTable(results), '|')}

## A process that has just been started

Time of the processor for the message of 2 KB: to load the built package, to read the first message,
and the first 100 together. On the first of these one takes no more than 1.1 times what it takes in the
end after ${results.settled} messages.

${table(coldTable(results), '|')}

## A whole service

Time of the processor that a server of \`node:http\` takes for a request: it reads the body, and answers
with a constant, or with what \`buildDeliverRsp(parseDeliverReq(…))\` gives:

${table(serviceTable(results), '|')}

## Memory

Bytes allocated for a message. Parts that need no decoding are views of the request's body, so that
their size makes no difference:

${table(memoryTable(results), '|')}

## The bars

${table(verdictTable(results), '|')}
`
}
