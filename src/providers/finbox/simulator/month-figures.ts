import { addDays, monthOf } from '../../../domain/calendar-date.ts'
import type { AccountContent, Row, Segment } from './account-content.ts'

/** Sums of one group of transactions in one month, in whole paise without sign. */
export interface Figure {
  readonly sum: number
  readonly count: number
  readonly most: number
  readonly least: number
}

/** All figures of one month, of one account or of several accounts together. */
export interface MonthFigures {
  /** `YYYY-MM` */
  readonly month: string
  /** The first day that statements cover; `to` is the last. */
  readonly from: string
  readonly to: string
  readonly opening: number
  readonly closing: number
  /** By the name of the bucket. */
  readonly figures: ReadonlyMap<string, Figure>
  /** The balance at the end of each covered day, by date. */
  readonly endOfDay: ReadonlyMap<string, number>
}

/** The groups of transactions for which the monthly analysis has a sum, a count, and the greatest, least and average amount. */
export const buckets = [
  'credit',
  'debit',
  'international_transaction_arbitrage_credit',
  'bank_interest_credit',
  'refund_credit',
  'cash_deposit_credit',
  'upi_credit',
  'net_banking_transfer_credit',
  'auto_debit_payment_bounce_credit',
  'chq_credit',
  'investment_cashin_credit',
  'inward_cheque_bounce_credit',
  'inward_cheque_bounce_insuff_funds_credit',
  'self_transfer_credit',
  'income_credit',
  'business_credit',
  'loan_credits',
  'reversal_credit',
  'emi_bounce_credit',
  'gambling_credit',
  'group_transfer_credit',
  'cross_account_transfer_credit',
  'international_transaction_arbitrage_debit',
  'bill_payment_debit',
  'cash_withdrawl_debit',
  'bank_charge_debit',
  'debit_card_debit',
  'outward_cheque_bounce_debit',
  'outward_cheque_bounce_insuff_funds_debit',
  'chq_debit',
  'upi_debit',
  'auto_debit_payment_debit',
  'net_banking_transfer_debit',
  'payment_gateway_purchase_debit',
  'self_transfer_debit',
  'emi_debit',
  'credit_card_bill_debit',
  'investment',
  'business_debit',
  'group_transfer_debit',
  'cross_account_transfer_debit',
  'ach_bounce_charge',
  'chq_bounce_charge',
  'min_bal_charge',
  'bounce_charge',
  'bounce_penal',
  'tax_gst_paid',
  'food_related_debits',
  'travel_related_debits',
  'fuel_related_debits',
  'shopping_related_debits',
  'bill_related_debits',
  'grocery_related_debits',
  'upi_and_net_banking_debits',
  'discretionary_spends',
  'salary',
] as const
export type Bucket = (typeof buckets)[number]

const known: ReadonlySet<string> = new Set(buckets)
const discretionary: ReadonlySet<string> = new Set(['food', 'travel', 'shopping', 'entertainment'])
const related: Readonly<Record<string, string>> = {
  food: 'food_related_debits',
  travel: 'travel_related_debits',
  fuel: 'fuel_related_debits',
  shopping: 'shopping_related_debits',
  bills: 'bill_related_debits',
  groceries: 'grocery_related_debits',
}
const charges: Readonly<Record<string, string>> = {
  ach_bounce_charge: 'ach_bounce_charge',
  chq_bounce_charge: 'chq_bounce_charge',
  penalty_charge: 'min_bal_charge',
}

/** Whether it is a returned payment, or the bank's charge for one or for too low a balance. */
export function isBounceOrPenalty({ channel, description }: Row): boolean {
  return channel.endsWith('_bounce') || description in charges
}

