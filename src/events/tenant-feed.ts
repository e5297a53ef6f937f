import { setTimeout } from 'node:timers/promises'
import type { ActivityEvent } from '../domain/activity-event.ts'
import { AppError } from '../errors.ts'

const batch = 500
/** How long a follower waits before it reads the log again that could not be read, in milliseconds. */
const retryMs = 1_000

export interface TenantFeedOptions {
  /** Up to `limit` events after a number, straight from the log. */
  readonly read: (after: number, limit: number) => Promise<readonly ActivityEvent[]>
  /** How many events are kept in memory; a follower further behind reads the log itself. */
  readonly remembered: number
  readonly onEmpty: () => void
}

/** One reader of one tenant's log, feeding every follower in this process. */
export interface TenantFeed {
  /** The number of the newest event read so far. */
  readonly head: () => number
  /** Reads what is new and wakes the followers. Calls during a reading lead to one more. */
  readonly refresh: () => Promise<void>
  readonly follow: (after: number, wanted: (event: ActivityEvent) => boolean) => AsyncIterableIterator<ActivityEvent>
  /** Ends every follower; resolves once nothing is being read any more. */
  readonly close: () => Promise<void>
}

/** @param start the number after which the feed begins to remember */
export function createTenantFeed(start: number, options: TenantFeedOptions): TenantFeed {
  let head = start
  let recent: ActivityEvent[] = []
  let closed = false
  let reading: Promise<void> | null = null
  let again = false
  const followers = new Set<() => void>()

  async function readNews(): Promise<void> {
    do {
      again = false
      const news = await options.read(head, batch)
      const newest = news.at(-1)
      if (!newest) continue
      head = newest.sequence
      recent = [...recent, ...news].slice(-options.remembered)
      again ||= news.length === batch
      for (const wake of followers) wake()
    } while (again && !closed)
  }

  /** What comes after a number: from memory, or from the log when memory no longer reaches back that far. */
  async function eventsAfter(position: number): Promise<readonly ActivityEvent[]> {
    const [oldest] = recent
    if (position >= head) return []
    if (oldest && position >= oldest.sequence - 1) return recent.slice(position - oldest.sequence + 1)
    const events = await options.read(position, batch)
    // Numbers have no gaps, so a gap means that events were purged before this follower came to them.
    if (events[0]?.sequence !== position + 1)
      throw new AppError(
        'CURSOR_EXPIRED',
        'Events after this cursor were purged. Query the present state and follow anew.',
      )
    return events
  }

  return {
    head: () => head,
    refresh() {
      again = true
      reading ??= readNews().finally(() => {
        reading = null
      })
      return reading
    },
    follow(after, wanted) {
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
          const index = queue.findIndex(wanted)
          const event = queue[index]
          if (event) {
            queue = queue.slice(index + 1)
            position = event.sequence
            return { value: event, done: false }
          }
          position = queue.at(-1)?.sequence ?? position
          // A wake-up during the reading must not be lost, so the follower reads once more before it waits.
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

/** The database cannot be reached for now. */
function isPassing(error: unknown): boolean {
  return error instanceof AppError && error.code === 'INTERNAL' && error.retryable
}
