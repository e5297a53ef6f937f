import { randomUUID } from 'node:crypto'

/** How long an announced call is surely the first one: far less than it takes anybody else to step in. */
const freshMs = 5_000

/**
 * Marks by which a worker knows its own announcement of a call that must not be repeated blindly. One that another worker
 * made, or that was used before, may have led to the call already.
 */
export interface Announcements {
  /** A mark to be kept in the checkpoint before the call is made. */
  make(): string
  /** Whether the call announced by it is surely the first. A mark is good once. */
  use(mark: string): boolean
}

export function createAnnouncements(now: () => Date): Announcements {
  /** When each mark was made that is still unused. Kept in memory on purpose: after a crash none is known. */
  const made = new Map<string, number>()
  const isFresh = (mark: string) => now().getTime() - (made.get(mark) ?? Number.NEGATIVE_INFINITY) <= freshMs
  return {
    make() {
      for (const mark of made.keys()) if (!isFresh(mark)) made.delete(mark)
      const mark = randomUUID()
      made.set(mark, now().getTime())
      return mark
    },
    use(mark) {
      const isFirst = isFresh(mark)
      made.delete(mark)
      return isFirst
    },
  }
}
