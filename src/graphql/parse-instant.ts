import { parseCalendarDate } from '../domain/calendar-date.ts'

const rfc3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-](\d{2}):(\d{2}))$/

/**
 * Parses an instant of RFC 3339, to the millisecond. Leap seconds are refused, because JavaScript dates have none.
 *
 * @returns null for anything else
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function parseInstant(text: string): Date | null {
  const match = rfc3339.exec(text)
  if (!match) return null
  const [, day = '', hour, minute, second, offsetHour = '0', offsetMinute = '0'] = match
  if (parseCalendarDate(day) === null) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null
  const instant = new Date(text.toUpperCase())
  return Number.isNaN(instant.getTime()) ? null : instant
}
