/** How often to check each socket. */
export const lookEveryMs = 1_000

/** How many bytes may wait for a reader, and for how long. */
export const slowSocketLimits = { bytes: 1024 * 1024, ms: 30_000 } as const

/**
 * Finds sockets that have had too much unsent for too long. A slow reader is normally handled by backpressure: each of
 * its subscriptions waits in the event log until its last event was sent. This is for sockets whose many subscriptions
 * or large answers still add up.
 *
 * @returns whether to end the socket; to be called regularly
 */
export function createSlowSocketWatch(now: () => Date): (socket: { readonly bufferedAmount: number }) => boolean {
  const slowSince = new WeakMap<object, number>()
  return socket => {
    if (socket.bufferedAmount <= slowSocketLimits.bytes) {
      slowSince.delete(socket)
      return false
    }
    const since = slowSince.get(socket) ?? now().getTime()
    slowSince.set(socket, since)
    return now().getTime() - since >= slowSocketLimits.ms
  }
}
