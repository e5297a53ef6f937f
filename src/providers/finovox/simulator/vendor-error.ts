import { type Answer, toJsonAnswer } from '../../../simulation/answer.ts'
import { Refusal } from '../../../simulation/refusal.ts'

/** A refusal of the vendor. ASSUMED: `{detail}`. The pages do not describe it. */
export class VendorError extends Refusal {
  override readonly name = 'VendorError'
  readonly detail: string | readonly InputFault[]

  constructor(status: 401 | 403 | 404 | 422 | 429 | 500, detail: string | readonly InputFault[]) {
    super(status, typeof detail === 'string' ? detail : 'The request is invalid.')
    this.detail = detail
  }
}

/** One fault of the input. */
interface InputFault {
  readonly loc: readonly string[]
  readonly msg: string
}

/** 422 with one fault. */
export function invalid(loc: readonly string[], msg: string): VendorError {
  return new VendorError(422, [{ loc, msg }])
}

/** Any thrown value in the vendor's envelope. An unforeseen error is a 500. */
export function toErrorAnswer(error: unknown): Answer {
  const { status, detail } = error instanceof VendorError ? error : new VendorError(500, 'Internal Server Error')
  return toJsonAnswer(status, { detail })
}

/** The body of a refusal that a test asks for. */
export function toSimulatedEnvelope(status: number): Readonly<Record<string, unknown>> {
  return { detail: `Simulated ${status}.` }
}
