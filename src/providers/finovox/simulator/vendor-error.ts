import { type Answer, toJsonAnswer } from '../../../simulation/answer.ts'
import { Refusal } from '../../../simulation/refusal.ts'

/** A refusal as the vendor words it. ASSUMED: `{detail}`, of which the pages say nothing. */
export class VendorError extends Refusal {
  override readonly name = 'VendorError'
  readonly detail: string | readonly InputFault[]

  constructor(status: 401 | 403 | 404 | 422 | 429 | 500, detail: string | readonly InputFault[]) {
    super(status, typeof detail === 'string' ? detail : 'The request is invalid.')
    this.detail = detail
  }
}

/** One thing wrong with what was sent. */
interface InputFault {
  readonly loc: readonly string[]
  readonly msg: string
}

/** 422 with what is at fault. */
export function invalid(loc: readonly string[], msg: string): VendorError {
  return new VendorError(422, [{ loc, msg }])
}

/** Any thrown value in the vendor's envelope; what nobody foresaw is its 500. */
export function toErrorAnswer(error: unknown): Answer {
  const { status, detail } = error instanceof VendorError ? error : new VendorError(500, 'Internal Server Error')
  return toJsonAnswer(status, { detail })
}

/** The body of a refusal that a test asks for. */
export function toSimulatedEnvelope(status: number): Readonly<Record<string, unknown>> {
  return { detail: `Simulated ${status}.` }
}
