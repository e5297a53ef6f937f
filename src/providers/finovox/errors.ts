import { createVendorErrors, type StatusRules } from '../../connector/vendor-errors.ts'
import { AppError } from '../../errors.ts'
import { vendor } from './vendor.ts'

const { ruleOf, toError, badResponse } = createVendorErrors(vendor)

/** An answer that cannot be what the documentation describes. */
export { badResponse }

/**
 * What a refusal of `POST /case` means: "HTTP Status Codes" of
 * https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start. ASSUMED: error bodies hold nothing to go
 * by, so the status alone counts; and 413, which the page does not list.
 */
const caseRules: StatusRules = {
  401: { code: 'PROVIDER_UNAUTHORIZED', message: 'Finovox refused the configured API key.' },
  403: { code: 'PROVIDER_FORBIDDEN', message: 'The API key does not cover Case Analysis at Finovox.' },
  413: { code: 'DOCUMENT_TOO_LARGE', message: 'Finovox found the documents too large.' },
  422: {
    code: 'PROVIDER_REJECTED',
    message: 'Finovox found the folder invalid: its documents, their types, the use case or another wish.',
  },
  // Thrown by the transport before this table is asked, with the time to wait; here for completeness.
  429: { code: 'PROVIDER_RATE_LIMITED', message: "Finovox's rate limit is reached." },
  500: { code: 'PROVIDER_UNAVAILABLE', message: 'Finovox had an error of its own and took nothing.' },
}

/**
 * What an answer of `POST /case/retrieve` means that is neither a result nor "processing":
 * https://app.finovox.com/docs/public/case_analysis/api-reference/async. 401 and 403 are about the token there, not about
 * the key, and 500 is the end of the folder. ASSUMED: 404 is what an expired result is answered with.
 */
const retrieveRules: StatusRules = {
  401: {
    code: 'PROVIDER_REJECTED',
    message: 'Finovox does not accept the token that it gave for the result.',
    retryable: true,
  },
  403: {
    code: 'PROVIDER_REJECTED',
    message: 'Finovox gave the token for the result to another account than the configured one.',
    retryable: true,
  },
  404: { code: 'RESULT_EXPIRED', message: 'Finovox no longer has the result.' },
  429: { code: 'PROVIDER_RATE_LIMITED', message: "Finovox's rate limit is reached." },
  500: { code: 'PROVIDER_REJECTED', message: 'Finovox could not finish the folder.', retryable: true },
}

/**
 * How `POST /case` was answered, as far as the submission is concerned: `refused` for good, `postponed` when the page
 * says to send it again, `unknown` when a gateway spoke and the vendor may have taken the folder all the same.
 */
export function effectOfCaseStatus(status: number): 'refused' | 'postponed' | 'unknown' {
  if (status === 500) return 'postponed'
  return status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unknown'
}

/** A refusal of `POST /case` as an error. The words are ours: the vendor's may quote a document or a person. */
export function toCaseError(status: number): AppError {
  return toError(ruleOf(caseRules, status), status)
}

/** Whether this is the vendor's last word about a folder, so that it need not be asked again. */
export function isFinalRetrieveStatus(status: number): boolean {
  return status === 500 || (status >= 400 && status < 500 && status !== 408)
}

/** An answer of `POST /case/retrieve` that brings nothing, as an error. */
export function toRetrieveError(status: number): AppError {
  return toError(ruleOf(retrieveRules, status), status)
}

/** The folder may have reached the vendor, which knows neither idempotency nor a list: only the caller can decide. */
export function outcomeUnknown(cause: AppError | null): AppError {
  return new AppError(
    'SUBMISSION_OUTCOME_UNKNOWN',
    'Whether Finovox took the folder is not known, and sending it again could have it analysed twice.',
    { provider: vendor.id, providerCode: cause?.providerCode ?? null, cause },
  )
}
