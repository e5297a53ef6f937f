import { setTimeout as delay } from 'node:timers/promises'
import { followEvents } from '../../test/support/journey.ts'
import type { Nodes } from './nodes.ts'

/** Follows all events during the load, and reconnects with its cursor when its node ends. */
export interface EventFollower {
  readonly name: string
  /** The sequence number of every received event in order, including repetitions. */
  readonly sequences: readonly number[]
  readonly ids: readonly string[]
  /** The number of reconnects. */
  readonly returns: number
  stop(): Promise<void>
}

interface FollowerOptions {
  readonly name: string
  /** The cursor after which it starts. */
  readonly start: string
  /** Chooses the node for each connection. */
  readonly choose: () => number
}

export function startEventFollower(nodes: Nodes, { name, start, choose }: FollowerOptions): EventFollower {
  const sequences: number[] = []
  const ids: string[] = []
  let cursor = start
  let returns = -1
  let isStopped = false
  let hangUp = async () => {}

  async function listen(): Promise<void> {
    const client = nodes.clients[choose()]
    if (!client) throw new Error('There is no such node.')
    const following = followEvents(client, cursor)
    hangUp = following.stop
    for (let event = await following.next(); event !== null; event = await following.next()) {
      sequences.push(event.sequence)
      ids.push(event.id)
      cursor = event.cursor
    }
  }

  const done = (async () => {
    while (!isStopped) {
      returns += 1
      await listen().catch(() => {})
      await delay(100)
    }
  })()

  return {
    name,
    sequences,
    ids,
    get returns() {
      return returns
    },
    async stop() {
      isStopped = true
      await hangUp()
      await done
    },
  }
}
