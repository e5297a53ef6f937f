import { z } from 'zod'
import { parseJsonOrNull } from '../../connector/parse-answer.ts'
import { createVendorErrors, goneRule, type StatusRule, usualRules } from '../../connector/vendor-errors.ts'
import type { AppError, ErrorCode } from '../../errors.ts'
import { vendor } from './config.ts'

const errors = createVendorErrors(vendor)

export const { badResponse } = errors

/** The code that the vendor gives for "started already": status 400 in its repository, 409 on an older page. */
export const startedAlready = 'DUPLICATE_PROCESSING_REQUEST'

/** The codes by which the vendor says, with status 400, that a result is not there yet. */
const notReadyCodes: ReadonlySet<string | null> = new Set(['PROCESSING_NOT_REQUESTED', 'PROCESSING_NOT_COMPLETED'])

/** The codes of a session that takes no uploads any more. The sample of the upload page shows the second, its table the first. */
const sessionCodes: ReadonlySet<string | null> = new Set(['SESSION_EXPIRED', 'SESSION_NOT_FOUND', 'SESSION_DELETED'])

const unreadableStatement: StatusRule = {
  code: 'STATEMENT_UNSUPPORTED_FORMAT',
  message: 'FinBox does not read statements of this format.',
}
const expiredSession: StatusRule = {
  code: 'PROVIDER_SESSION_EXPIRED',
  message: 'The session at FinBox has expired, or FinBox does not know it.',
}
const usedUp: StatusRule = { code: 'PROVIDER_QUOTA_EXCEEDED', message: 'The plan of the account at FinBox has ended.' }
const unauthorized: StatusRule = {
  code: 'PROVIDER_UNAUTHORIZED',
  message: 'FinBox refused the configured API key or server hash.',
}
const forbidden: StatusRule = { code: 'PROVIDER_FORBIDDEN', message: 'FinBox has not enabled this for the account.' }
const incomplete: StatusRule = {
  code: 'PROVIDER_REJECTED',
  message:
    "The account's statements do not meet the rules that FinBox applies to this client: days or months are missing.",
}

const passwordIncorrect: StatusRule = {
  code: 'DOCUMENT_PASSWORD_INCORRECT',
  message: 'The document is protected by a password, and none or a wrong one was given.',
}

const rejected = (message: string): StatusRule => ({ code: 'PROVIDER_REJECTED', message })

/**
 * Faults of one document, at its upload or after its processing. Sources: "Error Scenario Validation Matrix" of
 * https://docs.finbox.in/session-flow/submit-data-backend.html and "Statement Status" of …/session-flow/fetch-data.html
 */
const documentRules: Readonly<Record<string, StatusRule>> = {
  MISSING_FILE_OBJECT: rejected('FinBox found no file in the upload.'),
  INVALID_FILE_OBJECT: { code: 'DOCUMENT_INVALID', message: 'FinBox cannot open the document.' },
  EMPTY_FILE: { code: 'DOCUMENT_EMPTY', message: 'The document is empty.' },
  INVALID_FILE_URL: rejected('FinBox cannot fetch the document.'),
  INVALID_BASE_64: rejected('FinBox cannot decode the document.'),
  PASSWORD_INCORRECT: passwordIncorrect,
  PDF_IS_IMAGE: { code: 'DOCUMENT_IS_IMAGE', message: 'The document is a picture of a statement and has no text.' },
  STATEMENT_UNSUPPORTED_FORMAT: unreadableStatement,
  STATEMENT_DUPLICATE: { code: 'STATEMENT_DUPLICATE', message: 'FinBox has this statement already.' },
  OUT_OF_DATE_RANGE: {
    code: 'STATEMENT_OUT_OF_RANGE',
    message: 'The statement has no transactions in the period that FinBox was asked for.',
  },
  BANK_NAME_UNDETECTED: {
    code: 'BANK_UNDETECTED',
    message: 'FinBox did not recognise the bank. Name it in bankName.',
  },
  BANK_NAME_MISMATCH: { code: 'BANK_MISMATCH', message: 'The statement is of another bank than the one in bankName.' },
  INVALID_ACCOUNT_CATEGORY: rejected('FinBox does not take statements of accounts of this category.'),
  STATEMENT_TOO_MANY_PAGES: {
    code: 'DOCUMENT_TOO_LARGE',
    message: 'The statement has more pages than FinBox takes.',
  },
  EXTRACTION_FAILED: unreadableStatement,
  STATEMENT_NO_TRANSACTIONS: { code: 'DOCUMENT_EMPTY', message: 'FinBox found no transactions in the statement.' },
  NULL_ACCOUNT_NUMBER: {
    code: 'STATEMENT_UNSUPPORTED_FORMAT',
    message: 'FinBox found no account number in the statement.',
  },
  UNPARSABLE: unreadableStatement,
  NO_TRANSACTIONS_FROM_AA: rejected('FinBox got no transactions from the account aggregator.'),
}

