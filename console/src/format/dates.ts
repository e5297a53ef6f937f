const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const clockTime = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })
// A calendar date has no time zone, so it is parsed and formatted in UTC.
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat(undefined, { month: 'short', year: '2-digit', timeZone: 'UTC' })

/** An instant, such as `2025-08-31T09:30:00.000Z`, in the reader's time zone. */
export function formatMoment(instant: string): string {
  return moment.format(new Date(instant))
}

/** The time of an instant to the second, in the reader's time zone. */
export function formatTime(instant: string): string {
  return clockTime.format(new Date(instant))
}

/** A day such as `2025-08-31`. */
export function formatDay(date: string): string {
  return day.format(new Date(date))
}

/** The month of a day such as `2025-08-31`. */
export function formatMonth(date: string): string {
  return month.format(new Date(date))
}

/** A period between two days, of which either may be unknown. */
export function formatPeriod(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return day.formatRange(new Date(from), new Date(to))
  if (from !== null) return `from ${formatDay(from)}`
  return to === null ? 'Period unknown' : `until ${formatDay(to)}`
}
