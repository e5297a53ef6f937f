import { z } from 'zod'
import { orUnreadable } from '../../connector/payload-members.ts'
import { type CalendarDate, type CalendarMonth, parseCalendarDate } from '../../domain/calendar-date.ts'

// The vendor writes days and months in six forms, several of them in one answer: `2025-08-14` (also with a time), `14/08/2025`,
// `14-Aug-25`, `Aug-25`, `Aug-2025` and `2025-08`. https://docs.finbox.in/session-flow/fetch-data.html

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const isoDay = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
const slashDay = /^(\d{2})\/(\d{2})\/(\d{4})$/
const shortDay = /^(\d{1,2})-([A-Za-z]{3})-(\d{2}|\d{4})$/
const namedMonth = /^([A-Za-z]{3})-(\d{2}|\d{4})$/
const isoMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/

/** The day of a text in any of the vendor's forms of days; null for any other text. A time of day is left out, not converted. */
export function parseDay(written: string): CalendarDate | null {
  const text = written.trim()
  const iso = isoDay.exec(text)?.[1]
  if (iso !== undefined) return parseCalendarDate(iso)
  const [, day = '', month = '', year = ''] = slashDay.exec(text) ?? []
  if (year !== '') return parseCalendarDate(`${year}-${month}-${day}`)
  const [, shortDate = '', name = '', shortYear = ''] = shortDay.exec(text) ?? []
  const named = toMonth(name, shortYear)
  return named === null ? null : parseCalendarDate(`${named}-${shortDate.padStart(2, '0')}`)
}

/** The month of a text in any of the vendor's forms of months; null for any other text. */
export function parseMonth(written: string): CalendarMonth | null {
  const text = written.trim()
  if (isoMonth.test(text)) return text
  const [, name = '', year = ''] = namedMonth.exec(text) ?? []
  return toMonth(name, year)
}

/** As requests for sessions want it: `DD/MM/YYYY`. */
export function toSlashDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

/** A day in any form, or `unreadable`. */
export const anyDay = orUnreadable(z.string().transform(parseDay))

function toMonth(name: string, year: string): CalendarMonth | null {
  const index = names.indexOf(name.toLowerCase())
  if (index < 0 || year === '') return null
  return `${year.length === 2 ? `20${year}` : year}-${String(index + 1).padStart(2, '0')}`
}
