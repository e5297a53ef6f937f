import { parseJsonExactly } from '../../../domain/exact-number.ts'
import { type Answer, toJsonAnswer } from '../../../simulation/answer.ts'
import { createInputReader, type FieldErrors } from '../../../simulation/read-json.ts'
import { Refusal } from '../../../simulation/refusal.ts'

/**
 * The type and message of each refusal. Source: "Errors" (403) and the samples of `notFound`,
 * https://os.fino.ai/tmp/docv1. ASSUMED: all others, and that each status has one type.
 */
const words = {
  400: ['invalidInput', 'invalid input'],
  401: ['unauthorized', 'Unauthorized. Check your access token, or name and secret'],
  403: ['forbidden', 'Forbidden. No access to this resource'],
  404: ['notFound', 'not found'],
  409: ['conflict', 'Conflict with a previous request'],
  429: ['tooManyRequests', 'Too many requests. Rate limit exceeded'],
  500: ['internalServerError', 'Internal server error'],
} as const

type Status = keyof typeof words

/** A refusal of the vendor. */
export class VendorError extends Refusal {
  readonly type: string

  /** @param detail added to the status' message */
  constructor(status: Status, detail?: string) {
    const [type, message] = words[status]
    super(status, detail === undefined ? message : `${message}: ${detail}`)
    this.type = type
  }
}

/** The body of a refusal that a test asks for. */
export function toSimulatedEnvelope(status: number): object {
  const known = Object.entries(words).find(([one]) => Number(one) === status)
  return { type: known?.[1][0] ?? 'serverError', message: `Simulated ${status}.` }
}

/** Any thrown value in the vendor's envelope. An unforeseen error is a 500. */
export function toErrorAnswer(error: unknown): Answer {
  const { status, type, message } = error instanceof VendorError ? error : new VendorError(500)
  return toJsonAnswer(status, { type, message })
}

/** 400 with every field at fault. */
export function invalidInput(errors: FieldErrors): VendorError {
  const faults = Object.entries(errors).map(([field, messages]) => `${field}: ${messages.join(' ')}`)
  return new VendorError(400, faults.slice(0, 20).join('; '))
}

/** Numbers keep every digit, because logins that were set are returned. Both throw VendorError 400. */
export const { readJson, parseInput } = createInputReader(invalidInput, parseJsonExactly)
