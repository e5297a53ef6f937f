import type { Timers } from '../timers.ts'

export interface FakeTimers extends Timers {
  readonly now: () => Date
  /** The number of timers that are set. */
  readonly pending: number
  /** Advances the time and calls due timers in order. */
  advance(ms: number): void
}

export function createFakeTimers(): FakeTimers {
  let time = Date.parse('2026-01-01T00:00:00Z')
  const set = new Set<{ at: number; readonly everyMs: number | null; readonly callback: () => void }>()

  function add(ms: number, everyMs: number | null, callback: () => void): () => void {
    const timer = { at: time + ms, everyMs, callback }
    set.add(timer)
    return () => set.delete(timer)
  }

  return {
    now: () => new Date(time),
    get pending() {
      return set.size
    },
    after: (ms, callback) => add(ms, null, callback),
    every: (ms, callback) => add(ms, ms, callback),
    advance(ms) {
      const end = time + ms
      for (;;) {
        const [next] = [...set].filter(timer => timer.at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        time = next.at
        if (next.everyMs === null) set.delete(next)
        else next.at += next.everyMs
        next.callback()
      }
      time = end
    },
  }
}
