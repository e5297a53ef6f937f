/** Sockets that have not been accepted yet. Only so many may wait: when there is one more, the oldest has to go. */
export interface WaitingSockets {
  /** @returns how to call it off: the socket is accepted, or closed */
  add(address: string, giveUp: () => void): () => void
}

export interface WaitingSocketLimits {
  readonly perAddress: number
  readonly inTotal: number
}

export const waitingSocketLimits: WaitingSocketLimits = { perAddress: 100, inTotal: 500 }

/**
 * Bounds what sockets cost before anybody knows whose they are. The oldest goes, since one that means to be accepted is so
 * within moments: a flood of silent sockets gets in the way of itself alone.
 */
export function createWaitingSockets(limits: WaitingSocketLimits = waitingSocketLimits): WaitingSockets {
  const waiting = new Set<{ readonly address: string; readonly giveUp: () => void }>()
  const counts = new Map<string, number>()

  function count(address: string, change: 1 | -1): number {
    const now = (counts.get(address) ?? 0) + change
    if (now === 0) counts.delete(address)
    else counts.set(address, now)
    return now
  }

  return {
    add(address, giveUp) {
      const socket = { address, giveUp }
      waiting.add(socket)
      const ofAddress = count(address, 1)
      const remove = () => {
        if (waiting.delete(socket)) count(address, -1)
      }
      const tooMany = (one: { readonly address: string }) =>
        waiting.size > limits.inTotal || (ofAddress > limits.perAddress && one.address === address)
      const oldest = waiting.values().find(tooMany)
      if (oldest) {
        waiting.delete(oldest)
        count(oldest.address, -1)
        oldest.giveUp()
      }
      return remove
    },
  }
}
