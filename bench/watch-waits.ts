import { setTimeout as delay } from 'node:timers/promises'
import type { BenchServer } from './bench-server.ts'

/** The waits of a small query during other load. */
export interface Waits {
  /** The waits in milliseconds, ascending. */
  readonly sorted: readonly number[]
  /** The processor time of the server during the longest wait, in milliseconds. The rest is other work of the machine. */
  readonly workOfLongest: number
}

/** Repeats the query while `goesOn` returns true. */
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
