import { waitsForProvider } from '../domain/analysis.ts'
import type { AppError, ErrorCode } from '../errors.ts'
import type { AnalysisState } from '../store/analysis-life.ts'
import type { FailedLook } from '../work/handler.ts'
import { isOutage, sinceWhen, toObstacle } from './analysis-error.ts'

/** How many consecutive transient failures are retried, by code. Every other failure ends the run at once. */
const patience: Partial<Record<ErrorCode, number>> = {
  PROVIDER_RATE_LIMITED: Number.POSITIVE_INFINITY,
  PROVIDER_TIMEOUT: Number.POSITIVE_INFINITY,
  PROVIDER_UNAVAILABLE: Number.POSITIVE_INFINITY,
  PROVIDER_SESSION_EXPIRED: 5,
  PROVIDER_BAD_RESPONSE: 5,
  INTERNAL: 5,
}

/** Failures of the provider, not of the documents: another provider may succeed. */
const ofProvider: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'PROVIDER_QUOTA_EXCEEDED',
  'PROVIDER_UNAUTHORIZED',
  'PROVIDER_FORBIDDEN',
  'STATEMENT_UNSUPPORTED_FORMAT',
  'BANK_UNDETECTED',
  'DOCUMENT_IS_IMAGE',
  'DOCUMENT_TYPE_UNSUPPORTED',
])

/** How long an outage lasts before the next provider is asked. */
const longestOutageMs = 600_000

/** A failure of the current run: a failed look, or a failed result of the vendor, for which `look` is null. */
export interface Failure {
  readonly error: AppError
  readonly look: Pick<FailedLook, 'failures' | 'at'> | null
}

/** What follows from a failure. If there is no next provider, only `isBorne` applies. */
export interface Consequence {
  readonly asksNext: boolean
  /** Whether the current provider is asked again; otherwise the analysis fails. */
  readonly isBorne: boolean
}

/**
 * Decides what follows from a failure. The next provider is asked only if the caller named none and no action was
 * requested: at once after a failure of the provider, and after an outage of ten minutes. The time of an outage that
 * the vendor announces is added at once.
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

/** Without a limit while the analysis waits for an action anyway. */
function mostBorne(state: AnalysisState, code: ErrorCode): number {
  return waitsForProvider(state) ? Number.POSITIVE_INFINITY : (patience[code] ?? 0)
}

function mayAskNext({ providerNamed, origin, status }: AnalysisState): boolean {
  return !providerNamed && origin === 'DOCUMENTS' && (status === 'SUBMITTING' || status === 'PROCESSING')
}
