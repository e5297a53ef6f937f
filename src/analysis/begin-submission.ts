import type { EventSource } from '../domain/activity-event.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { ResultDriver } from '../providers/analysis-driver.ts'
import { type AnalysisState, planNextCheck } from '../store/analysis-life.ts'
import type { Transaction } from '../store/database.ts'
import { takeTurn } from '../store/vendor-turns.ts'
import { moveAnalysis } from './move-analysis.ts'
import { waitBeforeCheck } from './next-check.ts'
import type { WorkerDeps } from './worker-deps.ts'

/**
 * Takes a queued analysis out of the queue, if its vendor has room for one more; else it is looked at again after a pause.
 *
 * @returns the state in which it is submitted, or null when it has to wait
 * @throws Superseded
 */
export async function beginSubmission(
  deps: WorkerDeps,
  tx: Transaction,
  context: RequestContext,
  queued: AnalysisState,
  driver: ResultDriver,
  via: EventSource,
): Promise<AnalysisState | null> {
  const { tenant } = context
  const { id: analysisId, providerId } = queued
  const limit = driver.maxParallel
  const accountKey = deps.providers.accountKey(tenant, providerId)
  if (limit === undefined || (await takeTurn(tx, tenant, { analysisId, providerId, accountKey, limit }))) {
    const at = deps.now()
    // What it has waited for its turn is not taken from the vendor's time.
    const deadline = limit === undefined ? queued.deadline : new Date(at.getTime() + driver.deadlineMs)
    const move = { status: 'SUBMITTING', stage: 'UPLOADING', deadline } as const
    return moveAnalysis(tx, deps.appendEvents, context, queued, move, via, at)
  }
  const rhythm = { idleChecks: 0, vendorMs: null, speedup: deps.pollSpeedup, random: deps.random() }
  const at = new Date(deps.now().getTime() + waitBeforeCheck(driver.polling, rhythm))
  await deps.jobs.send(tx, { ...context, analysisId, via: 'POLL' }, at)
  await planNextCheck(tx, tenant, analysisId, { at, checkedAt: null, idleChecks: 0, failures: queued.failures })
  return null
}
