/** Sockets that are not accepted yet. Their number is limited: one more ends the oldest. */
export interface WaitingSockets {
  /** @returns a function that removes the socket, when it is accepted or closed */
  add(address: string, giveUp: () => void): () => void
}

export interface WaitingSocketLimits {
  readonly perAddress: number
  readonly inTotal: number
}

export const waitingSocketLimits: WaitingSocketLimits = { perAddress: 100, inTotal: 500 }

/**
 * Limits sockets before they are authenticated. The oldest is ended, because an honest client is accepted within
 * moments: a flood of silent sockets ends only its own.
 */
export function createWaitingSockets(limits: WaitingSocketLimits = waitingSocketLimits): WaitingSockets {
  const waiting = new Set<{ readonly address: string; giveUp(): void; leave(): void }>()
  const counts = new Map<string, number>()

  function count(address: string, change: 1 | -1): number {
    const now = (counts.get(address) ?? 0) + change
    if (now === 0) counts.delete(address)
    else counts.set(address, now)
    return now
  }

  return {
    add(address, giveUp) {
      const leave = () => {
        if (waiting.delete(socket)) count(address, -1)
      }
      const socket = { address, giveUp, leave }
      waiting.add(socket)
      const ofAddress = count(address, 1)
      const tooMany = (one: { readonly address: string }) =>
        waiting.size > limits.inTotal || (ofAddress > limits.perAddress && one.address === address)
      const oldest = waiting.values().find(tooMany)
      oldest?.leave()
      oldest?.giveUp()
      return leave
    },
  }
}
