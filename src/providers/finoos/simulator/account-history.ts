import { createHash } from 'node:crypto'
import { addDays, type CalendarDate } from '../../../domain/calendar-date.ts'
import { type Decimal, sumDecimals } from '../../../domain/decimal.ts'
import { formatCents } from '../../../simulation/exact-number.ts'
import { type BankMovement, createQuarterMovements } from './account-movements.ts'
import type { AddedMovement } from './added-movements.ts'
import type { BankAccount } from './bank-customer.ts'
import { addQuarters, berlinDateOf, quarterOf } from './berlin-time.ts'
import { type Party, partyOf } from './parties.ts'
import { holdOf, lifeOf, longestHoldDays, longestLeadDays } from './movement-life.ts'

/** A movement as the bank shows it at one instant. */
export interface ShownMovement {
  /** 12 hexadecimal digits, unique within the account; changes only when the bank changes the id. */
  readonly key: string
  readonly isBooked: boolean
  readonly date: CalendarDate
  readonly bookedAt: number
  readonly amount: Decimal
  readonly purpose: string
  readonly kind: BankMovement['kind'] | 'hold'
  readonly party: Party | null
  /** A number below 100, always the same for the same movement and question. */
  draw(question: string): number
}

export type AccountHistory = ReturnType<typeof createAccountHistory>

/**
 * An account at its bank, at any instant since the start of the simulator.
 *
 * @param since the first day of the quarter that starts with the opening balance
 * @param added the movements that a test added
 */
export function createAccountHistory(account: BankAccount, since: CalendarDate, added: readonly AddedMovement[]) {
  const seed = createHash('sha256').update(account.seed).digest().readUInt32LE(0)
  const sums = new Map<CalendarDate, number>()

  function sumOfQuarter(quarter: CalendarDate): number {
    const known = sums.get(quarter)
    if (known !== undefined) return known
    let sum = 0
    for (const { cents } of createQuarterMovements(account, quarter)) sum += cents
    sums.set(quarter, sum)
    return sum
  }

  function* movementsBetween(from: CalendarDate, to: CalendarDate): Generator<Placed> {
    for (let quarter = quarterOf(from, since); quarter <= to; quarter = addQuarters(quarter, 1)) {
      const number = numberOf(quarter)
      for (const movement of createQuarterMovements(account, quarter)) {
        if (movement.date < from) continue
        if (movement.date > to) break
        yield { movement, number, draw: question => draw(seed + number * 0x9e37 + movement.index, question) }
      }
    }
  }

  function* generatedAt(at: number): Generator<ShownMovement> {
    const today = berlinDateOf(at)
    const pending: ShownMovement[] = []
    for (const placed of movementsBetween(addDays(today, -account.windowDays), addDays(today, longestLeadDays + 1))) {
      const { movement } = placed
      const life = lifeOf(movement, placed.draw)
      if (life.bookedAt <= at) yield toShown(placed, { isBooked: true, cents: movement.cents, ...life })
      else if (life.pendingFrom !== null && life.pendingFrom <= at)
        pending.push(toShown(placed, { isBooked: false, cents: life.pendingCents, ...life }))
    }
    yield* pending
    yield* holdsAt(today, at)
  }

  function* holdsAt(today: CalendarDate, at: number): Generator<ShownMovement> {
    const isPaidWith = account.type === 'CREDITCARD' || (account.type === 'GIRO' && !account.isCompany)
    if (!isPaidWith || account.plan.movements === 0) return
    for (let ago = longestHoldDays; ago >= 0; ago--) {
      const date = addDays(today, -ago)
      const number = Date.parse(date) / 86_400_000
      const drawn = (question: string) => draw(seed + number, question)
      const hold = holdOf(date, drawn)
      if (!hold || hold.from > at || hold.until <= at) continue
      yield {
        key: `f${toHex(number, 11)}`,
        isBooked: false,
        date,
        bookedAt: hold.until,
        amount: formatCents(hold.cents),
        purpose: 'Reservierung Kartenzahlung',
        kind: 'hold',
        party: null,
        draw: drawn,
      }
    }
  }

  function* addedAt(at: number): Generator<ShownMovement> {
    const oldest = addDays(berlinDateOf(at), -account.windowDays)
    for (const [index, movement] of added.entries()) {
      const { pendingFrom, bookedAt, vanishesAt, keepsId } = movement
      const isBooked = bookedAt !== null && bookedAt <= at
      const isShown =
        isBooked || (pendingFrom !== null && pendingFrom <= at && (vanishesAt === null || at < vanishesAt))
      const day = bookedAt ?? pendingFrom ?? at
      const date = berlinDateOf(day)
      if (!isShown || date < oldest) continue
      const { amount, purpose } = movement
      const party = movement.party === null ? null : partyOf(movement.party)
      const key = `e${toHex(index, 10)}${isBooked && !keepsId ? 1 : 0}`
      const drawn = (question: string) => draw(seed - index, question)
      yield { key, isBooked, date, bookedAt: day, amount, purpose, kind: 'added', party, draw: drawn }
    }
  }

  return {
    /** The exact balance: the opening balance plus everything booked since. */
    balanceAt(at: number): Decimal {
      const today = berlinDateOf(at)
      let cents = account.opening
      for (let quarter = since; quarter < quarterOf(today, since); quarter = addQuarters(quarter, 1))
        cents += sumOfQuarter(quarter)
      for (const { movement, draw: drawn } of movementsBetween(quarterOf(today, since), today))
        if (lifeOf(movement, drawn).bookedAt <= at) cents += movement.cents
      const more = added.filter(({ bookedAt }) => bookedAt !== null && bookedAt <= at).map(({ amount }) => amount)
      return sumDecimals([formatCents(cents), ...more])
    },
    /** The key of a booked movement, by its index, in the quarter before the one of an instant. */
    keyBefore: (at: number, index: number): string =>
      toKey(numberOf(addQuarters(quarterOf(berlinDateOf(at), since), -1)), index, true),
    /** The movements that the bank shows at an instant: booked ones in order of date, then pending ones. */
    shownAt: (at: number): Iterable<ShownMovement> => ({
      *[Symbol.iterator]() {
        const limit = account.plan.movements
        let surplus = limit === null ? 0 : countOf(generatedAt(at)) - limit
        for (const shown of generatedAt(at)) if (surplus-- <= 0) yield shown
        yield* addedAt(at)
      },
    }),
  }
}

