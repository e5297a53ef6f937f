import { addDays } from '../../domain/calendar-date.ts'
import type { Random } from '../random.ts'

/** One movement of an account before a vendor reads it. `Kind` is its purpose. */
export interface Movement<Kind extends string> {
  readonly date: string
  /** Whole cents, positive into the account. */
  readonly cents: number
  readonly description: string
  readonly kind: Kind
  /** The counterparty's name; null when the statement shows none. */
  readonly counterparty: string | null
  /** Whether it occurs twice with the same printed data. */
  readonly isTwin: boolean
}

export type MovementEvent<Kind extends string> = Omit<Movement<Kind>, 'date' | 'isTwin'>

/** A monthly movement. */
export interface StandingPayment<Kind extends string> extends MovementEvent<Kind> {
  /** Days after the first day of the statement. */
  readonly day: number
}

export interface MovementPlan<Kind extends string> {
  readonly random: Random
  readonly firstDate: string
  readonly days: number
  readonly count: number
  /** The monthly movements in order of day. */
  readonly standing: readonly StandingPayment<Kind>[]
  /** Draws one of the other movements. */
  draw(): MovementEvent<Kind>
}

/**
 * Spreads `count` movements evenly over the days, with monthly movements on their own days. About three in two hundred
 * occur twice.
 */
export function* spreadMovements<Kind extends string>(plan: MovementPlan<Kind>): Generator<Movement<Kind>> {
  const { random, firstDate, days, count, standing } = plan
  let next = 0
  let date = firstDate
  let dateDay = 0
  for (let index = 0; index < count; index++) {
    const day = Math.floor(((index + random.fraction()) * days) / count)
    if (day !== dateDay) {
      dateDay = day
      date = addDays(firstDate, day)
    }
    const due = standing[next]
    if (due && due.day <= day) {
      next += 1
      const { day: _, ...event } = due
      yield { date, ...event, isTwin: false }
      continue
    }
    const event = plan.draw()
    const isTwin = index + 1 < count && random.percent(1.5)
    yield { date, ...event, isTwin }
    if (!isTwin) continue
    index += 1
    yield { date, ...event, isTwin }
  }
}
