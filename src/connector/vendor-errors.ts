import { AppError, type ErrorCode } from '../errors.ts'

/** What an answer's status means. */
export interface StatusRule {
  readonly code: ErrorCode
  readonly message: string
  /** Whether the same may be asked again; the code's usual answer when absent. */
  readonly retryable?: boolean
}

/** By status. Those that a vendor's page does not list have no rule of their own. */
export type StatusRules = Readonly<Record<number, StatusRule>>

/** Makes the errors of one vendor. The words are ours: a vendor's may quote a document or a person. */
export interface VendorErrors {
  /** The rule for a status, or what such a status usually means. */
  ruleOf(rules: StatusRules, status: number): StatusRule
  /** @param providerCode the status, unless the vendor has a code of its own */
  toError(rule: StatusRule, providerCode: number | string): AppError
  /** An answer that cannot be what the documentation describes. */
  badResponse(message: string, options?: { retryable?: boolean; cause?: unknown; providerCode?: string }): AppError
}

/** @param vendor its id, and its name as a person knows it */
export function createVendorErrors({ id, name }: { readonly id: string; readonly name: string }): VendorErrors {
  return {
    ruleOf(rules, status) {
      const known = rules[status]
      if (known) return known
      if (status >= 500 || status === 408) return { code: 'PROVIDER_UNAVAILABLE', message: `${name} is out of order.` }
      if (status >= 400) return { code: 'PROVIDER_REJECTED', message: `${name} refused the request.` }
      return { code: 'PROVIDER_BAD_RESPONSE', message: `${name} answered with a status that means nothing here.` }
    },
    toError({ code, message, retryable }, providerCode) {
      const options = { provider: id, providerCode: String(providerCode) }
      return new AppError(code, message, retryable === undefined ? options : { ...options, retryable })
    },
    badResponse: (message, options) => new AppError('PROVIDER_BAD_RESPONSE', message, { provider: id, ...options }),
  }
}

/** Whether an answer is a success, by its status. */
export function isSuccess({ status }: { readonly status: number }): boolean {
  return status >= 200 && status < 300
}
