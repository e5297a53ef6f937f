import { createVendorErrors, type StatusRule, type StatusRules } from '../../connector/vendor-errors.ts'
import type { AppError } from '../../errors.ts'
import { documentFaultOf } from './document-faults.ts'
import type { ErrorPayload } from './error-payload.ts'
import { vendor } from './vendor.ts'

const errors = createVendorErrors(vendor)

/** An answer that cannot be what the documentation describes. */
export const { badResponse } = errors

/**
 * Every status of https://flvxtract.com/docs, "HTTP Status Codes". There is no machine-readable code besides the status
 * and `details.quotaType`. ASSUMED: 413 and 415, which the page does not list.
 */
const rules: StatusRules = {
  400: { code: 'PROVIDER_REJECTED', message: 'FLVXtract found the request invalid.' },
  401: { code: 'PROVIDER_UNAUTHORIZED', message: 'FLVXtract refused the configured credentials.' },
  402: { code: 'PROVIDER_QUOTA_EXCEEDED', message: "The quota of the account's FLVXtract plan is used up." },
  403: { code: 'PROVIDER_FORBIDDEN', message: "The account's permissions at FLVXtract do not cover this." },
  404: {
    code: 'PROVIDER_REJECTED',
    message: 'FLVXtract does not know what was asked for, or hides it from this account.',
  },
  413: { code: 'DOCUMENT_TOO_LARGE', message: 'FLVXtract found the document too large.' },
  415: { code: 'DOCUMENT_TYPE_UNSUPPORTED', message: 'FLVXtract does not take documents of this type.' },
  // Thrown by the transport before this table is asked, with the time to wait; here for completeness.
  429: { code: 'PROVIDER_RATE_LIMITED', message: "FLVXtract's rate limit is reached." },
  500: { code: 'PROVIDER_UNAVAILABLE', message: 'FLVXtract had an error of its own.' },
}

/** Refusals of an upload that are about the document. ASSUMED: all but 400, as the page lists no other. */
const documentStatuses: ReadonlySet<number> = new Set([400, 409, 413, 415, 422])

/**
 * An answer that is not a success as an error. The words are ours: the vendor's may quote a document or a person.
 * `providerCode` is the status, or the quota's type for 402.
 */
export function toFlvxtractError(status: number, payload: ErrorPayload): AppError {
  return toError(errors.ruleOf(rules, status), payload.quotaType ?? String(status), payload)
}

/** The same about a statement asked for by its id, which 404 says is gone. */
export function toStatementError(status: number, payload: ErrorPayload): AppError {
  if (status !== 404) return toFlvxtractError(status, payload)
  const message = 'FLVXtract no longer has the statement, or hides it from this account.'
  return toError({ code: 'RESULT_EXPIRED', message }, '404', payload)
}

/** Whether an upload answered so was refused for the document's sake, so that others may still be accepted. */
export function isDocumentStatus(status: number): boolean {
  return documentStatuses.has(status)
}

/** What is wrong with a refused document, where the vendor's words tell. */
export function toDocumentError(status: number, payload: ErrorPayload): AppError {
  return toError(documentFaultOf(payload.words) ?? errors.ruleOf(rules, status), String(status), payload)
}

function toError(rule: StatusRule, providerCode: string, { traceId }: ErrorPayload): AppError {
  const message = traceId ? `${rule.message} Its trace id: ${traceId}` : rule.message
  return errors.toError({ ...rule, message }, providerCode)
}
