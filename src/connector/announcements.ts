import { randomUUID } from 'node:crypto'

/** How long an announced call is certainly the first one. No other worker takes a subject over within that time. */
const freshMs = 5_000

/**
 * Marks by which a worker recognises its own announcement of a call that must not be repeated without a check. If
 * another worker made the announcement, or if it was used before, the call may have been made already.
 */
export function createAnnouncements(now: () => Date) {
  /** When each unused mark was made. Kept in memory on purpose: after a crash no mark is known. */
  const made = new Map<string, number>()
  const isFresh = (mark: string) => now().getTime() - (made.get(mark) ?? Number.NEGATIVE_INFINITY) <= freshMs
  return {
    /** A mark that is stored in the checkpoint before the call is made. */
    make(): string {
      for (const mark of made.keys()) if (!isFresh(mark)) made.delete(mark)
      const mark = randomUUID()
      made.set(mark, now().getTime())
      return mark
    },
    /** Whether the call that the mark announces is certainly the first. A mark can be used once. */
    use(mark: string): boolean {
      const isFirst = isFresh(mark)
      made.delete(mark)
      return isFirst
    },
  }
}
