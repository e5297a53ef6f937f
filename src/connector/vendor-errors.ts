import { AppError, type ErrorCode } from '../errors.ts'
import type { Vendor } from './parse-answer.ts'

/** What the status of an answer means. */
export interface StatusRule {
  readonly code: ErrorCode
  readonly message: string
  /** Whether the same request may succeed later. When absent, the code decides. */
  readonly retryable?: boolean
}

/** The rules by status. */
export type StatusRules = Readonly<Record<number, StatusRule>>

/** Creates the errors of one vendor. The messages are ours, because a vendor's message may quote a document or a person. */
export function createVendorErrors({ id, name }: Vendor) {
  /** The rule for a status. A status without a rule gets the general one for 4xx or 5xx. */
  function ruleOf(rules: StatusRules, status: number): StatusRule {
    const known = rules[status]
    if (known) return known
    if (status >= 500 || status === 408) return { code: 'PROVIDER_UNAVAILABLE', message: `${name} is out of order.` }
    if (status >= 400) return { code: 'PROVIDER_REJECTED', message: `${name} refused the request.` }
    return { code: 'PROVIDER_BAD_RESPONSE', message: `${name} answered with a status that means nothing here.` }
  }
  /** @param providerCode the status, unless the vendor has a code of its own */
  function toError({ code, message, retryable }: StatusRule, providerCode: number | string): AppError {
    const options = { provider: id, providerCode: String(providerCode) }
    return new AppError(code, message, retryable === undefined ? options : { ...options, retryable })
  }

  return {
    ruleOf,
    toError,
    /** The error for a status, where the status alone decides. */
    byStatus: (rules: StatusRules) => (status: number) => toError(ruleOf(rules, status), status),
    /** An answer that does not fit the vendor's documentation. */
    badResponse: (message: string, options?: { retryable?: boolean; cause?: unknown; providerCode?: string }) =>
      new AppError('PROVIDER_BAD_RESPONSE', message, { provider: id, ...options }),
    /** The vendor may or may not have carried out a call that must not be repeated. @param cause why that is not known */
    outcomeUnknown: (message: string, cause: AppError | null = null) =>
      new AppError('SUBMISSION_OUTCOME_UNKNOWN', message, {
        provider: id,
        providerCode: cause?.providerCode ?? null,
        cause: cause ?? undefined,
      }),
  }
}

/** What statuses mean at most vendors. A vendor's folder replaces the rules that differ. */
export function usualRules(name: string): StatusRules {
  return {
    400: { code: 'PROVIDER_REJECTED', message: `${name} found the request invalid.` },
    401: { code: 'PROVIDER_UNAUTHORIZED', message: `${name} refused the configured credentials.` },
    402: { code: 'PROVIDER_QUOTA_EXCEEDED', message: `The quota of the account at ${name} is used up.` },
    403: { code: 'PROVIDER_FORBIDDEN', message: `The account's permissions at ${name} do not cover this.` },
    404: {
      code: 'PROVIDER_REJECTED',
      message: `${name} does not know what was asked for, or hides it from this account.`,
    },
    413: { code: 'DOCUMENT_TOO_LARGE', message: `${name} found the document too large.` },
    415: { code: 'DOCUMENT_TYPE_UNSUPPORTED', message: `${name} does not take documents of this type.` },
    // The transport throws this error first, with the time to wait. The rule is here for completeness.
    429: { code: 'PROVIDER_RATE_LIMITED', message: `${name}'s rate limit is reached.` },
    500: { code: 'PROVIDER_UNAVAILABLE', message: `${name} had an internal error.` },
  }
}

/** RESULT_EXPIRED: the vendor no longer has the object. @param thing its name with article, such as "the report" */
export function goneRule(name: string, thing: string): StatusRule {
  return { code: 'RESULT_EXPIRED', message: `${name} no longer has ${thing}, or hides it from this account.` }
}

/** Whether an answer is a success, by its status. */
export function isSuccess({ status }: { readonly status: number }): boolean {
  return status >= 200 && status < 300
}
