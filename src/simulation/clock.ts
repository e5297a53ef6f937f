/** Calls `run` once after so many milliseconds; the function returned cancels that. */
export type SetTimer = (milliseconds: number, run: () => void) => () => void

/** Where the simulator takes its time from. */
export interface Clock {
  readonly now: () => Date
  readonly setTimer: SetTimer
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => new Date(),
  setTimer(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
