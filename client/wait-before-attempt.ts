/**
 * Waits 1 s, 2 s, 4 s … up to 30 s, each times a random factor from 0.5 to 1.5, so that not all clients reconnect to a
 * restarted server at once. Ends at once when the browser is online again.
 */
export function waitBeforeAttempt(failures: number): Promise<void> {
  const ms = (0.5 + Math.random()) * Math.min(30_000, 1_000 * 2 ** failures)
  return new Promise(resolve => {
    const go = () => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', go)
      resolve()
    }
    const timer = setTimeout(go, ms)
    globalThis.addEventListener?.('online', go)
  })
}
