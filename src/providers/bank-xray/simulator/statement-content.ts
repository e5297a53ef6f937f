import { addDays, parseCalendarDate } from '../../../domain/calendar-date.ts'
import { centsToNumber, formatCents } from '../../../simulation/exact-number.ts'
import { oddTexts } from '../../../simulation/odd-texts.ts'
import { createRandom } from '../../../simulation/random.ts'
import type { CompanyAccount } from '../../../simulation/statements/company-account.ts'
import {
  type CompanyKind,
  createCompanyMovements,
  type StatementDays,
} from '../../../simulation/statements/company-movements.ts'
import type { Movement } from '../../../simulation/statements/movements.ts'
import type { MediumPlan } from './medium-plan.ts'

/** All that a statement is made from, so the same file always gives the same statement. */
interface StatementSource {
  readonly account: CompanyAccount
  readonly digest: string
  /** The place among the statements of the document, from 0. */
  readonly index: number
  readonly plan: Pick<MediumPlan, 'transactions' | 'reconciles'>
  /** The last day and the period, as told when the medium was put online. */
  readonly date: string | null
  readonly period: string | null
}

export type StatementContent = ReturnType<typeof createStatementContent>

const months: Readonly<Record<string, number>> = { month: 1, quarter: 3, semester: 6 }
const dayMs = 86_400_000

/** A statement in a report. Sums are whole cents. */
export function createStatementContent(source: StatementSource) {
  const { account, digest, index, plan } = source
  const seed = `${digest} ${index}`
  const random = createRandom(`${seed} statement`)
  const days = pickDays(source)
  const startCents = Math.round((account.monthlySales * random.integer(-10, 120)) / 100)
  const movements = () => createCompanyMovements(seed, days, plan.transactions, account)
  let credits = 0
  let debits = 0
  let count = 0
  for (const { cents } of movements()) {
    count += 1
    if (cents > 0) credits += cents
    else debits -= cents
  }
  const misread = plan.reconciles ? 0 : random.integer(1, 99_999)
  const isNamed = !random.percent(10)
  const pageCount = 1 + Math.ceil(count / 30)
  return {
    days: days.days,
    count,
    credits,
    /** Without a sign. */
    debits,
    reconciles: plan.reconciles,
    /** Its entry in the summary. */
    toEntry: (statementId: number) => ({
      startDate: days.start,
      endDate: days.end,
      bic: isNamed ? account.bic : '',
      iban: isNamed ? account.iban : null,
      statementId,
      pageCount,
      startBalance: centsToNumber(startCents),
      endBalance: centsToNumber(startCents + credits - debits + misread),
      totalCreditAmount: centsToNumber(credits),
      totalDebitAmount: centsToNumber(debits),
      movements: plan.reconciles ? 'correct' : 'incorrect',
    }),
    /** Its transactions, made while they are read. */
    rows: (statementId: number) => ({
      [Symbol.iterator]: () => createTransactionRows(movements(), { seed, statementId, startCents }),
    }),
  }
}

/**
 * Whole months up to the day that was told, else up to the end of a month between March 2024 and October 2025. As in the
 * vendor's sample, a statement begins on the last day before its first month.
 */
function pickDays({ digest, index, date, period }: StatementSource): StatementDays {
  const random = createRandom(`${digest} days`)
  const length = months[period ?? ''] ?? 1
  const picked = new Date(Date.UTC(2024, random.integer(3, 22) + 1, 0)).toISOString().slice(0, 10)
  const told = parseCalendarDate(date ?? '') ?? picked
  const end = index === 0 ? told : lastDayOf(told, index * length)
  const start = lastDayOf(end, -length)
  return { start, end, days: (Date.parse(end) - Date.parse(start)) / dayMs }
}

/** The last day of the month that is `later` months after the month of a date. */
function lastDayOf(date: string, later: number): string {
  const [year = 0, month = 0] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month + later, 1)).toISOString().slice(0, 10)
  return addDays(first, -1)
}

/** ASSUMED: what the vendor calls each kind of movement. */
const categories: Readonly<Record<CompanyKind, string>> = {
  rent: 'rent',
  loan: 'loan',
  energy: 'energy',
  telecom: 'telecom',
  'social-security': 'social_security',
  tax: 'tax',
  insurance: 'insurance',
  salaries: 'salaries',
  correction: 'fees',
  sales: 'sales',
  suppliers: 'suppliers',
  transport: 'transport',
  cash: 'cash',
  fee: 'bank_fees',
}
/** Unknown categories. */
const oddCategories = ['divers/3', 'Unclassified (AI)', 'à vérifier'] as const

/**
 * The movements as the vendor lists them, with the flaws of extracted statements: a row without id, value date or balance, an
 * amount as text, an unknown category, unusual characters, two equal rows. The running balance is exact.
 * ASSUMED: the members and their names, and that some statements sign their amounts while others give the direction in `type`.
 */
function* createTransactionRows(
  movements: Iterable<Movement<CompanyKind>>,
  {
    seed,
    statementId,
    startCents,
  }: { readonly seed: string; readonly statementId: number; readonly startCents: number },
): Generator<Readonly<Record<string, unknown>>> {
  const random = createRandom(`${seed} rows`)
  const isSigned = random.percent(50)
  let balance = startCents
  let position = 0
  for (const { date, cents, description, kind, counterparty, isTwin } of movements) {
    balance += cents
    position += 1
    const written = isSigned ? cents : Math.abs(cents)
    const printed = {
      statementId,
      date,
      label: description,
      amount: centsToNumber(written),
      ...(!isSigned && { type: cents > 0 ? 'credit' : 'debit' }),
      category: categories[kind],
    }
    if (isTwin) {
      yield printed
      continue
    }
    const odd = random.percent(3) ? random.pick(oddTexts)(description) : description
    yield {
      id: random.percent(2) ? undefined : `${statementId}-${position}`,
      ...printed,
      ...(random.percent(3) ? { label: undefined, description: odd } : { label: odd }),
      valueDate: random.percent(4) ? null : random.percent(10) ? addDays(date, 1) : date,
      amount: random.percent(2) ? formatCents(written) : printed.amount,
      balance: random.percent(2) ? undefined : centsToNumber(balance),
      category: random.percent(2) ? random.pick(oddCategories) : printed.category,
      counterparty: counterparty === null || random.percent(50) ? counterparty : { name: counterparty },
    }
  }
}
