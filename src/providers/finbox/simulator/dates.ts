import { parseCalendarDate } from '../../../domain/calendar-date.ts'

/** The forms in which the vendor writes days and instants. Each function takes a day as YYYY-MM-DD or an instant. */

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthName = (date: string) => monthNames[Number(date.slice(5, 7)) - 1] ?? ''

/** `11/08/2025`: requests for sessions and bodies of statuses. */
export function toSlashDate(date: string): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** @returns YYYY-MM-DD, or null when it is not DD/MM/YYYY or the day does not exist */
export function parseSlashDate(text: string): string | null {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  return day === undefined ? null : parseCalendarDate(`${year}-${month}-${day}`)
}

/** `Aug-25`: months of balances, predictors and greatest transactions. */
export function toShortMonth(date: string): string {
  return `${monthName(date)}-${date.slice(2, 4)}`
}

/** `Aug-2025`: months of the monthly analysis and of salaries. */
export function toLongMonth(date: string): string {
  return `${monthName(date)}-${date.slice(0, 4)}`
}

/** `Aug 2025`: months in messages. */
export function toSpokenMonth(date: string): string {
  return `${monthName(date)} ${date.slice(0, 4)}`
}

/** `14-Aug-25`: greatest transactions, first days of the balances. */
export function toShortDate(date: string): string {
  return `${date.slice(8, 10)}-${toShortMonth(date)}`
}

/** `2025-08-11 00:00:00`: transactions. */
export function toMidnight(date: string): string {
  return `${date} 00:00:00`
}

/** `2025-11-13 06:48:44`: UTC, although no zone is written. */
export function toPlainInstant(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ')
}

/** `2025-11-13 06:48:43.660000+00:00`: statements of the upload status. */
export function toOffsetInstant(at: Date): string {
  return `${toMicroseconds(at).replace('T', ' ')}+00:00`
}

/** `2025-11-13T06:48:43.660000Z`: statements of the session status. */
export function toZuluInstant(at: Date): string {
  return `${toMicroseconds(at)}Z`
}

function toMicroseconds(at: Date): string {
  return `${at.toISOString().slice(0, 23)}000`
}
