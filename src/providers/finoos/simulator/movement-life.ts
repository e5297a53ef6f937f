import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { BankMovement, MovementKind } from './account-movements.ts'
import { berlinMidnight } from './berlin-time.ts'

const hourMs = 3_600_000

/** The kinds of movements that are pending before they are booked. */
const announced: ReadonlySet<MovementKind> = new Set<MovementKind>([
  'card',
  'groceries',
  'restaurant',
  'transport',
  'transfer-out',
  'sales',
  'suppliers',
])

/** The longest time from pending to the booking date. */
export const longestLeadDays = 2

/** When a bank shows a movement as pending and as booked. @param draw gives a number below 100 for each question about it */
export function lifeOf({ date, cents, kind }: BankMovement, draw: (question: string) => number) {
  const midnight = berlinMidnight(date)
  const bookedAt = midnight + Math.floor((draw('hour') * 20) / 100) * hourMs
  /** false: booked, it has another id than pending. */
  const keepsId = draw('id') < 60
  // A fuel pump reserves a round amount before the price is known.
  const pendingCents = kind === 'transport' && draw('sum') < 30 ? Math.sign(cents) * 10_000 : cents
  if (!announced.has(kind) || draw('announced') >= 85)
    return { pendingFrom: null, bookedAt, keepsId: true, pendingCents }
  const lead = draw('lead') % (longestLeadDays + 1)
  const announcedAt = midnight + ((draw('announcement') % 8) - lead * 24) * hourMs
  return { pendingFrom: Math.min(announcedAt, bookedAt - hourMs), bookedAt, keepsId, pendingCents }
}

/** The longest time for which a hold is shown. */
export const longestHoldDays = 5

/**
 * An amount that is reserved on a day and never booked; most days have none.
 * @param draw gives a number below 100 for each question about the account and day
 */
export function holdOf(date: CalendarDate, draw: (question: string) => number) {
  if (draw('hold') >= 15) return null
  const from = berlinMidnight(date) + 10 * hourMs
  const until = from + (1 + (draw('until') % (longestHoldDays - 1))) * 24 * hourMs
  return { cents: -(500 + draw('cents') * 211), from, until }
}
