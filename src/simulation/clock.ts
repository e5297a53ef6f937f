/** Calls `run` once after a number of milliseconds. @returns a function that cancels the call */
export type SetTimer = (milliseconds: number, run: () => void) => () => void

/** The time of a simulator. */
export interface Clock {
  readonly now: () => Date
  readonly setTimer: SetTimer
}

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  setTimer(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** The machine's time, except for what a test replaces. */
export function toClock({ now, setTimer }: Partial<Clock>): Clock {
  return { now: now ?? systemClock.now, setTimer: setTimer ?? systemClock.setTimer }
}

/** At most one timer for each id. @param speed divides every wait */
export function createTimers(clock: Clock, speed: number) {
  const cancels = new Map<string, () => void>()
  function cancel(id: string): void {
    cancels.get(id)?.()
    cancels.delete(id)
  }
  return {
    /** @param milliseconds at speed 1 */
    start(id: string, milliseconds: number, run: () => void): void {
      cancel(id)
      cancels.set(id, clock.setTimer(milliseconds / speed, run))
    },
    cancel,
    /** Cancels all of them. */
    stop(): void {
      for (const id of [...cancels.keys()]) cancel(id)
    },
  }
}
