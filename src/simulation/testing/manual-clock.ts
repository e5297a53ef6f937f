import type { Clock } from '../clock.ts'

/** A clock for tests. Its time changes only when a test advances it. */
export interface ManualClock extends Clock {
  /** Advances the time and runs every timer that becomes due, in order. */
  advance(milliseconds: number): void
  /** The milliseconds until each waiting timer, soonest first. */
  waiting(): readonly number[]
}

/** @param start the initial time, RFC 3339 */
export function createManualClock(start: string): ManualClock {
  let now = Date.parse(start)
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  const inOrder = () => [...timers].sort((left, right) => left.at - right.at)
  return {
    now: () => new Date(now),
    setTimer(milliseconds, run) {
      const timer = { at: now + milliseconds, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(milliseconds) {
      const end = now + milliseconds
      for (let next = inOrder()[0]; next && next.at <= end; next = inOrder()[0]) {
        timers.delete(next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
    waiting: () => inOrder().map(timer => timer.at - now),
  }
}
