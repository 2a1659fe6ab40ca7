import { getHeapStatistics } from 'node:v8'
import { median } from './measure.js'

/** Bytes allocated for one message. */
export interface Allocation {
  /** On V8's heap. */
  readonly heap: number
  /** In memory of their own: array buffers. */
  readonly external: number
}

const REPEATS = 15
/** Few enough for the young generation: a collection in between would hide what was allocated. */
const MESSAGES = 40

const collect = (globalThis as { gc?: () => void }).gc

/** @returns what one run allocates, whether it is garbage afterwards or not. */
export function allocation(run: () => unknown): Allocation {
  if (collect === undefined) throw new Error('Run node with --expose-gc.')
  for (let i = 0; i < MESSAGES; i++) run()
  const heap: number[] = []
  const external: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    collect()
    const before = used()
    for (let i = 0; i < MESSAGES; i++) run()
    const after = used()
    heap.push((after.heap - before.heap) / MESSAGES)
    external.push((after.external - before.external) / MESSAGES)
  }
  return { heap: median(heap), external: median(external) }
}

function used(): Allocation {
  return { heap: getHeapStatistics().used_heap_size, external: process.memoryUsage().arrayBuffers }
}
