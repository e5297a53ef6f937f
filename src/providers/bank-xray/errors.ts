import { createVendorErrors, type StatusRule, type StatusRules } from '../../connector/vendor-errors.ts'
import type { AppError } from '../../errors.ts'
import { vendor } from './vendor.ts'

const { ruleOf, toError, badResponse } = createVendorErrors(vendor)

/** An answer that cannot be what the documentation describes. */
export { badResponse }

/** https://doc.lending.soprafinancing.io, "Generate Bank X-Ray": what it takes to read reports, as JSON and as PDF. */
const reportPermission = 'read_bank_xray_report'

/**
 * Of these only 401 is documented, as the answer when one of the three headers is missing or wrong
 * (https://doc.lending.soprafinancing.io, "Authentication"). ASSUMED: all others mean what they usually do.
 */
const rules: StatusRules = {
  400: { code: 'PROVIDER_REJECTED', message: 'Bank X-Ray found the request invalid.' },
  401: {
    code: 'PROVIDER_UNAUTHORIZED',
    message:
      'Bank X-Ray refused the configured user id and session token, or did not get one of its three headers: is there a proxy that drops unknown ones?',
  },
  402: { code: 'PROVIDER_QUOTA_EXCEEDED', message: "What the account's Bank X-Ray contract includes is used up." },
  403: { code: 'PROVIDER_FORBIDDEN', message: "The account's permissions at Bank X-Ray do not cover this." },
  404: {
    code: 'PROVIDER_REJECTED',
    message: 'Bank X-Ray does not know what was asked for, or hides it from this account.',
  },
  413: { code: 'DOCUMENT_TOO_LARGE', message: 'Bank X-Ray found the document too large.' },
  415: { code: 'DOCUMENT_TYPE_UNSUPPORTED', message: 'Bank X-Ray does not take documents of this type.' },
  // Thrown by the transport before this table is asked, with the time to wait; here for completeness.
  429: { code: 'PROVIDER_RATE_LIMITED', message: "Bank X-Ray's rate limit is reached." },
  500: { code: 'PROVIDER_UNAVAILABLE', message: 'Bank X-Ray had an error of its own.' },
}

/** An answer that is not a success as an error. Bodies of errors are undocumented, so only the status is read. */
export function toBankXrayError(status: number): AppError {
  return toError(ruleOf(rules, status), status)
}

/** The same about a request asked for by its id, which 404 says is gone. */
export function toRequestError(status: number): AppError {
  if (status !== 404) return toBankXrayError(status)
  const message = 'Bank X-Ray no longer has the request, or hides it from this account.'
  return toError({ code: 'RESULT_EXPIRED', message }, status)
}

/** The same about reports, which need a permission of their own, and of which 404 says that one is gone. */
export function toReportError(status: number): AppError {
  if (status === 403) {
    const message = `The account lacks the permission ${reportPermission} at Bank X-Ray, which its reports can only be read with.`
    return toError({ code: 'PROVIDER_FORBIDDEN', message }, status)
  }
  if (status !== 404) return toBankXrayError(status)
  const message = 'Bank X-Ray no longer has the report, or hides it from this account.'
  return toError({ code: 'RESULT_EXPIRED', message }, status)
}

/** The same about the store that takes the bytes, where it is no refusal of the address it was given under. */
export function toStoreError(status: number): AppError {
  const rule: StatusRule =
    status >= 500
      ? { code: 'PROVIDER_UNAVAILABLE', message: "Bank X-Ray's store for documents is out of order." }
      : {
          code: 'PROVIDER_BAD_RESPONSE',
          message: "Bank X-Ray's store for documents answered in a way that means nothing here.",
        }
  return toError(rule, status)
}
