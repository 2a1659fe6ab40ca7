import {
  BY_HAND,
  DICER_FAST_XML,
  DICER_XPATH,
  REMIX_FAST_XML,
  REMIX_SAXES,
} from './baselines/index.js'

/** A promise of the library about its speed. */
export interface Bar {
  readonly what: string
  readonly atLeast?: number
  readonly atMost?: number
  readonly unit?: string
}

/** How it stands with it. */
export interface Verdict extends Bar {
  readonly value: number
  readonly isMet: boolean
}

/** By how many times a message of each size is to be read faster than by each baseline. */
export const FASTER: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '2 KB': {
    [DICER_XPATH]: 6,
    [DICER_FAST_XML]: 1.9,
    [REMIX_FAST_XML]: 1.5,
    [REMIX_SAXES]: 0.75,
    [BY_HAND]: 1 / 5,
  },
  '30 KB': { [DICER_XPATH]: 4, [DICER_FAST_XML]: 1.5 },
  '300 KB': { [DICER_XPATH]: 3, [DICER_FAST_XML]: 1.5, [REMIX_SAXES]: 1.25, [BY_HAND]: 1 / 1.3 },
  '3 MB': { [DICER_XPATH]: 2.2, [DICER_FAST_XML]: 1.6, [REMIX_SAXES]: 1.9 },
}

export const SCANS: Bar = { what: '3 MB against one scan of the body', atMost: 1.6 }
export const ANSWERS: Bar = { what: 'an answer', atMost: 3, unit: 'µs' }
export const EXTERNAL: Bar = {
  what: 'bytes outside the heap, 3 MB message less 2 KB message',
  // What other work of V8 leaves there varies by some hundred bytes.
  atMost: 1024,
  unit: 'bytes',
}

export function decodeBar(message: string, baseline: string): Bar {
  return { what: `${message}, its part decoded, against ${baseline}`, atMost: 1.5 }
}

export function withoutBufferBar(message: string): Bar {
  return { what: `${message}, without Buffer against with it`, atMost: 3 }
}

export function fasterBar(message: string, baseline: string, atLeast: number): Bar {
  return { what: `${message}, ${baseline} against mm7`, atLeast }
}

export function judge(bar: Bar, value: number): Verdict {
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = bar
  return { ...bar, value, isMet: value >= atLeast && value <= atMost }
}
