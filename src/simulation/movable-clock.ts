/** `setTimeout` with a longer delay would fire at once. */
const longestTimeoutMs = 2 ** 31 - 1

interface Timer {
  readonly at: number
  readonly run: () => void
  timeout?: NodeJS.Timeout
}

/** A running clock that can be set forward. @param base the base clock @param forwardMs how far it is ahead at the start */
export function createMovableClock(base: () => Date, forwardMs = 0) {
  let forward = forwardMs
  const timers = new Set<Timer>()
  const now = () => base().getTime() + forward

  function start(timer: Timer): void {
    clearTimeout(timer.timeout)
    const waitMs = Math.min(longestTimeoutMs, Math.max(0, timer.at - now()))
    timer.timeout = setTimeout(() => {
      if (timer.at > now()) return start(timer)
      timers.delete(timer)
      timer.run()
    }, waitMs)
  }
  const nextDue = (end: number) =>
    [...timers].filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0]

  return {
    now: () => new Date(now()),
    setTimer(milliseconds: number, run: () => void) {
      const timer: Timer = { at: now() + milliseconds, run }
      timers.add(timer)
      start(timer)
      return () => {
        clearTimeout(timer.timeout)
        timers.delete(timer)
      }
    },
    /** How far it is ahead of its base clock, in milliseconds. */
    forwardMs: () => forward,
    /**
     * Sets how far it is ahead. Timers that become due run at once, in the order of their times, each while the clock
     * shows its time. A smaller value changes nothing, because the clock never goes back.
     */
    setForward(milliseconds: number): void {
      // A timer may start another timer that is also due.
      for (;;) {
        const due = nextDue(base().getTime() + milliseconds)
        if (!due) break
        forward = Math.max(forward, due.at - base().getTime())
        clearTimeout(due.timeout)
        timers.delete(due)
        due.run()
      }
      forward = Math.max(forward, milliseconds)
      for (const timer of timers) start(timer)
    },
  }
}
