import { z } from 'zod'
import { decimal, isReadable, text, writtenNumber } from '../../connector/payload-members.ts'
import { anyDay } from './dates.ts'

// https://docs.finbox.in/session-flow/submit-data-backend.html, …/upload-status.html, …/processing-status.html, …/fetch-data.html.
// A member that is missing or of another type is null, unless it is an id that nothing works without.

export const id = z.string().trim().min(1).max(200)
export const optionalId = z.union([id, writtenNumber]).nullable().catch(null)
export const list = <T>(item: z.ZodType<T>) =>
  z
    .array(item.nullable().catch(null))
    .transform(items => items.filter(one => one !== null))
    .catch([])

export const sessionPayload = z.object({ session_id: id })

/** The answer to a request for processing. An answer without either member is another server's. */
export const startedPayload = z
  .object({ session_id: text, message: text })
  .refine(({ session_id: sessionId, message }) => sessionId !== null || message !== null)

export const range = z.object({ from_date: anyDay, to_date: anyDay }).catch({ from_date: null, to_date: null })

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

/** null for what cannot be read. */
export function readable(value: string | null): string | null {
  return isReadable(value) ? value : null
}
