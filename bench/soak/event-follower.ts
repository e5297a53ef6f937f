import { setTimeout as delay } from 'node:timers/promises'
import { followEvents } from '../../test/support/journey.ts'
import type { Nodes } from './nodes.ts'

/** Follows all events for as long as the load lasts, and comes back with its cursor whenever its node is gone. */
export interface EventFollower {
  readonly name: string
  /** Of every event it was sent, as often and in the order that it was sent. */
  readonly sequences: readonly number[]
  readonly ids: readonly string[]
  /** How often it has come back. */
  readonly returns: number
  stop(): Promise<void>
}

interface FollowerOptions {
  readonly name: string
  /** The cursor after which it wants everything. */
  readonly start: string
  /** Which node to turn to, at the first time and after each end. */
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