/** Faults of an account, after its statements were processed: …/session-flow/fetch-data.html, "Account Status". */
const accountRules: Readonly<Record<string, StatusRule>> = {
  MISSING_TRANSACTIONS: rejected('FinBox finds that transactions are missing in the statements of the account.'),
  BALANCE_MISMATCH: rejected('FinBox finds that the balances of the account do not follow from its transactions.'),
  INCOMPLETE_MONTHS: incomplete,
  INCOMPLETE_MONTHS_UPLOAD: incomplete,
  INCOMPLETE_DATES_UPLOAD: incomplete,
}

/** Faults of a call as a whole: …/session-flow/submit-data.html, get-data.html, upload-status.html, processing-status.html. */
const callRules: Readonly<Record<string, StatusRule>> = {
  SESSION_EXPIRED: expiredSession,
  SESSION_NOT_FOUND: expiredSession,
  SESSION_DELETED: expiredSession,
  TRIAL_PERIOD_EXPIRED: usedUp,
  PAYMENT_REQUIRED: usedUp,
  INVALID_API_KEY: unauthorized,
  ACCESS_DENIED: unauthorized,
  AUTHENTICATION_CREDENTIALS_NOT_PROVIDED: unauthorized,
  MODE_NOT_ENABLED: forbidden,
  MODE_NOT_AVAILABLE: forbidden,
  UNPARSABLE_STATEMENTS: unreadableStatement,
  [startedAlready]: rejected('FinBox is processing the session already.'),
  PROCESSING_NOT_REQUESTED: rejected('FinBox was not asked to process the session.'),
  PROCESSING_NOT_COMPLETED: rejected('FinBox has not finished processing the session.'),
  ...Object.fromEntries(
    [
      'INVALID_BANK_NAME',
      'MISSING_BANK_NAME',
      'INVALID_DATE_FORMAT',
      'INVALID_DATE_RANGE',
      'MISSING_DATE_FIELD',
      'INVALID_MOBILE_NUMBER',
      'INVALID_SESSION_EXPIRY',
      'INVALID_AA_PARAMETER',
      'MISSING_AA_PARAMETER',
      'INVALID_URL',
      'INVALID_LENGTH',
      'INVALID_REQUEST',
      'INVALID_PARAMETER_COUNT',
      'METHOD_NOT_ALLOWED',
      'UNSUPPORTED_MEDIA_TYPE',
      'KEY_REQUIRED',
    ].map(code => [code, rejected('FinBox found the request invalid.')]),
  ),
}

const statusRules = usualRules(vendor.name)

/** ASSUMED: refusals of an upload with these statuses and no known code are about the document. */
const documentStatuses: ReadonlySet<number> = new Set([400, 413, 415, 422])

/** An answer that is not a success. */
export interface Refusal {
  readonly status: number
  /** The vendor's own code; null when there is none that can be read. */
  readonly code: string | null
  /** The vendor's words where there is no code. They are searched and never shown. */
  readonly words: string
}

const codedError = z.object({ code: z.string().regex(/^[A-Z][A-Z0-9_]{1,63}$/) })
const detailBody = z.object({ detail: z.string() })
const fieldsBody = z.record(z.string(), z.union([z.string(), z.array(z.string().catch(''))]).catch(''))

