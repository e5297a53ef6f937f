import type { EventSource } from '../domain/activity-event.ts'
import { isFinal } from '../domain/analysis.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { AppError, type ErrorCode, toAppError } from '../errors.ts'
import type { AnalysisDriver } from '../providers/provider.ts'
import { type AnalysisState, findAnalysisState, planNextCheck } from '../store/analysis-life.ts'
import { toAnalysisError } from './analysis-error.ts'
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

/**
 * Takes an analysis one stretch further: through its submission, or through one look at its progress and, if that is
 * over, the collection of its result. May be called by anybody at any time; only one call at a time does anything.
 */
export async function advanceAnalysis(deps: WorkerDeps, job: AnalysisJob): Promise<void> {
  const context = { tenant: job.tenant, correlationId: job.correlationId }
  await withLease(deps.database, job.tenant, job.analysisId, async lease => {
    const state = await findAnalysisState(deps.database, job.tenant, job.analysisId)
    if (!state || isFinal(state.status) || isEarly(deps, state, job.via)) return
    try {
      await takeFurther(deps, context, state, lease, job.via)
    } catch (error) {
      if (error instanceof LeaseLost || error instanceof Superseded) return
      await bearFailure(deps, context, toAppError(error), job)
    }
  })
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
  if (deps.now() >= state.deadline) return endAtDeadline(deps, context, state)
  const driver = driverOf(deps, context, state)
  switch (state.status) {
    case 'QUEUED':
    case 'SUBMITTING':
      return submitAnalysis(deps, context, state, driver, lease, via)
    case 'PROCESSING':
      return refreshAnalysis(deps, context, state, driver, lease, via)
    default:
      return
  }
}

function driverOf({ providers }: WorkerDeps, { tenant }: RequestContext, state: AnalysisState): AnalysisDriver {
  const driver = providers.client(tenant, state.providerId).products[state.product]
  if (driver) return driver
  throw new AppError('CAPABILITY_UNSUPPORTED', `The provider ${state.providerId} does not offer ${state.product}.`)
}

async function endAtDeadline(deps: WorkerDeps, context: RequestContext, state: AnalysisState): Promise<void> {
  const error = new AppError('DEADLINE_EXCEEDED', 'The provider did not finish in time. Start the analysis again.')
  const move = { status: 'FAILED', error: toAnalysisError(error) } as const
  await deps.database.transaction(tx =>
    moveAnalysis(tx, deps.appendEvents, context, state, move, 'SCHEDULE', deps.now()),
  )
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
  logger.warn({ ...context, analysisId, code: error.code, err: error.cause ?? error }, 'analysis could not go on')
  try {
    await database.transaction(async tx => {
      const state = await findAnalysisState(tx, context.tenant, analysisId)
      if (!state || isFinal(state.status)) return
      const failures = state.failures + 1
      if (!error.retryable || failures > (patience[error.code] ?? 0)) {
        const move = { status: 'FAILED', error: toAnalysisError(error) } as const
        await moveAnalysis(tx, appendEvents, context, state, move, via, now())
        return
      }
      const vendorMs = error.retryAfterSeconds === null ? null : error.retryAfterSeconds * 1_000
      const wait = waitAfterFailure({ idleChecks: failures - 1, vendorMs, speedup: pollSpeedup, random: random() })
      const at = new Date(Math.min(now().getTime() + wait, state.deadline.getTime()))
      await jobs.send(tx, { ...job, via: 'POLL' }, at)
      await planNextCheck(tx, context.tenant, state.id, { at, checkedAt: null, idleChecks: state.idleChecks, failures })
    })
  } catch (failure) {
    if (!(failure instanceof Superseded)) throw failure
  }
}
