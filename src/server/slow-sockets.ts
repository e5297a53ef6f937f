export interface SlowSocketLimits {
  readonly bytes: number
  readonly ms: number
}

/** How much may wait for a reader, and for how long. */
export const slowSocketLimits: SlowSocketLimits = { bytes: 1024 * 1024, ms: 30_000 }

/**
 * Tells which sockets have had too much to send for too long. A reader that is merely slow is waited for: each of its
 * subscriptions stands still in the log until what it was sent has left. What is left over are the many subscriptions
 * and large answers of one socket.
 *
 * @returns whether the socket has to go; to be asked again and again
 */
export function createSlowSocketWatch(
  now: () => Date,
  limits: SlowSocketLimits = slowSocketLimits,
): (socket: { readonly bufferedAmount: number }) => boolean {
  const slowSince = new WeakMap<object, number>()
  return socket => {
    if (socket.bufferedAmount <= limits.bytes) {
      slowSince.delete(socket)
      return false
    }
    const since = slowSince.get(socket) ?? now().getTime()
    slowSince.set(socket, since)
    return now().getTime() - since >= limits.ms
  }
}
