/** Things to be done later, so that tests need not wait. Each answers how to call it off. */
export interface Timers {
  after(ms: number, callback: () => void): () => void
  every(ms: number, callback: () => void): () => void
}

/** Node fires at once when it is asked to wait longer than this. */
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
