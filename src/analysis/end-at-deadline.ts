import { waitsForProvider } from '../domain/analysis.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { AppError } from '../errors.ts'
import type { AnalysisState } from '../store/analysis-life.ts'
import { toAnalysisError } from './analysis-error.ts'
import { moveAnalysis } from './move-analysis.ts'
import type { WorkerDeps } from './worker-deps.ts'

/** How long the provider is still tried to be asked, when it does not answer just as somebody's time is up. */
const lastLookMs = 3_600_000

/**
 * Until when an analysis is gone on with. What somebody may have done at the provider in the last moment is looked for
 * once more at the deadline, and that look has to succeed.
 */
export function endOf(state: AnalysisState): Date {
  return waitsForProvider(state) ? new Date(state.deadline.getTime() + lastLookMs) : state.deadline
}

/** Ends an analysis whose time is up. */
export async function endAtDeadline(deps: WorkerDeps, context: RequestContext, state: AnalysisState): Promise<void> {
  const error =
    state.origin === 'CONSENT' && waitsForProvider(state)
      ? new AppError('CONSENT_EXPIRED', 'The customer did not accept the invitation in time. Request consent anew.')
      : new AppError('DEADLINE_EXCEEDED', 'The provider did not finish in time. Start the analysis again.')
  const move = { status: 'FAILED', error: toAnalysisError(error) } as const
  await deps.database.transaction(tx =>
    moveAnalysis(tx, deps.appendEvents, context, state, move, 'SCHEDULE', deps.now()),
  )
}
