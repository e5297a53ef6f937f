import { type Answer, toJsonAnswer } from '../../../simulation/answer.ts'
import { toEnvelope, VendorError } from './vendor-error.ts'

/** Any thrown value as the vendor's envelope; what nobody foresaw is its 500. */
export function toErrorAnswer(error: unknown): Answer {
  const known = error instanceof VendorError ? error : new VendorError(500, 'An unexpected error occurred.')
  return toJsonAnswer(known.status, toEnvelope(known))
}
