import { createVendorErrors, type StatusRules } from '../../connector/vendor-errors.ts'
import type { AppError } from '../../errors.ts'
import { vendor } from './config.ts'

const { byStatus, badResponse, outcomeUnknown } = createVendorErrors(vendor)

export { badResponse }

/**
 * What a refusal of `POST /case` means: "HTTP Status Codes" of
 * https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start. ASSUMED: error bodies tell nothing, so
 * only the status counts; and 413, which the page does not list.
 */
const caseRules: StatusRules = {
  401: { code: 'PROVIDER_UNAUTHORIZED', message: 'Finovox refused the configured API key.' },
  403: { code: 'PROVIDER_FORBIDDEN', message: 'The API key does not cover Case Analysis at Finovox.' },
  413: { code: 'DOCUMENT_TOO_LARGE', message: 'Finovox found the documents too large.' },
  422: {
    code: 'PROVIDER_REJECTED',
    message: 'Finovox found the folder invalid: its documents, their types, the use case or an option.',
  },
  // The transport throws this error first, with the time to wait. The rule is here for completeness.
  429: { code: 'PROVIDER_RATE_LIMITED', message: "Finovox's rate limit is reached." },
  500: { code: 'PROVIDER_UNAVAILABLE', message: 'Finovox had an internal error and accepted nothing.' },
}

/**
 * What a refusal of `POST /case/retrieve` means: https://app.finovox.com/docs/public/case_analysis/api-reference/async. There
 * 401 and 403 are about the token and not about the key, and 500 means that the analysis of the folder failed. ASSUMED: the
 * answer for an expired result is 404.
 */
const retrieveRules: StatusRules = {
  401: {
    code: 'PROVIDER_REJECTED',
    message: 'Finovox does not accept the token that it gave for the result.',
    retryable: true,
  },
  403: {
    code: 'PROVIDER_REJECTED',
    message: 'The token for the result belongs to another Finovox account than the configured one.',
    retryable: true,
  },
  404: { code: 'RESULT_EXPIRED', message: 'Finovox no longer has the result.' },
  429: { code: 'PROVIDER_RATE_LIMITED', message: "Finovox's rate limit is reached." },
  500: { code: 'PROVIDER_REJECTED', message: 'Finovox could not finish the folder.', retryable: true },
}

/**
 * What an answer of `POST /case` means for the submission. `refused`: for good. `postponed`: the page says to send the folder
 * again. `unknown`: a gateway answered, and the vendor may have taken the folder.
 */
export function effectOfCaseStatus(status: number): 'refused' | 'postponed' | 'unknown' {
  if (status === 500) return 'postponed'
  return status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unknown'
}

/** A refusal of `POST /case` as an error. */
export const toCaseError = byStatus(caseRules)

/** Whether there will be no result after this answer, so that it is not asked for again. */
export function isFinalRetrieveStatus(status: number): boolean {
  return status === 500 || (status >= 400 && status < 500 && status !== 408)
}

/** An answer of `POST /case/retrieve` without a result, as an error. */
export const toRetrieveError = byStatus(retrieveRules)

/** The vendor may have the folder. It offers neither an idempotency key nor a list, so only the caller can decide what to do. */
export function folderOutcomeUnknown(cause: AppError | null): AppError {
  return outcomeUnknown(
    'It is not known whether Finovox took the folder. If it is sent again, it may be analysed twice.',
    cause,
  )
}
