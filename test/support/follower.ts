import type { GraphqlClient } from './graphql-client.ts'
import { followEvents, type SeenEvent } from './journey.ts'

/** A frontend that remembers the cursor of its last event and reconnects with it. */
export interface Follower {
  /** Every received event in order, including repetitions. */
  readonly seen: readonly SeenEvent[]
  /** Continues after its last cursor and listens until the socket ends. */
  connect(client: GraphqlClient): void
  /** Resolves when the seen events fulfil the condition. */
  until(isSo: (seen: readonly SeenEvent[]) => boolean): Promise<void>
}

/** @param start the cursor after which it starts */
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
      // An error is expected when the node is killed.
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
