import { addDays } from '../../../domain/calendar-date.ts'
import { createRandom, type Random } from '../../../simulation/random.ts'
import type { AccountProfile } from './account-profile.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One movement as it happened, before a scanner read it. */
export interface Movement {
  readonly date: string
  /** Signed whole cents: into the account positive. */
  readonly cents: number
  readonly description: string
  readonly category: string
  /** Occurs a second time, alike in everything that is printed. */
  readonly twin: boolean
}

type Event = Omit<Movement, 'date' | 'twin'>
interface DueEvent extends Event {
  /** Days after the statement's first. */
  readonly day: number
}

/** Every movement of the account in order of date; the same ones each time it is iterated. */
export function* createMovements(profile: AccountProfile, digest: string, count: number): Generator<Movement> {
  const random = createRandom(`${digest} movements`)
  const standing = createStandingPayments(profile, random)
  const spendingRows = Math.max(1, (count - standing.length) / 3)
  let nextDue = 0
  for (let index = 0; index < count; index++) {
    const day = Math.floor(((index + random.fraction()) * profile.days) / count)
    const date = addDays(profile.from, day)
    const due = standing[nextDue]
    if (due && due.day <= day) {
      nextDue += 1
      yield toMovement(due, date, false)
      continue
    }
    const event = createSpending(profile, random, profile.spending / spendingRows)
    const twin = index + 1 < count && random.percent(1.5)
    yield toMovement(event, date, twin)
    if (!twin) continue
    index += 1
    yield toMovement(event, date, true)
  }
}

function toMovement({ cents, description, category }: Event, date: string, twin: boolean): Movement {
  return { date, cents, description, category, twin }
}

/** What comes and goes each month, in order of day. */
function createStandingPayments(profile: AccountProfile, random: Random): readonly DueEvent[] {
  const { words, salary, rent, loan } = profile
  const employer = random.pick(words.employers)
  const rentText = `${words.rentText} ${random.integer(2, 48)}`
  const insurer = random.pick(words.insurers)
  const power = random.pick(words.powerSuppliers)
  const telecom = random.pick(words.telecoms)
  const lender = random.pick(words.lenders)
  // Sixty rows in 92 days, two of them twins, leave 4.6 days at most until the next row: still the same February.
  const payday = random.integer(19, 23)
  const insurance = Math.round(salary * 0.03)
  const telephone = Math.round(salary * 0.012)
  const due: DueEvent[] = []
  for (const [month, start] of profile.monthStarts.entries()) {
    const lastDay = (profile.monthStarts[month + 1] ?? profile.days) - start - 1
    const add = (day: number, cents: number, description: string, category: string) =>
      due.push({ day: start + day, cents, description, category })
    add(0, -rent, rentText, 'Rent')
    add(3, -insurance, insurer, 'Insurance')
    if (loan > 0) add(5, -loan, lender, 'Loan Repayment')
    add(9, -random.integer(Math.round(salary * 0.02), Math.round(salary * 0.05)), power, 'Utilities')
    add(14, -telephone, telecom, 'Telecommunications')
    add(payday, salary, `${words.salaryText} ${employer}`, 'Salary')
    add(lastDay, -pickFee(words, random), random.pick(words.fees), 'Bank Charges')
  }
  return due
}

/** @param mean cents that one payment has on average. */
function createSpending({ words }: AccountProfile, random: Random, mean: number): Event {
  const out = (percent: number) =>
    -Math.max(1, Math.round((mean * random.integer(percent * 25, percent * 200)) / 10_000))
  const kind = random.integer(1, 100)
  if (kind <= 1) return { cents: 0, description: `${random.pick(words.shops)} CARD CHECK`, category: 'Card Payment' }
  if (kind <= 32) return { cents: out(80), description: random.pick(words.groceries), category: 'Groceries' }
  if (kind <= 52) return { cents: out(140), description: random.pick(words.shops), category: 'Card Payment' }
  if (kind <= 67) return { cents: out(60), description: random.pick(words.restaurants), category: 'Restaurants' }
  if (kind <= 80) return { cents: out(60), description: random.pick(words.transport), category: 'Transport' }
  if (kind <= 88) {
    const cents = Math.floor(out(180) / words.roundTo) * words.roundTo
    return { cents, description: random.pick(words.cash), category: 'Cash Withdrawal' }
  }
  if (kind <= 94)
    return { cents: out(120), description: `TRF TO ${random.pick(words.people)}`, category: 'Transfer Out' }
  if (kind <= 98)
    return { cents: -out(90), description: `TRF FROM ${random.pick(words.people)}`, category: 'Transfer In' }
  return { cents: -pickFee(words, random), description: random.pick(words.fees), category: 'Bank Charges' }
}

/** A few euros or pounds, a few hundred naira. */
function pickFee({ roundTo }: Vocabulary, random: Random): number {
  return (random.integer(50, 900) * roundTo) / 1_000
}
