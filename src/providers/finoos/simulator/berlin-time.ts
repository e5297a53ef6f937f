import { type CalendarDate, utcDateOf } from '../../../domain/calendar-date.ts'

const hourMs = 3_600_000
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' })
const midnights = new Map<CalendarDate, number>()

/** The day of an instant in Berlin, where the simulated banks are. */
export function berlinDateOf(instant: Date | number): CalendarDate {
  return calendar.format(instant)
}

/** The instant at which a day begins in Berlin, in milliseconds since 1970. */
export function berlinMidnight(date: CalendarDate): number {
  const known = midnights.get(date)
  if (known !== undefined) return known
  const inUtc = Date.parse(`${date}T00:00:00Z`)
  const inSummer = inUtc - 2 * hourMs
  const midnight = berlinDateOf(inSummer) === date ? inSummer : inUtc - hourMs
  if (midnights.size > 5_000) midnights.clear()
  midnights.set(date, midnight)
  return midnight
}

/**
 * The first day of the quarter that contains a day. @param anchor the first day of any quarter
 */
export function quarterOf(date: CalendarDate, anchor: CalendarDate): CalendarDate {
  return addQuarters(anchor, Math.floor((monthNumberOf(date) - monthNumberOf(anchor)) / 3))
}

function monthNumberOf(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
}

/** The first day of the quarter this many quarters later, or earlier when negative. @param from the first day of a month */
export function addQuarters(from: CalendarDate, quarters: number): CalendarDate {
  return utcDateOf(new Date(Date.UTC(Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + 3 * quarters, 1)))
}

/** RFC 3339 in whole seconds. */
export function toInstantText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
