/** A day in the calendar of the bank, `YYYY-MM-DD`, without a time or a zone. Sorts as text. */
export type CalendarDate = string

/** A month, `YYYY-MM`. Sorts as text. */
export type CalendarMonth = string

const pattern = /^\d{4}-\d{2}-\d{2}$/
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const dayMs = 86_400_000

/** @returns the date, or null when the text is not an existing day (2025-02-30 is not). */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!pattern.test(text)) return null
  // Without a Date, which would take ten times as long: every date of every answer is checked here.
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  const leapDays = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0
  return day >= 1 && day <= (monthLengths[month - 1] ?? 0) + leapDays ? text : null
}

/** The range of plausible dates. A vendor's date outside of it is a placeholder or a misreading. */
export const firstPlausibleDate: CalendarDate = '1900-01-01'
export const lastPlausibleDate: CalendarDate = '2200-12-31'

export function isPlausibleDate(date: CalendarDate): boolean {
  return date >= firstPlausibleDate && date <= lastPlausibleDate
}

/** The day of an instant in UTC. */
export function utcDateOf(instant: Date): CalendarDate {
  return instant.toISOString().slice(0, 10)
}

/** The day that is this number of days later, or earlier when it is negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return utcDateOf(new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs))
}

export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7)
}

/** Every month from that of `from` to that of `to`, both included; none when `to` is before `from`. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): CalendarMonth[] {
  const months: CalendarMonth[] = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  const last = monthOf(to)
  for (;;) {
    const current = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (current > last) return months
    months.push(current)
    month += 1
    if (month > 12) {
      month = 1
      year += 1
    }
  }
}
