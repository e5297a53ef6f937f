import type { CalendarDate } from '../domain/calendar-date.ts'

/** First and last day, both included. */
export interface DaySpan {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The first and the last of the days that were added, by account. */
export function createDaySpans() {
  const spans = new Map<string, DaySpan>()
  return {
    add(account: string, from: CalendarDate | null, to: CalendarDate | null): void {
      if (from === null || to === null) return
      const known = spans.get(account) ?? { from, to }
      spans.set(account, { from: known.from < from ? known.from : from, to: known.to > to ? known.to : to })
    },
    get: (account: string) => spans.get(account),
    entries: () => spans.entries(),
  }
}
