import { setTimeout } from 'node:timers/promises'
import type { ActivityEvent } from '../domain/activity-event.ts'
import { AppError } from '../errors.ts'

const batch = 500
/** The pause before a follower reads again after a failed read, in milliseconds. */
const retryMs = 1_000

export interface TenantFeedOptions {
  /** Reads up to `limit` events after a sequence number from the database. */
  readonly read: (after: number, limit: number) => Promise<readonly ActivityEvent[]>
  /** How many events are held in memory. A follower that is further behind reads from the database. */
  readonly remembered: number
  readonly onEmpty: () => void
}

/** Which events a follower gets. */
export interface Following {
  wants(event: ActivityEvent): boolean
  /** Whether the follower ends after this event, which it may not want itself. */
  isLast(event: ActivityEvent): boolean
}

/** One reader of one tenant's event log for all followers in this process. */
export interface TenantFeed {
  /** The sequence number of the newest event read so far. */
  readonly head: () => number
  /**
   * Reads new events and wakes the followers. Calls during a read lead to one more.
   *
   * @param through the sequence number of an event that was appended; if it was read already, nothing is read
   */
  readonly refresh: (through?: number) => Promise<void>
  readonly follow: (after: number, following: Following) => AsyncIterableIterator<ActivityEvent>
  /** Ends every follower, and resolves when no read is running. */
  readonly close: () => Promise<void>
}

/** @param start the sequence number after which the feed begins */
export function createTenantFeed(start: number, options: TenantFeedOptions): TenantFeed {
  let head = start
  let recent: ActivityEvent[] = []
  let closed = false
  let reading: Promise<void> | null = null
  let again = false
  let wanted = start
  const followers = new Set<() => void>()

  async function readNews(): Promise<void> {
    try {
      do {
        again = false
        const target = wanted
        const news = await options.read(head, batch)
        const newest = news.at(-1)
        // A notification may be wrong. A later one counts again.
        if (!newest && wanted === target) wanted = head
        if (!newest) continue
        head = newest.sequence
        recent = [...recent, ...news].slice(-options.remembered)
        again ||= news.length === batch
        for (const wake of followers) wake()
      } while ((again || head < wanted) && !closed)
    } finally {
      reading = null
    }
  }

  /** The events after a sequence number, from memory or, if they are too old, from the database. */
  async function eventsAfter(position: number): Promise<readonly ActivityEvent[]> {
    const [oldest] = recent
    if (position >= head) return []
    if (oldest && position >= oldest.sequence - 1) return recent.slice(position - oldest.sequence + 1)
    const events = await options.read(position, batch)
    // Numbers have no gaps, so a gap means that events were purged before this follower has read them.
    if (events[0]?.sequence !== position + 1) throw cursorExpired()
    return events
  }

  return {
    head: () => head,
    async refresh(through) {
      if (through === undefined) again = true
      else if (through > head) wanted = Math.max(wanted, through)
      else return
      reading ??= readNews()
      await reading
    },
    follow(after, { wants, isLast }) {
      let position = after
      let queue: readonly ActivityEvent[] = []
      let ended = false
      let wake = () => {}
      const follower = () => wake()
      followers.add(follower)

      function end(): void {
        if (ended) return
        ended = true
        followers.delete(follower)
        wake()
        if (followers.size === 0) options.onEmpty()
      }

      async function next(): Promise<IteratorResult<ActivityEvent>> {
        while (!ended && !closed) {
          const index = queue.findIndex(event => wants(event) || isLast(event))
          const event = queue[index]
          if (event) {
            queue = queue.slice(index + 1)
            position = event.sequence
            if (isLast(event)) end()
            if (wants(event)) return { value: event, done: false }
            continue
          }
          position = queue.at(-1)?.sequence ?? position
          // Created before the read, so that a wake-up during the read is not lost.
          const news = new Promise<void>(resolve => {
            wake = resolve
          })
          try {
            queue = await eventsAfter(position)
          } catch (error) {
            if (!isPassing(error)) {
              end()
              throw error
            }
            await Promise.race([news, setTimeout(retryMs, undefined, { ref: false })])
            continue
          }
          if (queue.length === 0 && !ended && !closed) await news
        }
        end()
        return { value: undefined, done: true }
      }

      return {
        next,
        async return() {
          end()
          return { value: undefined, done: true }
        },
        [Symbol.asyncIterator]() {
          return this
        },
      }
    },
    async close() {
      closed = true
      for (const wake of followers) wake()
      await reading?.catch(() => {})
    },
  }
}

export function cursorExpired(options: { readonly field?: readonly string[] } = {}): AppError {
  const message = 'Events after this cursor were purged. Query the current state, then follow without a cursor.'
  return new AppError('CURSOR_EXPIRED', message, options)
}

/** Whether the database is temporarily unreachable. */
function isPassing(error: unknown): boolean {
  return error instanceof AppError && error.code === 'INTERNAL' && error.retryable
}
