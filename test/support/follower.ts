import type { GraphqlClient } from './graphql-client.ts'
import { followEvents, type SeenEvent } from './journey.ts'

/** A frontend that keeps the cursor of the last event it dealt with, and comes back with it. */
export interface Follower {
  /** Every event it was sent, as often and in the order that it was sent. */
  readonly seen: readonly SeenEvent[]
  /** Goes on where it was. Listens until the socket ends. */
  connect(client: GraphqlClient): void
  /** Resolves once what it has seen is such. */
  until(isSo: (seen: readonly SeenEvent[]) => boolean): Promise<void>
}

/** @param start the cursor after which it wants everything */
export function createFollower(start: string): Follower {
  const seen: SeenEvent[] = []
  const waiting = new Set<() => void>()

  async function listen(client: GraphqlClient): Promise<void> {
    const following = followEvents(client, seen.at(-1)?.cursor ?? start)
    for (let event = await following.next(); event !== null; event = await following.next()) {
      seen.push(event)
      for (const look of waiting) look()
    }
  }

  return {
    seen,
    connect(client) {
      // The node's end ends this too: that is what it is for.
      listen(client).catch(() => {})
    },
    until: isSo =>
      new Promise(resolve => {
        const look = () => {
          if (!isSo(seen)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}
