import { addDays } from '../../domain/calendar-date.ts'
import { createRandom, type Random } from '../random.ts'
import { companyWords as words } from './company-words.ts'
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

/** The days of a statement: those after the balance it begins with, up to the last. */
export interface StatementDays {
  /** Of the balance it begins with; the first movement is on the next day. */
  readonly start: string
  readonly end: string
  readonly days: number
}

/**
 * Every movement of a company's statement in order of date; the same ones each time it is iterated.
 *
 * @param monthlySales in whole cents
 */
export function createCompanyMovements(
  seed: string,
  { start, days }: StatementDays,
  count: number,
  monthlySales: number,
): Iterable<Movement<CompanyKind>> {
  const random = createRandom(`${seed} movements`)
  const standing = createStandingPayments(random, days, monthlySales)
  const mean = (monthlySales * days) / 30 / Math.max(1, count / 3)
  const draw = () => drawEvent(random, mean)
  return spreadMovements({ random, firstDate: addDays(start, 1), days, count, standing, draw })
}

/** What goes out each month, in order of day. */
function createStandingPayments(
  random: Random,
  days: number,
  monthlySales: number,
): readonly StandingPayment<CompanyKind>[] {
  const part = (percent: number) => -Math.round((monthlySales * random.integer(percent * 80, percent * 120)) / 10_000)
  const payments: StandingPayment<CompanyKind>[] = []
  for (let month = 0; month < days; month += 30) {
    const add = (day: number, cents: number, description: string, kind: CompanyKind, counterparty: string | null) =>
      payments.push({ day: month + day, cents, description, kind, counterparty })
    add(1, part(5), `PRLV SEPA ${words.landlord}`, 'rent', words.landlord)
    add(4, part(2), `ECHEANCE PRET ${words.lender}`, 'loan', words.lender)
    add(9, part(1), `PRLV SEPA ${words.energy}`, 'energy', words.energy)
    add(11, part(1), `PRLV SEPA ${words.telecom}`, 'telecom', words.telecom)
    add(14, part(9), 'PRLV COTISATIONS SOCIALES', 'social-security', null)
    add(18, part(6), 'PRLV TVA', 'tax', null)
    add(21, part(1), `PRLV SEPA ${words.insurer}`, 'insurance', words.insurer)
    add(25, part(24), 'VIR SALAIRES', 'salaries', null)
  }
  return payments
}

/** @param mean cents that one sale brings on average. */
function drawEvent(random: Random, mean: number): MovementEvent<CompanyKind> {
  const around = (percent: number) =>
    Math.max(1, Math.round((mean * random.integer(percent * 25, percent * 200)) / 10_000))
  const event = (kind: CompanyKind, cents: number, description: string, counterparty: string | null = null) => ({
    kind,
    cents,
    description,
    counterparty,
  })
  const chance = random.integer(1, 100)
  if (chance <= 1) return event('correction', 0, 'REGULARISATION')
  if (chance <= 45) {
    const customer = random.pick(words.customers)
    return event('sales', around(90), `VIR RECU ${customer}`, customer)
  }
  if (chance <= 80) {
    const supplier = random.pick(words.suppliers)
    return event('suppliers', -around(60), `VIR EMIS ${supplier}`, supplier)
  }
  if (chance <= 90) return event('transport', -around(20), 'CB CARBURANT ET PEAGES')
  if (chance <= 94) return event('cash', -around(15), 'RETRAIT DAB')
  if (chance <= 96) return event('cash', around(40), 'REMISE ESPECES')
  return event('fee', -random.integer(50, 4_000), random.pick(words.fees))
}
