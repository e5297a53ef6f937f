import { centsToNumber } from '../../../simulation/exact-number.ts'
import { createRandom } from '../../../simulation/random.ts'
import type { Movement } from '../../../simulation/statements/movements.ts'
import { createPersonAccount, type PersonAccount } from '../../../simulation/statements/person-account.ts'
import { createPersonMovements, type PersonKind } from '../../../simulation/statements/person-movements.ts'
import type { StatementPlan } from './statement-plan.ts'
import { createTransactionRows } from './transaction-rows.ts'

/** The analysis of a statement, ready for `JSON.stringify`; its rows are made as they are read. */
export interface StatementContent {
  readonly bankName: string
  readonly transactionCount: number
  readonly confidence: Readonly<Record<'overall' | 'ocr' | 'extraction', object>>
  /** ASSUMED: this shape as a whole; the page shows `header.bankName`, `header.totalTransactions` and two metrics. */
  readonly analysis: {
    readonly header: Readonly<Record<string, unknown>>
    readonly transactions: Iterable<unknown>
    readonly lendingMetrics: Readonly<Record<string, unknown>>
    readonly confidence: Readonly<Record<string, unknown>>
  }
}

/** What the movements come to, in whole cents. */
interface Totals {
  readonly count: number
  readonly credits: number
  readonly debits: number
  readonly loans: number
  readonly salaries: number
  readonly cashWithdrawals: number
  readonly lowestBalance: number
}

/** The content follows from digest and plan alone: the same file gives the same result, ever. */
export function createStatementContent(digest: string, plan: StatementPlan): StatementContent {
  const profile = createPersonAccount(digest, plan.transactions)
  const movements = () => createPersonMovements(profile, digest, plan.transactions)
  const totals = sumUp(profile, movements())
  const confidence = createConfidence(digest, plan.outcome === 'partial')
  return {
    bankName: profile.bank,
    transactionCount: totals.count,
    confidence,
    analysis: {
      header: createHeader(profile, totals, plan, digest),
      transactions: { [Symbol.iterator]: () => createTransactionRows(movements(), profile.opening, digest) },
      lendingMetrics: createLendingMetrics(totals),
      confidence,
    },
  }
}

function sumUp(profile: PersonAccount, movements: Iterable<Movement<PersonKind>>): Totals {
  const totals = {
    count: 0,
    credits: 0,
    debits: 0,
    loans: 0,
    salaries: 0,
    cashWithdrawals: 0,
    lowestBalance: profile.opening,
  }
  let balance = profile.opening
  for (const { cents, kind } of movements) {
    balance += cents
    totals.count += 1
    totals.lowestBalance = Math.min(totals.lowestBalance, balance)
    if (cents > 0) totals.credits += cents
    else totals.debits -= cents
    if (kind === 'loan') totals.loans -= cents
    if (kind === 'salary') totals.salaries += 1
    if (kind === 'cash') totals.cashWithdrawals += 1
  }
  return totals
}

/** ASSUMED: `totalDebits` is printed without a sign. A partial result lacks what could not be read. */
function createHeader(profile: PersonAccount, totals: Totals, plan: StatementPlan, digest: string) {
  const misread = plan.reconciles ? 0 : createRandom(`${digest} misread`).integer(1, 99_999)
  const closing = profile.opening + totals.credits - totals.debits + misread
  return {
    bankName: profile.bank,
    accountName: profile.holder,
    accountNumber: plan.outcome === 'partial' ? null : profile.accountNumber,
    currency: profile.words.currency,
    periodStart: profile.from,
    periodEnd: profile.to,
    openingBalance: centsToNumber(profile.opening),
    closingBalance: plan.outcome === 'partial' ? null : centsToNumber(closing),
    totalCredits: centsToNumber(totals.credits),
    totalDebits: centsToNumber(totals.debits),
    totalTransactions: totals.count,
  }
}

/** ASSUMED: names beyond the page's two, and all scales. Without income there is no ratio. */
function createLendingMetrics(totals: Totals) {
  const { credits, debits, loans, salaries, cashWithdrawals, lowestBalance } = totals
  return {
    salaryRegularityScore: centsToNumber(Math.min(100, Math.round((salaries * 100) / 3))),
    debtToIncomeRatio: credits === 0 ? null : centsToNumber(Math.round((loans * 100) / credits)),
    cashFlowSufficiencyScore: centsToNumber(credits === 0 ? 0 : Math.round((credits * 10_000) / (credits + debits))),
    averageMonthlyIncome: centsToNumber(Math.round(credits / 3)),
    averageMonthlyExpenses: centsToNumber(Math.round(debits / 3)),
    averageMonthlyNetCashFlow: centsToNumber(Math.round((credits - debits) / 3)),
    lowestBalance: centsToNumber(lowestBalance),
    cashWithdrawalCount: cashWithdrawals,
  }
}

function createConfidence(digest: string, low: boolean): StatementContent['confidence'] {
  const random = createRandom(`${digest} confidence`)
  const [from, to] = low ? [41, 68] : [90, 99]
  const extraction = random.integer(from, to)
  const ocr = random.integer(from, to)
  return {
    overall: centsToNumber(Math.floor((extraction + ocr) / 2)),
    ocr: centsToNumber(ocr),
    extraction: centsToNumber(extraction),
  }
}