function toKey(number: number, index: number, keepsId: boolean): string {
  return `${toHex(number, 3)}${toHex(index, 8)}${keepsId ? 0 : 1}`
}

/** A number that is different for each quarter. */
function numberOf(quarter: CalendarDate): number {
  return Math.round(Date.parse(quarter) / 7_884_000_000)
}

interface Placed {
  readonly movement: BankMovement
  /** The number of its quarter. */
  readonly number: number
  draw(question: string): number
}

function toShown(
  { movement, number, draw: drawn }: Placed,
  as: { readonly isBooked: boolean; readonly cents: number; readonly bookedAt: number; readonly keepsId: boolean },
): ShownMovement {
  const { date, purpose, kind, party, index } = movement
  const { isBooked, bookedAt, keepsId } = as
  const key = toKey(number, index, keepsId || !isBooked)
  return { key, isBooked, date, bookedAt, amount: formatCents(as.cents), purpose, kind, party, draw: drawn }
}

function toHex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0')
}

/** A number below 100, always the same for the same place and question. Hashing each of 100,000 movements would be too slow. */
function draw(place: number, question: string): number {
  let mixed = place | 0
  for (let index = 0; index < question.length; index++)
    mixed = Math.imul(mixed ^ question.charCodeAt(index), 0x0100_0193)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a_2d39)
  return ((mixed ^ (mixed >>> 15)) >>> 0) % 100
}

function countOf(items: Iterable<unknown>): number {
  let count = 0
  for (const _ of items) count += 1
  return count
}
