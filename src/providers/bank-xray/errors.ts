import { createVendorErrors, goneRule, type StatusRules, usualRules } from '../../connector/vendor-errors.ts'
import type { AppError } from '../../errors.ts'
import { vendor } from './config.ts'

const { byStatus, toError, badResponse } = createVendorErrors(vendor)

export { badResponse }

/**
 * Only 401 is documented, as the answer when one of the three headers is missing or wrong
 * (https://doc.lending.soprafinancing.io, "Authentication"). ASSUMED: all other statuses have their usual meaning.
 */
const rules: StatusRules = {
  ...usualRules(vendor.name),
  401: {
    code: 'PROVIDER_UNAUTHORIZED',
    message:
      'Bank X-Ray refused the configured user id and session token, or did not get one of its three headers. Check whether a proxy removes unknown headers.',
  },
  402: { code: 'PROVIDER_QUOTA_EXCEEDED', message: "What the account's Bank X-Ray contract includes is used up." },
}

/** Reading reports, as JSON or as PDF, needs a permission: https://doc.lending.soprafinancing.io, "Generate Bank X-Ray". */
const reportRules: StatusRules = {
  ...rules,
  403: {
    code: 'PROVIDER_FORBIDDEN',
    message:
      'The account lacks the permission read_bank_xray_report at Bank X-Ray, without which its reports cannot be read.',
  },
  404: goneRule(vendor.name, 'the report'),
}

/** The error for an answer that is not a success. Bodies of errors are undocumented, so only the status is read. */
export const toBankXrayError = byStatus(rules)

/** The same for a request asked for by its id: 404 means that the vendor no longer has it. */
export const toRequestError = byStatus({ ...rules, 404: goneRule(vendor.name, 'the request') })

/** The same for a report: 403 means that a permission is missing, 404 that the vendor no longer has it. */
export const toReportError = byStatus(reportRules)

/** The same for the store that takes the bytes of documents, except for its refusals (4xx) of an address. */
export function toStoreError(status: number): AppError {
  const store = "Bank X-Ray's store for documents"
  if (status >= 500) return toError({ code: 'PROVIDER_UNAVAILABLE', message: `${store} is out of order.` }, status)
  const message = `${store} answered with a status that means nothing here.`
  return toError({ code: 'PROVIDER_BAD_RESPONSE', message }, status)
}
