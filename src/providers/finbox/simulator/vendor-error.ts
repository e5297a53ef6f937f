import { type Answer, toJsonAnswer } from '../../../simulation/answer.ts'
import type { FieldErrors } from '../../../simulation/read-json.ts'
import { Refusal } from '../../../simulation/refusal.ts'

/** A refusal of the vendor, with a body in one of its four shapes. */
export class VendorError extends Refusal {
  readonly body: unknown

  constructor(status: number, body: unknown) {
    super(status, JSON.stringify(body))
    this.body = body
  }
}

/** `{error: {code, message}}`: sessions and everything under /session_data/. */
export function codeError(status: number, code: string, message: string): VendorError {
  return new VendorError(status, { error: { code, message } })
}

/** The same with two empty ids: uploads. Source: "Error Response" of the page on backend integration */
export function uploadError(status: number, code: string, message: string): VendorError {
  return new VendorError(status, { session_id: '', statement_id: '', error: { code, message } })
}

/** `{detail}`: a refusal by the vendor's web framework. */
export function detailError(status: number, detail: string): VendorError {
  return new VendorError(status, { detail })
}

/** ASSUMED: the shape of what the page calls a validation error: messages by field, with 400. */
export function fieldsError(errors: FieldErrors): VendorError {
  return new VendorError(400, errors)
}

/** The body of a refusal that a test asks for. */
export function toSimulatedBody(status: number): unknown {
  return { error: { code: `SIMULATED_${status}`, message: `Simulated ${status}.` } }
}

/** Any thrown value as an answer. An unforeseen error is a 500. */
export function toErrorAnswer(error: unknown): Answer {
  const known = error instanceof VendorError ? error : detailError(500, 'A server error occurred.')
  return toJsonAnswer(known.status, known.body)
}
