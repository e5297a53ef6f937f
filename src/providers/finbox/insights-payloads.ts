import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  amount,
  count,
  decimal,
  isReadable,
  someText,
  text,
  toRow,
  writtenNumber,
} from '../../connector/payload-members.ts'
import { exactDecimal } from '../../http/exact-json.ts'
import { anyDay, parseMonth } from './dates.ts'
import { id, list, optionalId, range, readable } from './payloads.ts'

// The members of the insights, one by one as they arrive: https://docs.finbox.in/session-flow/fetch-data.html. Those that are not as
// documented are null.

export const accountDetails = z
  .object({
    name: text,
    account_category: text,
    account_number: z.union([text, writtenNumber]).catch(null),
    bank: text,
    credit_limit: decimal,
    ifsc: text,
    micr: text,
    missing_data: list(range),
    od_limit: decimal,
    salary_confidence: decimal,
    statements: list(id),
    months: list(someText),
    country_code: text,
    currency_code: text,
    account_date_range: range,
  })
  .transform(given => ({
    name: given.name,
    category: given.account_category,
    accountNumber: given.account_number,
    bank: given.bank,
    creditLimit: given.credit_limit,
    overdraftLimit: given.od_limit,
    ifsc: given.ifsc,
    micr: given.micr,
    missing: given.missing_data.map(toPeriod),
    salaryConfidence: readable(given.salary_confidence),
    statements: given.statements,
    months: given.months.map(month => parseMonth(month) ?? month),
    countryCode: given.country_code,
    currencyCode: given.currency_code,
    dateRange: toPeriod(given.account_date_range),
  }))
  .nullable()
  .catch(null)

export type AccountDetails = NonNullable<z.infer<typeof accountDetails>>

export const statementStats = z
  .object({
    statement_id: id,
    bank: text,
    page_count: count,
    transaction_count: count,
    from_date: anyDay,
    to_date: anyDay,
  })
  .transform(given => ({
    statementId: given.statement_id,
    bank: given.bank,
    pageCount: given.page_count,
    transactionCount: given.transaction_count,
    ...toPeriod(given),
  }))
  .nullable()
  .catch(null)

export type StatementStats = NonNullable<z.infer<typeof statementStats>>

/**
 * ASSUMED: an item of `fraud` and of `fraud_details` is that of the vendor's older flow, or the bare kind of fraud. No page shows one.
 * https://docs.finbox.in/bank-connect/rest-api.html
 */
export const fraudItem = z
  .union([
    someText.transform(type => ({ statementId: null, type, category: null, transactionHash: null })),
    z
      .object({ statement_id: optionalId, fraud_type: text, fraud_category: text, transaction_hash: text })
      .refine(item => item.fraud_type !== null || item.fraud_category !== null)
      .transform(item => ({
        statementId: item.statement_id,
        type: item.fraud_type ?? 'fraud',
        category: item.fraud_category,
        transactionHash: item.transaction_hash,
      })),
  ])
  .nullable()
  .catch(null)

export type FraudItem = NonNullable<z.infer<typeof fraudItem>>

const listedTransaction = z.object({
  transaction_type: text,
  transaction_note: text,
  amount,
  balance: decimal,
  date: anyDay,
  hash: someText.max(100).nullable().catch(null),
})

const metadata = z
  .object({ unclean_merchant: text, transaction_channel: text, description: text })
  .catch({ unclean_merchant: null, transaction_channel: null, description: null })

const transactionMembers = listedTransaction
  .extend({ chq_num: z.union([someText, writtenNumber]).nullable().catch(null), category: text, metadata })
  .transform(given => ({
    type: given.transaction_type,
    note: given.transaction_note,
    chequeNumber: given.chq_num,
    amount: given.amount,
    balance: given.balance,
    date: given.date,
    hash: given.hash,
    category: given.category,
    merchant: given.metadata.unclean_merchant,
    channel: given.metadata.transaction_channel,
    description: given.metadata.description,
  }))

export type TransactionPayload = Readonly<z.infer<typeof transactionMembers>>

/** Every member may be missing. A row without an amount has an unreadable one. */
export function parseTransaction(value: unknown): TransactionPayload {
  return transactionMembers.parse(toRow(value))
}

/**
 * What an entry of a list beside `transactions` names its transaction by: its hash, or, because the vendor's sample shows lists
 * without one, what it says. null when it says nothing.
 */
export function toListedKey(value: unknown): string | null {
  const { transaction_type: type, transaction_note: note, ...row } = listedTransaction.parse(toRow(value))
  if (row.hash !== null) return row.hash
  return note === null && !isReadable(row.date) ? null : toContentKey({ ...row, type, note })
}

type Content = Pick<TransactionPayload, 'type' | 'note' | 'amount' | 'balance' | 'date'>

/** The same for a transaction and for its entry in a list without hashes. */
export function toContentKey({ type, note, amount: sum, balance, date }: Content): string {
  const said = JSON.stringify([type, note, sum, balance, date])
  return createHash('sha256').update(said).digest('base64url').slice(0, 22)
}

/** A figure with its name and what it is of: a month, a day or a category. */
export interface FigurePayload {
  readonly name: string
  readonly basis: string | null
  readonly value: string
}

/** One predictor; empty when it is not a number. Texts are words, days and what identifies the holder, also those of digits. */
export function parsePredictor(name: string, value: unknown): readonly FigurePayload[] {
  const number = exactDecimal.safeParse(value)
  return number.success && typeof value !== 'string' ? [{ name, basis: null, value: number.data }] : []
}

/** One figure for each month of a metric: `{"Aug-2025": 5.0}`. A metric without months is a single figure. */
export function parseMonthlyMetric(name: string, value: unknown): readonly FigurePayload[] {
  const single = parsePredictor(name, value)
  if (single.length > 0) return single
  return membersOf(value).flatMap(([month, member]) => {
    const number = exactDecimal.safeParse(member)
    return number.success ? [{ name, basis: parseMonth(month) ?? month, value: number.data }] : []
  })
}

/**
 * One member of `eod_balances`. A month holds a balance for each day from the 1st on, null for days that no statement covers and
 * that the month does not have. `Months_order` and `start_date` hold no figures.
 */
export function parseEndOfDay(name: string, value: unknown): readonly FigurePayload[] {
  const month = parseMonth(name)
  if (month === null) return parsePredictor(name, value)
  const days = z.array(z.unknown()).max(31).safeParse(value).data ?? []
  return days.flatMap((balance, index) => {
    const number = exactDecimal.safeParse(balance)
    const basis = `${month}-${String(index + 1).padStart(2, '0')}`
    return number.success ? [{ name: 'eod_balances', basis, value: number.data }] : []
  })
}

const expenseCategory = z.object({ category: someText, percentage: exactDecimal })

/** The share of one category in the expenses, in percent. */
export function parseExpenseCategory(value: unknown): readonly FigurePayload[] {
  const one = expenseCategory.safeParse(value).data
  return one ? [{ name: 'expense_categories', basis: one.category, value: one.percentage }] : []
}

function toPeriod({ from_date: from, to_date: to }: z.infer<typeof range>) {
  return { from, to }
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(z.record(z.string(), z.unknown()).safeParse(value).data ?? {})
}
