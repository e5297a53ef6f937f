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

// https://docs.finbox.in/session-flow/submit-data-backend.html, …/upload-status.html, …/processing-status.html, …/fetch-data.html.
// A member that is missing or of another type is null, unless it is an id that nothing works without.

const id = z.string().trim().min(1).max(200)
const optionalId = z.union([id, writtenNumber]).nullable().catch(null)
const list = <T>(item: z.ZodType<T>) =>
  z
    .array(item.nullable().catch(null))
    .transform(items => items.filter(one => one !== null))
    .catch([])

export const sessionPayload = z.object({ session_id: id }).transform(({ session_id: sessionId }) => ({ sessionId }))

/** The answer to a request for processing. An answer without either member is another server's. */
export const startedPayload = z
  .object({ session_id: text, message: text })
  .refine(({ session_id: sessionId, message }) => sessionId !== null || message !== null)

const range = z.object({ from_date: anyDay, to_date: anyDay }).catch({ from_date: null, to_date: null })

/** The answer to an upload that was taken. A finding of fraud is part of it, and no error. */
export const uploadPayload = z
  .object({
    statement_id: id,
    date_range: range,
    opening_bal: decimal,
    closing_bal: decimal,
    is_fraud: z.boolean().catch(false),
    fraud_type: text,
  })
  .transform(given => ({
    statementId: given.statement_id,
    openingBalance: readable(given.opening_bal),
    closingBalance: readable(given.closing_bal),
    from: readable(given.date_range.from_date),
    to: readable(given.date_range.to_date),
    fraudType: given.is_fraud || given.fraud_type !== null ? (given.fraud_type ?? 'fraud') : null,
  }))

export type UploadPayload = Readonly<z.infer<typeof uploadPayload>>

const statementStatus = z
  .object({
    statement_id: id,
    statement_status: text,
    error_code: text,
    upload_file_name: text,
    statement_date_range: range,
  })
  .transform(given => ({
    statementId: given.statement_id,
    isFailed: given.statement_status?.toLowerCase() === 'failed',
    errorCode: given.error_code,
    fileName: given.upload_file_name,
    from: readable(given.statement_date_range.from_date),
    to: readable(given.statement_date_range.to_date),
  }))

const accountStatus = z
  .object({
    account_id: optionalId,
    account_number: text,
    full_bank_name: text,
    account_status: text,
    error_code: text,
    statements: list(statementStatus),
  })
  .transform(given => ({
    accountId: given.account_id,
    accountNumber: given.account_number,
    bankName: given.full_bank_name,
    status: given.account_status,
    errorCode: given.error_code,
    statements: given.statements,
  }))

export type StatementStatus = Readonly<z.infer<typeof statementStatus>>
export type AccountStatus = Readonly<z.infer<typeof accountStatus>>

const accounts = z.array(accountStatus)

/** What a session holds before it is processed. */
export const uploadStatusPayload = z
  .object({ accounts: accounts.nullable().default([]) })
  .transform(given => (given.accounts ?? []).flatMap(account => account.statements))

export const progressPayload = z
  .object({ session_progress: z.string().max(100) })
  .transform(({ session_progress: word }) => ({ word, isCompleted: word.trim().toLowerCase() === 'completed' }))

export type ProgressPayload = Readonly<z.infer<typeof progressPayload>>

export const sessionStatusPayload = z
  .object({ insights_available: z.boolean(), accounts })
  .transform(given => ({ hasInsights: given.insights_available, accounts: given.accounts }))

export type SessionStatusPayload = Readonly<z.infer<typeof sessionStatusPayload>>

const catalogueBank = z.object({ name: id, full_name: text, npci_code: text, logo_url: text })

export const cataloguePayload = z.object({ banks: z.array(z.unknown()) }).transform(({ banks }) =>
  banks.flatMap(bank => {
    const one = catalogueBank.safeParse(bank).data
    return one ? [{ name: one.name, fullName: one.full_name, bankCode: one.npci_code, logoUrl: one.logo_url }] : []
  }),
)

export type CatalogueBank = Readonly<z.infer<typeof cataloguePayload>>[number]

// The members of the insights, one by one as they arrive.

const accountDetails = z
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

export type AccountDetails = Readonly<z.infer<typeof accountDetails>>

const statementStats = z
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

export type StatementStats = Readonly<z.infer<typeof statementStats>>

/**
 * ASSUMED: an item of `fraud` and of `fraud_details` is that of the vendor's older flow, or the bare kind of fraud. No page shows one.
 * https://docs.finbox.in/bank-connect/rest-api.html
 */
const fraudItem = z.union([
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

export type FraudItem = Readonly<z.infer<typeof fraudItem>>

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

/** One predictor, or none when it is no number. */
export function parsePredictor(name: string, value: unknown): readonly FigurePayload[] {
  const number = exactDecimal.safeParse(value)
  return number.success ? [{ name, basis: null, value: number.data }] : []
}

/** The months of one metric: `{"Aug-2025": 5.0}`. A metric without months is a figure of its own. */
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

export function parseAccountDetails(value: unknown): AccountDetails | null {
  return accountDetails.safeParse(value).data ?? null
}

export function parseStatementStats(value: unknown): StatementStats | null {
  return statementStats.safeParse(value).data ?? null
}

export function parseFraud(value: unknown): FraudItem | null {
  return fraudItem.safeParse(value).data ?? null
}

export function parseText(value: unknown): string | null {
  return text.parse(value)
}

/** null for an absent value and for one that cannot be read. */
export function parseNumber(value: unknown): string | null {
  return readable(decimal.parse(value))
}

function toPeriod({ from_date: from, to_date: to }: z.infer<typeof range>) {
  return { from, to }
}

function readable(value: string | null): string | null {
  return isReadable(value) ? value : null
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(z.record(z.string(), z.unknown()).safeParse(value).data ?? {})
}
