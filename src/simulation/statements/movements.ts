import { addDays } from '../../domain/calendar-date.ts'
import type { Random } from '../random.ts'

/** One movement of an account as it happened, before a vendor read it. `Kind` says why money moved. */
export interface Movement<Kind extends string> {
  readonly date: string
  /** Signed whole cents: into the account positive. */
  readonly cents: number
  readonly description: string
  readonly kind: Kind
  /** The other party's name; null where a statement prints none. */
  readonly counterparty: string | null
  /** Occurs a second time, alike in everything that is printed. */
  readonly isTwin: boolean
}

export type MovementEvent<Kind extends string> = Omit<Movement<Kind>, 'date' | 'isTwin'>

/** A movement that comes back every month. */
export interface StandingPayment<Kind extends string> extends MovementEvent<Kind> {
  /** Days after the first day of the statement. */
  readonly day: number
}

export interface MovementPlan<Kind extends string> {
  readonly random: Random
  readonly firstDate: string
  readonly days: number
  readonly count: number
  /** In order of day. */
  readonly standing: readonly StandingPayment<Kind>[]
  /** Everything else that happens, one at a time. */
  draw(): MovementEvent<Kind>
}

/** Spreads `count` movements evenly over the days, standing payments on theirs; about three in two hundred occur twice. */
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
