import { randomBytes } from 'node:crypto'
import { type Answer, toJsonAnswer } from '../../../simulation/answer.ts'
import { createInputReader, type FieldErrors } from '../../../simulation/read-json.ts'
import { Refusal } from '../../../simulation/refusal.ts'

/** A refusal of the vendor. Source: "Error Handling", https://flvxtract.com/docs */
export class VendorError extends Refusal {
  readonly errors: FieldErrors | null
  readonly details: Readonly<Record<string, unknown>> | null

  constructor(
    status: 400 | 401 | 402 | 403 | 404 | 429 | 500,
    message: string,
    parts: { readonly errors?: FieldErrors; readonly details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(status, message)
    this.errors = parts.errors ?? null
    this.details = parts.details ?? null
  }
}

/** 400 with the fields at fault. */
export function validationError(errors: FieldErrors): VendorError {
  return new VendorError(400, 'Validation failed', { errors })
}

/** The body of a refusal. As in the page's sample, 402 has no `traceId`. */
export function toEnvelope(
  refusal: Pick<VendorError, 'message' | 'errors' | 'details'> & { readonly status: number },
): Readonly<Record<string, unknown>> {
  const { status, message, errors, details } = refusal
  return { message, errors, details, ...(status === 402 ? {} : { traceId: createTraceId() }) }
}

/** The body of a refusal that a test asks for. */
export function toSimulatedEnvelope(status: number): Readonly<Record<string, unknown>> {
  return toEnvelope({ status, message: `Simulated ${status}.`, errors: null, details: null })
}

function createTraceId(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`
}

/** Any thrown value in the vendor's envelope. An unforeseen error is a 500. */
export function toErrorAnswer(error: unknown): Answer {
  const known = error instanceof VendorError ? error : new VendorError(500, 'An unexpected error occurred.')
  return toJsonAnswer(known.status, toEnvelope(known))
}

/** Both throw VendorError 400 with each field at fault. */
export const { readJson, parseInput } = createInputReader(validationError)
