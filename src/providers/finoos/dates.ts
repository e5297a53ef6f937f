import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { orUnreadable } from '../../connector/payload-members.ts'
import { type CalendarDate, parseCalendarDate } from '../../domain/calendar-date.ts'

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})[Tt ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)(Z|z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/
const zeroTime = /^00:00(:00(\.0+)?)?$/
const utc = /^(Z|z|[+-]00:00)$/

/** Reads the dates of the vendor, which writes all of them as instants. */
export interface DateReader {
  /** The day in the bank's calendar; null when the text is not a date. */
  toBankDate(written: string): CalendarDate | null
}

/**
 * ASSUMED: the day of an instant is that in `timeZone`. Exactly midnight in UTC is a day without a time, and stays that day
 * west of Greenwich too. A day alone is taken as it is, and so is a time without a zone, which is the bank's own.
 */
export function createDateReader(timeZone: string): DateReader {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })

  function dayIn(instant: Date): CalendarDate | null {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
    const year = parts.get('year')?.padStart(4, '0')
    return parseCalendarDate(`${year}-${parts.get('month')}-${parts.get('day')}`)
  }

  /** Days by the written instant. Many transactions have the same one, and formatting is slow. */
  const days = new LRUCache<string, CalendarDate>({ max: 1_000 })

  function toBankDate(written: string): CalendarDate | null {
    const text = written.trim()
    const [, day, time, offset] = instantPattern.exec(text) ?? []
    if (day === undefined || time === undefined) return parseCalendarDate(text)
    const date = parseCalendarDate(day)
    if (date === null || offset === undefined) return date
    if (zeroTime.test(time) && utc.test(offset)) return date
    return dayIn(new Date(`${day}T${time}${offset.toUpperCase()}`))
  }

  return {
    toBankDate(written) {
      const known = days.get(written)
      if (known !== undefined) return known
      const date = toBankDate(written)
      if (date !== null) days.set(written, date)
      return date
    },
  }
}

/** ASSUMED: an absent time, as a Go server writes it (the zero `time.Time`). */
const noTime = '0001-01-01T00:00:00Z'

/** A member that holds a date: null when absent, `unreadable` when it is anything else. */
export function dateMember({ toBankDate }: DateReader) {
  return z.union([z.literal(noTime).transform(() => null), orUnreadable(z.string().transform(toBankDate))])
}
