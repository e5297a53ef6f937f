import { setTimeout as delay } from 'node:timers/promises'
import type { BenchServer } from './bench-server.ts'

/** How long a small query waited for its answer while somebody else was busy. */
export interface Waits {
  /** In milliseconds, ascending. */
  readonly sorted: readonly number[]
  /** Processor time that the server used during the longest one, in milliseconds. What exceeds it is the machine's other work. */
  readonly workOfLongest: number
}

/** Asks again and again for as long as `goesOn` says. */
export async function watchWaits(
  server: BenchServer,
  {
    ask,
    pauseMs,
    goesOn,
  }: { readonly ask: () => Promise<void>; readonly pauseMs: number; readonly goesOn: () => boolean },
): Promise<Waits> {
  const waits: number[] = []
  let longest = 0
  let workOfLongest = 0
  do {
    const workBefore = await server.cpuMs()
    const asked = performance.now()
    await ask()
    const wait = performance.now() - asked
    const workAfter = await server.cpuMs()
    waits.push(wait)
    if (wait > longest) {
      longest = wait
      workOfLongest = workBefore === null || workAfter === null ? Number.NaN : workAfter - workBefore
    }
    await delay(pauseMs)
  } while (goesOn())
  return { sorted: waits.toSorted((a, b) => a - b), workOfLongest }
}
