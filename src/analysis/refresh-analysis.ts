import type { EventSource } from '../domain/activity-event.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { AnalysisDriver, Progress } from '../providers/provider.ts'
import {
  type AnalysisState,
  findAnalysisState,
  forgetPasswords,
  noteCheck,
  planNextCheck,
} from '../store/analysis-life.ts'
import { toAnalysisError } from './analysis-error.ts'
import { collectResult, saveOutcomes } from './collect-result.ts'
import type { Lease } from './lease.ts'
import { moveAnalysis } from './move-analysis.ts'
import { waitBeforeCheck } from './next-check.ts'
import type { WorkerDeps } from './worker-deps.ts'

/** Hints about one analysis lead to one question to the vendor in this time; a later one waits for its end. */
export const hintWindowMs = 2_000

/**
 * Asks the vendor how far an analysis is and makes that true here. Whoever thinks that something may have changed (a
 * webhook, the schedule, a caller) comes here; none of them is believed.
 *
 * @throws AppError what the driver throws, LeaseLost, Superseded
 */
export async function refreshAnalysis(
  deps: WorkerDeps,
  context: RequestContext,
  state: AnalysisState,
  driver: AnalysisDriver,
  lease: Lease,
  via: EventSource,
): Promise<void> {
  const { database, appendEvents, now } = deps
  const startedAt = now()
  if (via === 'WEBHOOK' && state.lastCheckedAt) {
    const windowEnds = state.lastCheckedAt.getTime() + hintWindowMs
    if (windowEnds > startedAt.getTime()) return deferTo(deps, context, state, new Date(windowEnds), via)
  }
  await lease.confirm()
  await noteCheck(database, context.tenant, state.id, startedAt)
  const progress = await deps.check(driver, state.checkpoint)

  switch (progress.kind) {
    case 'running':
      return noteProgress(deps, context, state, driver, progress, startedAt, via)
    case 'ready':
      return collectResult(deps, context, state, driver, progress, lease, via)
    case 'failed':
      return database.transaction(async tx => {
        await saveOutcomes(tx, context.tenant, state.id, progress.documents)
        const move = { status: 'FAILED', error: toAnalysisError(progress.error) } as const
        await moveAnalysis(tx, appendEvents, context, state, move, via, now())
      })
    case 'action-required':
      return database.transaction(async tx => {
        await forgetPasswords(tx, context.tenant, state.id)
        const { action, providerStage } = progress
        const move = {
          status: 'ACTION_REQUIRED',
          stage: 'WAITING',
          action,
          providerStage,
          nextCheckAt: state.deadline,
        } as const
        await moveAnalysis(tx, appendEvents, context, state, move, via, now())
      })
  }
}

async function noteProgress(
  deps: WorkerDeps,
  context: RequestContext,
  state: AnalysisState,
  driver: AnalysisDriver,
  progress: Extract<Progress, { kind: 'running' }>,
  startedAt: Date,
  via: EventSource,
): Promise<void> {
  const { database, appendEvents, now, jobs, pollSpeedup, random } = deps
  const changed = progress.stage !== state.stage || progress.providerStage !== state.providerStage
  const idleChecks = changed ? 0 : state.idleChecks + 1
  const wait = waitBeforeCheck(driver.polling, {
    idleChecks,
    vendorMs: progress.retryAfterMs,
    speedup: pollSpeedup,
    random: random(),
  })
  await database.transaction(async tx => {
    const latest = await findAnalysisState(tx, context.tenant, state.id)
    // Something was said while the vendor was being asked: its answer may be older than that.
    const hinted = (latest?.hintedAt?.getTime() ?? 0) >= startedAt.getTime()
    const at = new Date(Math.min(now().getTime() + (hinted ? hintWindowMs : wait), state.deadline.getTime()))
    await jobs.send(tx, { ...context, analysisId: state.id, via: hinted ? 'WEBHOOK' : 'POLL' }, at)
    await planNextCheck(tx, context.tenant, state.id, { at, checkedAt: startedAt, idleChecks, failures: 0 })
    if (!changed) return
    const { stage, providerStage } = progress
    await moveAnalysis(tx, appendEvents, context, state, { stage, providerStage, nextCheckAt: at }, via, now())
  })
}

async function deferTo(
  { database, jobs }: WorkerDeps,
  context: RequestContext,
  state: AnalysisState,
  at: Date,
  via: EventSource,
): Promise<void> {
  await database.transaction(async tx => {
    await jobs.send(tx, { ...context, analysisId: state.id, via }, at)
    const { idleChecks, failures } = state
    await planNextCheck(tx, context.tenant, state.id, { at, checkedAt: null, idleChecks, failures })
  })
}