/**
 * Reads all four shapes: `{session_id, statement_id, error: {code, message}}`, `{error: {code, message}}`, `{detail}` and, ASSUMED, a
 * validation error with messages by field. Everything else has no code and no words.
 */
export function parseRefusal({ status, body }: { readonly status: number; readonly body: Buffer }): Refusal {
  const value = parseJsonOrNull(body)
  const coded = z.object({ error: codedError }).safeParse(value).data ?? null
  // A page on sessions shows the code without the envelope.
  const bare = coded ? coded.error : (codedError.safeParse(value).data ?? null)
  if (bare) return { status, code: bare.code, words: '' }
  const detail = detailBody.safeParse(value).data?.detail
  const fields = Object.values(fieldsBody.safeParse(value).data ?? {}).flat()
  return { status, code: null, words: [detail ?? '', ...fields].join('\n').slice(0, 20_000) }
}

export function isNotReady({ status, code }: Refusal): boolean {
  return status >= 400 && status < 500 && notReadyCodes.has(code)
}

/** The error for an answer that is not a success. */
export function toFinboxError(refusal: Refusal): AppError {
  const { status, code } = refusal
  return errors.toError(ruleOf(refusal), code ?? status)
}

/** The same for a session that was submitted: the vendor has nothing of it any more. */
export function toResultError(refusal: Refusal): AppError {
  const isGone = sessionCodes.has(refusal.code) || [404, 410].includes(refusal.status)
  return isGone
    ? errors.toError(goneRule(vendor.name, 'the session'), refusal.code ?? refusal.status)
    : toFinboxError(refusal)
}

/** Whether a deletion was refused because there is nothing to delete. */
export function isGone({ status, code }: Refusal): boolean {
  return status === 404 || status === 410 || (status === 400 && sessionCodes.has(code))
}

function ruleOf({ status, code, words }: Refusal): StatusRule {
  const known = code === null ? undefined : (callRules[code] ?? documentRules[code] ?? accountRules[code])
  if (known && status < 500) return known
  if (status === 403 && /credential|api.?key/i.test(words)) return unauthorized
  return errors.ruleOf(statusRules, status)
}

/** What is wrong with a refused document; null when the refusal is not about the document. */
export function toDocumentError(refusal: Refusal): AppError | null {
  const { status, code, words } = refusal
  if (status < 400 || status >= 500) return null
  const fault = code === null ? undefined : documentRules[code]
  if (fault) return errors.toError(fault, code ?? status)
  if (code !== null && callRules[code]) return null
  if (!documentStatuses.has(status)) return null
  const banks = bankListOf(words)
  if (banks === null) return toFinboxError(refusal)
  const message = `FinBox does not know the bank that was named. It knows: ${banks}`
  return errors.toError({ code: 'BANK_UNDETECTED', message }, status)
}

const longestList = 2_000

/** The list in "Please use following bank strings: [...]": its names alone. null when the words are not those. */
function bankListOf(words: string): string | null {
  const list = /following bank strings?:?\s*\[([^\]]*)/i.exec(words)?.[1]
  if (list === undefined) return null
  const names = list.match(/[A-Za-z0-9_&.-]{1,60}/g) ?? []
  return names.join(', ').slice(0, longestList)
}

/** What is wrong with a processed statement, or with its account; null when the vendor gives no code. */
export function toProcessingError(code: string | null): AppError | null {
  if (code === null) return null
  const rule = documentRules[code] ?? accountRules[code]
  const known: StatusRule = rule ?? rejected('FinBox could not process the statement.')
  return errors.toError(known, /^[A-Z0-9_]{1,64}$/.test(code) ? code : 'OTHER')
}

/** The error that a checkpoint keeps of a refused document. */
export function toKeptError(kept: {
  readonly code: ErrorCode
  readonly message: string
  readonly providerCode: string | null
}): AppError {
  return errors.toError({ code: kept.code, message: kept.message }, kept.providerCode ?? 'OTHER')
}

export function toPasswordError(): AppError {
  return errors.toError(passwordIncorrect, 'PASSWORD_INCORRECT')
}
