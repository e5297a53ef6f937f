import { z } from 'zod'
import { parseJsonOrNull } from '../../connector/parse-answer.ts'
import { createVendorErrors, type StatusRule, usualRules } from '../../connector/vendor-errors.ts'
import type { AppError } from '../../errors.ts'
import { type Scope, vendor } from './config.ts'

const errors = createVendorErrors(vendor)

export const { badResponse } = errors

/** Every status of https://os.fino.ai/tmp/docv1, "Status Codes and Errors". */
const rules: Readonly<Record<number, StatusRule>> = {
  ...usualRules(vendor.name),
  409: {
    code: 'PROVIDER_REJECTED',
    message: 'finoOS finds that the request conflicts with an earlier one.',
    retryable: true,
  },
}

/** An answer that is not a success. */
export interface Refusal {
  readonly status: number
  /** The vendor's word for it, such as `notFound`; null when there is no readable one. */
  readonly type: string | null
}

const errorBody = z.object({ type: z.string().regex(/^[A-Za-z][\w.-]{0,63}$/) })

/** Reads `{type, message}`. The message is not read, because it may quote a person. Only the status decides what it means. */
export function parseRefusal({ status, body }: { readonly status: number; readonly body: Buffer }): Refusal {
  return { status, type: errorBody.safeParse(parseJsonOrNull(body)).data?.type ?? null }
}

/** The error for an answer that is not a success. @param scopes the scopes that the call requires */
export function toFinoosError(refusal: Refusal, scopes: readonly Scope[]): AppError {
  const isScope = refusal.status === 403 && scopes.length > 0
  return toError(isScope ? missingScope(scopes) : errors.ruleOf(rules, refusal.status), refusal)
}

/** NOT_FOUND: the vendor no longer has the user. It is not an outage, and another attempt does not help. */
export function userGone(refusal: Refusal): AppError {
  return toError({ code: 'NOT_FOUND', message: 'finoOS does not know the user any more.' }, refusal)
}

export function userUnknown(cause: AppError): AppError {
  return errors.outcomeUnknown('It is not known whether finoOS made the user.', cause)
}

export function shipmentUnknown(cause: AppError): AppError {
  const message = 'It is not known whether finoOS took the shipment. If it is sent again, it may arrive twice.'
  return errors.outcomeUnknown(message, cause)
}

function missingScope(scopes: readonly Scope[]): StatusRule {
  const named = scopes.length === 1 ? `the scope ${scopes[0]}` : `the scopes ${scopes.join(', ')}`
  const message = `finoOS refuses this without ${named}. Have finoOS enable what the account lacks, or leave it out of FINOOS_SCOPES.`
  return { code: 'PROVIDER_FORBIDDEN', message }
}

function toError(rule: StatusRule, { status, type }: Refusal): AppError {
  return errors.toError(rule, type ?? status)
}
