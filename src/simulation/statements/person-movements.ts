import { createRandom, type Random } from '../random.ts'
import { type Movement, type MovementEvent, type StandingPayment, spreadMovements } from './movements.ts'
import type { PersonAccount } from './person-account.ts'
import type { PersonWords } from './person-words.ts'

export type PersonKind =
  | 'rent'
  | 'insurance'
  | 'loan'
  | 'utilities'
  | 'telecom'
  | 'salary'
  | 'fee'
  | 'card'
  | 'groceries'
  | 'restaurant'
  | 'transport'
  | 'cash'
  | 'transfer-in'
  | 'transfer-out'

/** Every movement of a person's account in order of date; the same ones each time it is iterated. */
export function createPersonMovements(
  account: PersonAccount,
  seed: string,
  count: number,
): Iterable<Movement<PersonKind>> {
  const random = createRandom(`${seed} movements`)
  const standing = createStandingPayments(account, random)
  const mean = account.spending / Math.max(1, (count - standing.length) / 3)
  const draw = () => drawSpending(account, random, mean)
  return spreadMovements({ random, firstDate: account.from, days: account.days, count, standing, draw })
}

/** What comes and goes each month, in order of day. */
function createStandingPayments(account: PersonAccount, random: Random): readonly StandingPayment<PersonKind>[] {
  const { words, salary, rent, loan } = account
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
  const due: StandingPayment<PersonKind>[] = []
  for (const [month, start] of account.monthStarts.entries()) {
    const lastDay = (account.monthStarts[month + 1] ?? account.days) - start - 1
    const add = (day: number, cents: number, description: string, kind: PersonKind) =>
      due.push({ day: start + day, cents, description, kind, counterparty: null })
    add(0, -rent, rentText, 'rent')
    add(3, -insurance, insurer, 'insurance')
    if (loan > 0) add(5, -loan, lender, 'loan')
    add(9, -random.integer(Math.round(salary * 0.02), Math.round(salary * 0.05)), power, 'utilities')
    add(14, -telephone, telecom, 'telecom')
    add(payday, salary, `${words.salaryText} ${employer}`, 'salary')
    add(lastDay, -drawFee(words, random), random.pick(words.fees), 'fee')
  }
  return due
}

/** @param mean cents that one payment has on average. */
function drawSpending({ words }: PersonAccount, random: Random, mean: number): MovementEvent<PersonKind> {
  const out = (percent: number) =>
    -Math.max(1, Math.round((mean * random.integer(percent * 25, percent * 200)) / 10_000))
  const event = (kind: PersonKind, cents: number, description: string, counterparty: string | null = null) => ({
    kind,
    cents,
    description,
    counterparty,
  })
  const chance = random.integer(1, 100)
  if (chance <= 1) return event('card', 0, `${random.pick(words.shops)} CARD CHECK`)
  if (chance <= 32) return event('groceries', out(80), random.pick(words.groceries))
  if (chance <= 52) return event('card', out(140), random.pick(words.shops))
  if (chance <= 67) return event('restaurant', out(60), random.pick(words.restaurants))
  if (chance <= 80) return event('transport', out(60), random.pick(words.transport))
  if (chance <= 88) return event('cash', Math.floor(out(180) / words.roundTo) * words.roundTo, random.pick(words.cash))
  if (chance <= 94) {
    const cents = out(120)
    const person = random.pick(words.people)
    return event('transfer-out', cents, `TRF TO ${person}`, person)
  }
  if (chance <= 98) {
    const cents = -out(90)
    const person = random.pick(words.people)
    return event('transfer-in', cents, `TRF FROM ${person}`, person)
  }
  return event('fee', -drawFee(words, random), random.pick(words.fees))
}

/** A few euros or pounds, a few hundred naira. */
function drawFee({ roundTo }: PersonWords, random: Random): number {
  return (random.integer(50, 900) * roundTo) / 1_000
}
