import type { CalendarDate } from '../domain/calendar-date.ts'
import { addDays } from '../domain/calendar-date.ts'
import type { DaySpan } from './day-spans.ts'

export type CalendarInterval = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR'

const months: Readonly<Partial<Record<CalendarInterval, number>>> = { MONTH: 1, QUARTER: 3, YEAR: 12 }

/** The first day of the calendar period that contains a day. Weeks are those of ISO 8601 and begin on Monday. */
export function startOfPeriod(day: CalendarDate, interval: CalendarInterval): CalendarDate {
  if (interval === 'DAY') return day
  if (interval === 'WEEK') return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
  const length = months[interval] ?? 1
  const month = Number(day.slice(5, 7)) - 1
  return toDay(Number(day.slice(0, 4)), month - (month % length))
}

/** The calendar periods that overlap a range of days, in order; the first and the last are cut to the range. At most `limit`. */
export function calendarPeriods(range: DaySpan, interval: CalendarInterval, limit: number): DaySpan[] {
  const periods: DaySpan[] = []
  let from = range.from
  while (from <= range.to && periods.length < limit) {
    const next = startOfNext(startOfPeriod(from, interval), interval)
    const last = addDays(next, -1)
    if (last >= range.to) return [...periods, { from, to: range.to }]
    periods.push({ from, to: last })
    from = next
  }
  return periods
}

function startOfNext(start: CalendarDate, interval: CalendarInterval): CalendarDate {
  if (interval === 'DAY') return addDays(start, 1)
  if (interval === 'WEEK') return addDays(start, 7)
  return toDay(Number(start.slice(0, 4)), Number(start.slice(5, 7)) - 1 + (months[interval] ?? 1))
}

function toDay(year: number, month: number): CalendarDate {
  const day = new Date(0)
  day.setUTCFullYear(year, month, 1)
  return day.toISOString().slice(0, 10)
}
