import { type Answer, toJsonAnswer } from '../../../simulation/answer.ts'
import { VendorError } from './vendor-error.ts'

/** Any thrown value in the vendor's envelope; what nobody foresaw is its 500. */
export function toErrorAnswer(error: unknown): Answer {
  const { status, detail } = error instanceof VendorError ? error : new VendorError(500, 'Internal Server Error')
  return toJsonAnswer(status, { detail })
}

/** The body of a refusal that a test asks for. */
export function toSimulatedEnvelope(status: number): Readonly<Record<string, unknown>> {
  return { detail: `Simulated ${status}.` }
}