/** Every group that a transaction is counted in. */
function bucketsOf(row: Row): readonly string[] {
  const { cents, channel, description, merchantCategory } = row
  const side = cents > 0 ? 'credit' : 'debit'
  const found = [side, `${channel}_${side}`]
  if (description === 'self_transfer') found.push(`self_transfer_${side}`)
  if (description === 'lender_transaction') found.push(side === 'credit' ? 'loan_credits' : 'emi_debit')
  if (description === 'chq_bounce_insuff_funds') found.push(`${channel}_insuff_funds_${side}`)
  if (isBounceOrPenalty(row)) found.push('bounce_penal')
  if (channel === 'salary') found.push('salary', 'income_credit')
  if (side === 'credit') return found
  const charge = charges[description]
  if (charge !== undefined) found.push(charge)
  if (description.endsWith('_bounce_charge')) found.push('bounce_charge')
  if (description === 'credit_card_bill') found.push('credit_card_bill_debit')
  if (channel === 'investment') found.push('investment')
  if (channel === 'upi' || channel === 'net_banking_transfer') found.push('upi_and_net_banking_debits')
  if (discretionary.has(merchantCategory)) found.push('discretionary_spends')
  const kind = related[merchantCategory]
  if (kind !== undefined) found.push(kind)
  return found
}

const nothing: Figure = { sum: 0, count: 0, most: 0, least: 0 }

export function figureOf({ figures }: Pick<MonthFigures, 'figures'>, bucket: Bucket): Figure {
  return figures.get(bucket) ?? nothing
}

function addFigures(one: Figure, other: Figure): Figure {
  if (one.count === 0 || other.count === 0) return one.count === 0 ? other : one
  return {
    sum: one.sum + other.sum,
    count: one.count + other.count,
    most: Math.max(one.most, other.most),
    least: Math.min(one.least, other.least),
  }
}

/**
 * The figures of an account by month, in one pass over its rows. @param visit gets every row
 */
export function countMonths(content: AccountContent, visit: (row: Row) => void): readonly MonthFigures[] {
  const figures = new Map<string, Map<string, Figure>>()
  const balances = new Map<string, number>()
  for (const row of content.rows) {
    visit(row)
    balances.set(row.date, row.balance)
    const month = monthOf(row.date)
    const ofMonth = figures.get(month) ?? new Map<string, Figure>()
    figures.set(month, ofMonth)
    const amount = Math.abs(row.cents)
    const figure = { sum: amount, count: 1, most: amount, least: amount }
    for (const bucket of bucketsOf(row))
      if (known.has(bucket)) ofMonth.set(bucket, addFigures(ofMonth.get(bucket) ?? nothing, figure))
  }
  const months: MonthFigures[] = []
  let balance = content.opening
  for (const { from, to, begins } of content.segments.flatMap(toWholeMonths)) {
    if (begins !== null) balance = begins
    const opening = balance
    const endOfDay = new Map<string, number>()
    for (let date = from; date <= to; date = addDays(date, 1)) {
      balance = balances.get(date) ?? balance
      endOfDay.set(date, balance)
    }
    const month = monthOf(from)
    months.push({ month, from, to, opening, closing: balance, figures: figures.get(month) ?? new Map(), endOfDay })
  }
  return months
}

/**
 * The three whole months of a segment. `begins`: the balance that the statement names before the month; it names one only
 * before its first month.
 */
function toWholeMonths({ from, to, opening }: Segment) {
  const months: { readonly from: string; readonly to: string; readonly begins: number | null }[] = []
  for (let first = from; first < to; ) {
    const next = `${monthOf(addDays(first, 31))}-01`
    months.push({ from: first, to: addDays(next, -1), begins: first === from ? opening : null })
    first = next
  }
  return months
}

/** The months of several accounts as if they were one account. Balances are added up. */
export function mergeMonths(all: readonly MonthFigures[]): readonly MonthFigures[] {
  const merged = new Map<string, MonthFigures>()
  for (const one of all) {
    const other = merged.get(one.month)
    if (!other) {
      merged.set(one.month, one)
      continue
    }
    const figures = new Map(other.figures)
    for (const [bucket, figure] of one.figures) figures.set(bucket, addFigures(figures.get(bucket) ?? nothing, figure))
    const endOfDay = new Map(other.endOfDay)
    for (const [date, balance] of one.endOfDay) endOfDay.set(date, (endOfDay.get(date) ?? 0) + balance)
    const { opening, closing } = other
    merged.set(one.month, {
      ...other,
      opening: opening + one.opening,
      closing: closing + one.closing,
      figures,
      endOfDay,
    })
  }
  return [...merged.values()].toSorted((one, other) => (one.month < other.month ? -1 : 1))
}
