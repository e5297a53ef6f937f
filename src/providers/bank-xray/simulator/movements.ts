import { addDays } from '../../../domain/calendar-date.ts'
import { createRandom, type Random } from '../../../simulation/random.ts'
import { words } from './vocabulary.ts'

/** One movement as it happened, before anybody read it. */
export interface Movement {
  readonly date: string
  /** Signed whole cents: into the account positive. */
  readonly cents: number
  readonly label: string
  readonly category: string
  readonly counterparty: string | null
  /** Occurs a second time, alike in everything that is printed. */
  readonly isTwin: boolean
}

type Event = Omit<Movement, 'date' | 'isTwin'>

/** The days of a statement: those after the balance it begins with, up to the last. */
export interface StatementDays {
  /** Of the balance it begins with; the first movement is on the next day. */
  readonly start: string
  readonly end: string
  readonly days: number
}

/** Every movement of a statement in order of date; the same ones each time it is iterated. */
export function* createMovements(
  seed: string,
  { start, days }: StatementDays,
  count: number,
  monthlySales: number,
): Generator<Movement> {
  const random = createRandom(`${seed} movements`)
  const standing = createStandingPayments(random, days, monthlySales)
  const salesPerRow = (monthlySales * days) / 30 / Math.max(1, count / 3)
  let due = 0
  for (let index = 0; index < count; index += 1) {
    const day = Math.floor(((index + random.fraction()) * days) / count)
    const date = addDays(start, day + 1)
    const next = standing[due]
    if (next && next.day <= day) {
      due += 1
      yield { date, ...next.event, isTwin: false }
      continue
    }
    const event = createEvent(random, salesPerRow)
    const isTwin = index + 1 < count && random.percent(1.5)
    yield { date, ...event, isTwin }
    if (!isTwin) continue
    index += 1
    yield { date, ...event, isTwin }
  }
}

/** What goes out each month, in order of day. */
function createStandingPayments(random: Random, days: number, monthlySales: number) {
  const part = (percent: number) => -Math.round((monthlySales * random.integer(percent * 80, percent * 120)) / 10_000)
  const payments: { readonly day: number; readonly event: Event }[] = []
  for (let month = 0; month < days; month += 30) {
    const add = (day: number, cents: number, label: string, category: string, counterparty: string | null) =>
      payments.push({ day: month + day, event: { cents, label, category, counterparty } })
    add(1, part(5), `PRLV SEPA ${words.landlord}`, 'rent', words.landlord)
    add(4, part(2), `ECHEANCE PRET ${words.lender}`, 'loan', words.lender)
    add(9, part(1), `PRLV SEPA ${words.energy}`, 'energy', words.energy)
    add(11, part(1), `PRLV SEPA ${words.telecom}`, 'telecom', words.telecom)
    add(14, part(9), 'PRLV COTISATIONS SOCIALES', 'social_security', null)
    add(18, part(6), 'PRLV TVA', 'tax', null)
    add(21, part(1), `PRLV SEPA ${words.insurer}`, 'insurance', words.insurer)
    add(25, part(24), 'VIR SALAIRES', 'salaries', null)
  }
  return payments
}

/** @param mean cents that one sale brings on average. */
function createEvent(random: Random, mean: number): Event {
  const around = (percent: number) =>
    Math.max(1, Math.round((mean * random.integer(percent * 25, percent * 200)) / 10_000))
  const kind = random.integer(1, 100)
  if (kind <= 1) return { cents: 0, label: 'REGULARISATION', category: 'fees', counterparty: null }
  if (kind <= 45) {
    const customer = random.pick(words.customers)
    return { cents: around(90), label: `VIR RECU ${customer}`, category: 'sales', counterparty: customer }
  }
  if (kind <= 80) {
    const supplier = random.pick(words.suppliers)
    return { cents: -around(60), label: `VIR EMIS ${supplier}`, category: 'suppliers', counterparty: supplier }
  }
  if (kind <= 90)
    return { cents: -around(20), label: 'CB CARBURANT ET PEAGES', category: 'transport', counterparty: null }
  if (kind <= 94) return { cents: -around(15), label: 'RETRAIT DAB', category: 'cash', counterparty: null }
  if (kind <= 96) return { cents: around(40), label: 'REMISE ESPECES', category: 'cash', counterparty: null }
  return {
    cents: -random.integer(50, 4_000),
    label: random.pick(words.fees),
    category: 'bank_fees',
    counterparty: null,
  }
}
