import { z } from 'zod'
import { parseJsonOrNull } from '../../connector/parse-answer.ts'
import {
  createVendorErrors,
  goneRule,
  type StatusRule,
  type StatusRules,
  usualRules,
} from '../../connector/vendor-errors.ts'
import type { AppError, ErrorCode } from '../../errors.ts'
import { vendor } from './config.ts'

const errors = createVendorErrors(vendor)

export const { badResponse, outcomeUnknown } = errors

/**
 * Every status of https://flvxtract.com/docs, "HTTP Status Codes". The vendor sends no other machine-readable code than the
 * status and `details.quotaType`. ASSUMED: 413 and 415, which the page does not list.
 */
const rules: StatusRules = {
  ...usualRules(vendor.name),
  402: { code: 'PROVIDER_QUOTA_EXCEEDED', message: "The quota of the account's FLVXtract plan is used up." },
}

/** Refusals of an upload that are about the document. ASSUMED: all but 400, as the page lists no other. */
const documentStatuses: ReadonlySet<number> = new Set([400, 409, 413, 415, 422])

/** The error for an answer that is not a success. `providerCode` is the status, or the type of the quota for 402. */
export function toFlvxtractError(status: number, payload: ErrorPayload): AppError {
  return toError(errors.ruleOf(rules, status), payload.quotaType ?? String(status), payload)
}

/** The same for a statement asked for by its id: 404 means that the vendor no longer has it. */
export function toStatementError(status: number, payload: ErrorPayload): AppError {
  return status === 404
    ? toError(goneRule(vendor.name, 'the statement'), '404', payload)
    : toFlvxtractError(status, payload)
}

/** @param cause the error that the call for the invitation ended with */
export function invitationUnknown(cause: AppError | null = null): AppError {
  return outcomeUnknown('It is not known whether FLVXtract made the invitation.', cause)
}

/** Whether an upload with this answer was refused because of the document, so that other documents may still be accepted. */
export function isDocumentStatus(status: number): boolean {
  return documentStatuses.has(status)
}

/** What is wrong with a refused document, if the vendor's words tell it. */
export function toDocumentError(status: number, payload: ErrorPayload): AppError {
  return toError(documentFaultOf(payload.words) ?? errors.ruleOf(rules, status), String(status), payload)
}

function toError(rule: StatusRule, providerCode: string, { traceId }: ErrorPayload): AppError {
  const message = traceId ? `${rule.message} Its trace id: ${traceId}` : rule.message
  return errors.toError({ ...rule, message }, providerCode)
}

/** The members of an error that are used: https://flvxtract.com/docs, "Error Handling". */
interface ErrorPayload {
  /** All of the vendor's words. They are searched and never shown. */
  readonly words: string
  readonly quotaType: string | null
  readonly traceId: string | null
}

const matching = (pattern: RegExp) => z.string().regex(pattern).nullable().catch(null)

const envelope = z.object({
  message: z.string().catch(''),
  errors: z.record(z.string(), z.array(z.string()).catch([])).catch({}),
  details: z
    .object({ quotaType: matching(/^[\w.-]{1,64}$/) })
    .nullable()
    .catch(null),
  traceId: matching(/^[0-9a-f-]{1,64}$/i),
})

/** The body of an error. A body that is not the documented envelope gives no words, no quota and no trace id. */
export function parseErrorPayload(body: Buffer): ErrorPayload {
  const parsed = envelope.safeParse(parseJsonOrNull(body)).data
  return {
    words: parsed ? [parsed.message, ...Object.values(parsed.errors).flat()].join('\n') : '',
    quotaType: parsed?.details?.quotaType ?? null,
    traceId: parsed?.traceId ?? null,
  }
}

/**
 * ASSUMED: https://flvxtract.com/docs names no reason of a failure, so the text is searched for words that such a reason would
 * contain. The first fault that fits counts.
 */
const documentFaults: readonly (readonly [words: RegExp, code: ErrorCode, message: string])[] = [
  [
    /password|passcode|encrypt/i,
    'DOCUMENT_PASSWORD_INCORRECT',
    'The document is protected by a password. Upload it without password protection.',
  ],
  [
    /duplicate|already (been )?(uploaded|processed|exists)/i,
    'STATEMENT_DUPLICATE',
    'FLVXtract already has this statement.',
  ],
  [/too large|size limit|maximum (file )?size/i, 'DOCUMENT_TOO_LARGE', 'FLVXtract found the document too large.'],
  [
    /(file|media|content)[ -]?type|not a pdf|only pdf|must be a pdf/i,
    'DOCUMENT_TYPE_UNSUPPORTED',
    'FLVXtract takes PDF documents only.',
  ],
  [/scan|image|photo/i, 'DOCUMENT_IS_IMAGE', 'The document is a picture of a statement and could not be read.'],
  [/\bempty\b|no pages/i, 'DOCUMENT_EMPTY', 'The document is empty.'],
  [/corrupt|damaged|invalid pdf|malformed/i, 'DOCUMENT_INVALID', 'The document is damaged.'],
  [
    /(unknown|unrecogni[sz]ed|undetected) bank|bank (was |could )?not/i,
    'BANK_UNDETECTED',
    'FLVXtract did not recognise the bank.',
  ],
  [
    /unsupported|not supported|unknown (format|layout)/i,
    'STATEMENT_UNSUPPORTED_FORMAT',
    'FLVXtract does not read statements of this format.',
  ],
]

/** @returns null when the vendor's words name no known fault */
export function documentFaultOf(words: string): StatusRule | null {
  // A code such as PDF_IS_IMAGE or PasswordRequired is split into its words.
  const text = words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' ')
  const [, code, message] = documentFaults.find(([pattern]) => pattern.test(text)) ?? []
  return code && message ? { code, message } : null
}
