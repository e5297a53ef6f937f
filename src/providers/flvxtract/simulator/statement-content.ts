import { addDays } from '../../../domain/calendar-date.ts'
import { centsToNumber, formatCents } from '../../../simulation/exact-number.ts'
import { inPieces, toMemberTexts } from '../../../simulation/json-texts.ts'
import { oddTexts } from '../../../simulation/odd-texts.ts'
import { createRandom, type Random } from '../../../simulation/random.ts'
import type { Movement } from '../../../simulation/statements/movements.ts'
import { accountOf, movementsOf, openingOf } from '../../../simulation/statements/document-plan.ts'
import type { PersonAccount } from '../../../simulation/statements/person-account.ts'
import type { PersonKind } from '../../../simulation/statements/person-movements.ts'
import type { AnalysisOverride, StatementPlan } from './statement-plan.ts'

export type StatementContent = ReturnType<typeof createStatementContent>

/** The totals of the movements, in whole cents. */
interface Totals {
  readonly count: number
  readonly credits: number
  readonly debits: number
  readonly loans: number
  readonly salaries: number
  readonly cashWithdrawals: number
  readonly lowestBalance: number
}

/**
 * The analysis of a statement, ready for `JSON.stringify`. It follows from digest and plan only, so the same file always gives
 * the same result.
 */
export function createStatementContent(digest: string, plan: StatementPlan) {
  const profile = { ...accountOf(plan), opening: openingOf(plan) }
  const movements = movementsOf(plan)
  const totals = sumUp(profile, movements)
  const confidence = createConfidence(digest, plan.outcome === 'partial')
  return {
    bankName: profile.bank,
    transactionCount: totals.count,
    confidence,
    /** ASSUMED: the whole shape. The page shows `header.bankName`, `header.totalTransactions` and two metrics. */
    analysis: {
      header: createHeader(profile, totals, plan, digest),
      /** Made while they are read. */
      transactions: { [Symbol.iterator]: () => createTransactionRows(movements, profile.opening, digest) },
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

/** ASSUMED: `totalDebits` has no sign. A partial result lacks the members that could not be read. */
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

/** ASSUMED: all names but the two of the page, and all scales. Without income there is no ratio. */
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

function createConfidence(digest: string, low: boolean) {
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

/** ASSUMED: what the vendor calls each kind of movement. */
const categories: Readonly<Record<PersonKind, string>> = {
  rent: 'Rent',
  insurance: 'Insurance',
  loan: 'Loan Repayment',
  utilities: 'Utilities',
  telecom: 'Telecommunications',
  salary: 'Salary',
  fee: 'Bank Charges',
  card: 'Card Payment',
  groceries: 'Groceries',
  restaurant: 'Restaurants',
  transport: 'Transport',
  cash: 'Cash Withdrawal',
  'transfer-in': 'Transfer In',
  'transfer-out': 'Transfer Out',
  'self-transfer': 'Transfer',
  cheque: 'Cheque',
  'loan-payout': 'Loan Disbursement',
  bounce: 'Bounced',
  'card-bill': 'Credit Card Repayment',
  investment: 'Investment',
  refund: 'Refund',
  interest: 'Interest',
  'cash-deposit': 'Cash Deposit',
}
/** Unknown categories. */
const oddCategories = ['LEVY/3', 'Unclassified (AI)', 'misc.'] as const

/**
 * The movements as the vendor lists them, with the flaws of extracted statements: a row without id, value date or balance, an
 * amount as text, an unknown category, unusual characters, two equal rows. The running balance is always exact.
 * ASSUMED: the members and their names; amounts have no sign, and `type` gives the direction.
 */
function* createTransactionRows(
  movements: Iterable<Movement<PersonKind>>,
  opening: number,
  digest: string,
): Generator<Readonly<Record<string, unknown>>> {
  const random = createRandom(`${digest} rows`)
  let balance = opening
  let position = 0
  for (const movement of movements) {
    balance += movement.cents
    position += 1
    const unsigned = Math.abs(movement.cents)
    const printed = {
      date: movement.date,
      description: movement.description,
      amount: centsToNumber(unsigned),
      type: movement.cents > 0 ? 'credit' : 'debit',
      category: categories[movement.kind],
    }
    if (movement.isTwin) {
      yield printed
      continue
    }
    yield {
      id: random.percent(2) ? undefined : `${digest.slice(0, 12)}-${position}`,
      ...printed,
      valueDate: pickValueDate(random, movement.date),
      description: random.percent(3) ? random.pick(oddTexts)(movement.description) : movement.description,
      amount: random.percent(2) ? formatCents(unsigned) : printed.amount,
      balance: random.percent(2) ? undefined : centsToNumber(balance),
      category: random.percent(2) ? random.pick(oddCategories) : printed.category,
      reference: random.percent(60) ? `FT${random.integer(10_000_000, 99_999_999)}` : null,
    }
  }
}

/** Usually the booking date, sometimes the next day or none. */
function pickValueDate(random: Random, date: string): string | null | undefined {
  if (random.percent(2)) return undefined
  if (random.percent(2)) return null
  return random.percent(10) ? addDays(date, 1) : date
}

/** The analysis as JSON text in pieces, so that only a few rows are in memory at a time. */
export function createAnalysisBody(
  generated: StatementContent['analysis'],
  override: AnalysisOverride,
  memberOrder: readonly string[],
): Iterable<string> {
  const members = new Map<string, unknown>(Object.entries(generated))
  for (const [name, value] of Object.entries(override)) {
    const own = members.get(name)
    members.set(name, name === 'header' && isObject(own) && isObject(value) ? { ...own, ...value } : value)
  }
  const names = [...new Set([...memberOrder, ...members.keys()])]
  return inPieces(toMemberTexts(names.map(name => [name, members.get(name)] as const)))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
