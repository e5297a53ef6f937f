import { addDays } from '../../domain/calendar-date.ts'
import { createRandom, type Random } from '../random.ts'
import { type CompanyWords, frenchCompanyWords } from './company-words.ts'
import { type Movement, type MovementEvent, type StandingPayment, spreadMovements } from './movements.ts'

export type CompanyKind =
  | 'rent'
  | 'loan'
  | 'energy'
  | 'telecom'
  | 'social-security'
  | 'tax'
  | 'insurance'
  | 'salaries'
  | 'correction'
  | 'sales'
  | 'suppliers'
  | 'transport'
  | 'cash'
  | 'fee'

/** The days of a statement. */
export interface StatementDays {
  /** The day of the opening balance. The first movement is on the next day. */
  readonly start: string
  readonly end: string
  readonly days: number
}

/** The input of a company's movements besides their seed. */
export interface CompanyBusiness {
  /** In whole cents. */
  readonly monthlySales: number
  /** The country's words. Default: French. */
  readonly words?: CompanyWords
}

/** All movements of a company's statement in order of date, the same in every iteration. */
export function createCompanyMovements(
  seed: string,
  { start, days }: StatementDays,
  count: number,
  { monthlySales, words = frenchCompanyWords }: CompanyBusiness,
): Iterable<Movement<CompanyKind>> {
  const random = createRandom(`${seed} movements`)
  const standing = createStandingPayments(random, days, { monthlySales, words })
  const mean = (monthlySales * days) / 30 / Math.max(1, count / 3)
  const draw = () => drawEvent(random, mean, words)
  return spreadMovements({ random, firstDate: addDays(start, 1), days, count, standing, draw })
}

/** The monthly payments, in order of day. */
function createStandingPayments(
  random: Random,
  days: number,
  { monthlySales, words }: Required<CompanyBusiness>,
): readonly StandingPayment<CompanyKind>[] {
  const part = (percent: number) => -Math.round((monthlySales * random.integer(percent * 80, percent * 120)) / 10_000)
  const payments: StandingPayment<CompanyKind>[] = []
  for (let month = 0; month < days; month += 30) {
    const add = (
      day: number,
      kind: CompanyKind,
      cents: number,
      [description, counterparty]: readonly [string, string?],
    ) => payments.push({ day: month + day, cents, description, kind, counterparty: counterparty ?? null })
    add(1, 'rent', part(5), [`${words.directDebit} ${words.landlord}`, words.landlord])
    add(4, 'loan', part(2), [`${words.loan} ${words.lender}`, words.lender])
    add(9, 'energy', part(1), [`${words.directDebit} ${words.energy}`, words.energy])
    add(11, 'telecom', part(1), [`${words.directDebit} ${words.telecom}`, words.telecom])
    add(14, 'social-security', part(9), [words.socialSecurity])
    add(18, 'tax', part(6), [words.tax])
    add(21, 'insurance', part(1), [`${words.directDebit} ${words.insurer}`, words.insurer])
    add(25, 'salaries', part(24), [words.salaries])
  }
  return payments
}

/** @param mean the average cents of one sale */
function drawEvent(random: Random, mean: number, words: CompanyWords): MovementEvent<CompanyKind> {
  const around = (percent: number) =>
    Math.max(1, Math.round((mean * random.integer(percent * 25, percent * 200)) / 10_000))
  const event = (kind: CompanyKind, cents: number, description: string, counterparty: string | null = null) => ({
    kind,
    cents,
    description,
    counterparty,
  })
  const chance = random.integer(1, 100)
  if (chance <= 1) return event('correction', 0, words.correction)
  if (chance <= 45) {
    const customer = random.pick(words.customers)
    return event('sales', around(90), `${words.transferIn} ${customer}`, customer)
  }
  if (chance <= 80) {
    const supplier = random.pick(words.suppliers)
    return event('suppliers', -around(60), `${words.transferOut} ${supplier}`, supplier)
  }
  if (chance <= 90) return event('transport', -around(20), words.transport)
  if (chance <= 94) return event('cash', -around(15), words.cashOut)
  if (chance <= 96) return event('cash', around(40), words.cashIn)
  return event('fee', -random.integer(50, 4_000), random.pick(words.fees))
}
