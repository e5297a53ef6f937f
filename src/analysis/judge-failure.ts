import { waitsForProvider } from '../domain/analysis.ts'
import type { AppError, ErrorCode } from '../errors.ts'
import type { AnalysisState } from '../store/analysis-life.ts'
import type { FailedLook } from '../work/handler.ts'
import { isOutage, sinceWhen, toObstacle } from './analysis-error.ts'

/** Failures that pass by themselves, and how many in a row are borne. Every other one ends the run at once. */
const patience: Partial<Record<ErrorCode, number>> = {
  PROVIDER_RATE_LIMITED: Number.POSITIVE_INFINITY,
  PROVIDER_TIMEOUT: Number.POSITIVE_INFINITY,
  PROVIDER_UNAVAILABLE: Number.POSITIVE_INFINITY,
  PROVIDER_SESSION_EXPIRED: 5,
  PROVIDER_BAD_RESPONSE: 5,
  INTERNAL: 5,
}

/** Failures of the provider, not of the documents: another one may do better. */
const ofProvider: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'PROVIDER_QUOTA_EXCEEDED',
  'PROVIDER_UNAUTHORIZED',
  'PROVIDER_FORBIDDEN',
  'STATEMENT_UNSUPPORTED_FORMAT',
  'BANK_UNDETECTED',
  'DOCUMENT_IS_IMAGE',
  'DOCUMENT_TYPE_UNSUPPORTED',
])

/** How long a provider may not answer before the next one is asked. */
const longestOutageMs = 600_000

/** A failure of the present run: of a look, or, when `look` is null, the vendor's own verdict. */
export interface Failure {
  readonly error: AppError
  readonly look: Pick<FailedLook, 'failures' | 'at'> | null
}

/** What may follow from a failure. When the next provider is to be asked and there is none, the rest applies. */
export interface Consequence {
  readonly asksNext: boolean
  /** Whether the present provider is asked again; else the analysis fails. */
  readonly isBorne: boolean
}

/**
 * What follows from a failure. The next provider is asked only when the caller named none and nobody outside was asked to
 * do something: at once for a failure that is the provider's own, and after ten minutes without an answer. The time for
 * which the vendor itself announces to be away counts as borne already.
 */
export function judgeFailure(
  state: AnalysisState,
  { error, look }: Failure,
  { at, pollSpeedup }: { readonly at: Date; readonly pollSpeedup: number },
): Consequence {
  const isBorne = look !== null && error.retryable && look.failures <= mostBorne(state, error.code)
  return { isBorne, asksNext: mayAskNext(state) && (ofProvider.has(error.code) || (isBorne && isOver())) }

  function isOver(): boolean {
    if (!isOutage(error.code)) return false
    const since = sinceWhen(state, toObstacle(error), at)
    const until = error.retryAfterSeconds === null ? at : (look?.at ?? at)
    return until.getTime() - since.getTime() >= longestOutageMs / pollSpeedup
  }
}

/** Nothing is lost by asking on while somebody else has the next move. */
function mostBorne(state: AnalysisState, code: ErrorCode): number {
  return waitsForProvider(state) ? Number.POSITIVE_INFINITY : (patience[code] ?? 0)
}

function mayAskNext({ providerNamed, origin, status }: AnalysisState): boolean {
  return !providerNamed && origin === 'DOCUMENTS' && (status === 'SUBMITTING' || status === 'PROCESSING')
}
