import { addDays, parseCalendarDate } from '../../../domain/calendar-date.ts'
import { centsToNumber } from '../../../simulation/exact-number.ts'
import { createRandom } from '../../../simulation/random.ts'
import type { CompanyAccount } from '../../../simulation/statements/company-account.ts'
import type { MediumPlan } from './medium-plan.ts'
import { createCompanyMovements, type StatementDays } from '../../../simulation/statements/company-movements.ts'
import { createTransactionRows } from './transaction-rows.ts'

/** What a statement is made from, and nothing else: the same file gives the same statement, ever. */
export interface StatementSource {
  readonly account: CompanyAccount
  readonly digest: string
  /** Which of several statements in one document, from 0. */
  readonly index: number
  readonly plan: Pick<MediumPlan, 'transactions' | 'reconciles'>
  /** As told when it was put online: the last day, and how long it is. */
  readonly date: string | null
  readonly period: string | null
}

/** A statement as a report tells it. Sums are whole cents. */
export interface StatementContent {
  readonly days: number
  readonly count: number
  readonly credits: number
  /** Without a sign. */
  readonly debits: number
  readonly reconciles: boolean
  /** Its entry in the summary. */
  toEntry(statementId: number): Readonly<Record<string, unknown>>
  /** Its transactions, made as they are read. */
  rows(statementId: number): Iterable<Readonly<Record<string, unknown>>>
}

const months: Readonly<Record<string, number>> = { month: 1, quarter: 3, semester: 6 }
const dayMs = 86_400_000

export function createStatementContent(source: StatementSource): StatementContent {
  const { account, digest, index, plan } = source
  const seed = `${digest} ${index}`
  const random = createRandom(`${seed} statement`)
  const days = pickDays(source)
  const startCents = Math.round((account.monthlySales * random.integer(-10, 120)) / 100)
  const movements = () => createCompanyMovements(seed, days, plan.transactions, account.monthlySales)
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
    debits,
    reconciles: plan.reconciles,
    toEntry: statementId => ({
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
    rows: statementId => ({
      [Symbol.iterator]: () => createTransactionRows(movements(), { seed, statementId, startCents }),
    }),
  }
}

/**
 * Whole months up to the day that was told, else up to the end of one between March 2024 and October 2025. As in the vendor's
 * sample, a statement begins with the balance of the last day before.
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

/** The last day of the month that is so many months after that of a date. */
function lastDayOf(date: string, later: number): string {
  const [year = 0, month = 0] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month + later, 1)).toISOString().slice(0, 10)
  return addDays(first, -1)
}
