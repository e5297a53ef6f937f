import { type Answer, toJsonAnswer } from '../../../simulation/answer.ts'
import { createInputReader, type FieldErrors } from '../../../simulation/read-json.ts'
import { Refusal } from '../../../simulation/refusal.ts'

/** A refusal of the vendor. Only 401 is documented. */
export class VendorError extends Refusal {
  readonly errors: FieldErrors | null

  constructor(status: 400 | 401 | 403 | 404 | 500, message: string, errors: FieldErrors | null = null) {
    super(status, message)
    this.errors = errors
  }
}

/** 400 with the fields at fault. */
export function validationError(errors: FieldErrors): VendorError {
  return new VendorError(400, 'Validation failed', errors)
}

/** ASSUMED: the body of every refusal; no page shows one. */
export function toEnvelope(status: number, message = `Simulated ${status}.`, errors: FieldErrors | null = null) {
  return { error: { status, message, ...(errors && { errors }) } }
}

/** Any thrown value in that envelope. An unforeseen error is a 500. */
export function toErrorAnswer(error: unknown): Answer {
  const known = error instanceof VendorError ? error : new VendorError(500, 'An unexpected error occurred.')
  return toJsonAnswer(known.status, toEnvelope(known.status, known.message, known.errors))
}

/** Both throw VendorError 400 with each field at fault. */
export const { readJson, parseInput } = createInputReader(validationError)
