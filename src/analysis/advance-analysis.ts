import type { EventSource } from '../domain/activity-event.ts'
import { isFinal, waitsForProvider } from '../domain/analysis.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { type AppError, type ErrorCode, toAppError } from '../errors.ts'
import { type AnalysisState, findAnalysisState, planNextCheck } from '../store/analysis-life.ts'
import { toAnalysisError } from './analysis-error.ts'
import { endAtDeadline, endOf } from './end-at-deadline.ts'
import { findResultDriver } from './find-driver.ts'
import type { AnalysisJob } from './jobs.ts'
import { type Lease, LeaseLost, withLease } from './lease.ts'
import { moveAnalysis, Superseded } from './move-analysis.ts'
import { waitAfterFailure } from './next-check.ts'
import { refreshAnalysis } from './refresh-analysis.ts'
import { submitAnalysis } from './submit-analysis.ts'
import type { WorkerDeps } from './worker-deps.ts'

/** Failures that pass by themselves, and how many in a row are borne. Every other one ends the analysis at once. */
const patience: Partial<Record<ErrorCode, number>> = {
  PROVIDER_RATE_LIMITED: Number.POSITIVE_INFINITY,
  PROVIDER_TIMEOUT: Number.POSITIVE_INFINITY,
  PROVIDER_UNAVAILABLE: Number.POSITIVE_INFINITY,
  PROVIDER_SESSION_EXPIRED: 5,
  PROVIDER_BAD_RESPONSE: 5,
  INTERNAL: 5,
}

/** Far longer than it takes to let go of an analysis. */
const repeatMs = 250

/**
 * Takes an analysis one stretch further: through its submission, or through one look at its progress and, if that is
 * over, the collection of its result. May be called by anybody at any time; only one call at a time does anything.
 */
export async function advanceAnalysis(deps: WorkerDeps, job: AnalysisJob): Promise<void> {
  const context = { tenant: job.tenant, correlationId: job.correlationId }
  const outcome = await withLease(deps.database, job.tenant, job.analysisId, async lease => {
    const state = await findAnalysisState(deps.database, job.tenant, job.analysisId)
    if (!state || isFinal(state.status) || isEarly(deps, state, job.via)) return
    try {
      await takeFurther(deps, context, state, lease, job.via)
    } catch (error) {
      if (error instanceof LeaseLost || error instanceof Superseded) return
      await bearFailure(deps, context, toAppError(error), job)
    }
  })
  if (outcome === 'held') await comeAgain(deps, job)
}

/**
 * Whoever holds an analysis says what comes next just before letting go, and was perhaps asked for news just after. So
 * who finds it held comes once more; by then it is free, or its holder is still at it and heeds what was said meanwhile.
 */
async function comeAgain({ database, jobs, now }: WorkerDeps, job: AnalysisJob): Promise<void> {
  if (job.isRepeated) return
  const state = await findAnalysisState(database, job.tenant, job.analysisId)
  if (!state || isFinal(state.status)) return
  await jobs.send(database, { ...job, isRepeated: true }, new Date(now().getTime() + repeatMs))
}

/** A scheduled look is out of date when another has been planned since. */
function isEarly({ now }: WorkerDeps, state: AnalysisState, via: EventSource): boolean {
  if (via !== 'POLL' || state.nextCheckAt === null) return false
  // The queue keeps whole milliseconds; so does this comparison.
  return state.nextCheckAt.getTime() - now().getTime() > 1
}

async function takeFurther(
  deps: WorkerDeps,
  context: RequestContext,
  state: AnalysisState,
  lease: Lease,
  via: EventSource,
): Promise<void> {
  if (deps.now() >= endOf(state)) return endAtDeadline(deps, context, state)
  const driver = findResultDriver(deps.providers, context.tenant, state)
  switch (state.status) {
    case 'QUEUED':
    case 'SUBMITTING':
      return submitAnalysis(deps, context, state, driver, lease, via)
    case 'PROCESSING':
      return refreshAnalysis(deps, context, state, driver, lease, via)
    case 'ACTION_REQUIRED':
      if (waitsForProvider(state)) return refreshAnalysis(deps, context, state, driver, lease, via)
      return
    default:
      return
  }
}

/** Tries again later what may pass, within the deadline; ends the analysis for the rest. */
async function bearFailure(
  deps: WorkerDeps,
  context: RequestContext,
  error: AppError,
  job: AnalysisJob,
): Promise<void> {
  const { database, logger, now, jobs, appendEvents, pollSpeedup, random } = deps
  const { analysisId, via } = job
  // What fails because the applicant was erased meanwhile is no failure.
  if (!(await findAnalysisState(database, context.tenant, analysisId))) return
  logger.warn({ ...context, analysisId, code: error.code, err: error.cause ?? error }, 'analysis could not go on')
  try {
    await database.transaction(async tx => {
      const state = await findAnalysisState(tx, context.tenant, analysisId)
      if (!state || isFinal(state.status)) return
      const failures = state.failures + 1
      // Nothing is lost by asking on while somebody else has the next move.
      const most = waitsForProvider(state) ? Number.POSITIVE_INFINITY : (patience[error.code] ?? 0)
      if (!error.retryable || failures > most) {
        const move = { status: 'FAILED', error: toAnalysisError(error) } as const
        await moveAnalysis(tx, appendEvents, context, state, move, via, now())
        return
      }
      const vendorMs = error.retryAfterSeconds === null ? null : error.retryAfterSeconds * 1_000
      const wait = waitAfterFailure({ idleChecks: failures - 1, vendorMs, speedup: pollSpeedup, random: random() })
      const at = new Date(Math.min(now().getTime() + wait, endOf(state).getTime()))
      await jobs.send(tx, { ...context, analysisId, via: 'POLL' }, at)
      await planNextCheck(tx, context.tenant, state.id, { at, checkedAt: null, idleChecks: state.idleChecks, failures })
    })
  } catch (failure) {
    if (!(failure instanceof Superseded)) throw failure
  }
}
