/** Timers, which tests replace so that they need not wait. Each call returns a function that cancels the timer. */
export interface Timers {
  after(ms: number, callback: () => void): () => void
  every(ms: number, callback: () => void): () => void
}

/** Node calls back at once for longer times. */
const longestWaitMs = 2 ** 31 - 1

/** Node's own timers. None of them keeps the process alive. */
export const systemTimers: Timers = {
  after(ms, callback) {
    let timer: NodeJS.Timeout
    const wait = (left: number) => {
      const now = Math.min(left, longestWaitMs)
      timer = setTimeout(() => (left > now ? wait(left - now) : callback()), now).unref()
    }
    wait(ms)
    return () => clearTimeout(timer)
  },
  every(ms, callback) {
    const timer = setInterval(callback, ms).unref()
    return () => clearInterval(timer)
  },
}
