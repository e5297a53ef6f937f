import type { EventSource } from '../domain/activity-event.ts'
import { waitsForProvider } from '../domain/analysis.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { PollingRhythm, Progress, ResultDriver } from '../providers/analysis-driver.ts'
import {
  type AnalysisState,
  findAnalysisState,
  noteCheck,
  planNextCheck,
  saveCheckpoint,
} from '../store/analysis-life.ts'
import { saveReferences } from '../store/analysis-references.ts'
import { noteConsentGiven } from '../store/consents.ts'
import type { Transaction } from '../store/database.ts'
import { toAnalysisError } from './analysis-error.ts'
import { awaitAction } from './await-action.ts'
import { collectResult, saveOutcomes } from './collect-result.ts'
import { endAtDeadline } from './end-at-deadline.ts'
import { type Lease, LeaseLost } from './lease.ts'
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
  known: AnalysisState,
  driver: ResultDriver,
  lease: Lease,
  via: EventSource,
): Promise<void> {
  const { database, appendEvents, now } = deps
  const startedAt = now()
  if ((via === 'WEBHOOK' || via === 'REQUEST') && known.lastCheckedAt) {
    const windowEnds = known.lastCheckedAt.getTime() + hintWindowMs
    if (windowEnds > startedAt.getTime()) return deferTo(deps, context, known, new Date(windowEnds), via)
  }
  await lease.confirm()
  await noteCheck(database, context.tenant, known.id, startedAt)
  const progress = await deps.check(driver, known.checkpoint)
  const state = await keepNews(deps, context, known, driver, progress, lease, via)

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
      if (waitsForProvider(state)) return goOnWaiting(deps, context, state, driver, startedAt)
      return database.transaction(tx => awaitAction(deps, tx, context, state, driver, progress, via))
  }
}

/**
 * Keeps what an answer brought to light. An analysis that waited for somebody at the provider, and does so no longer, is
 * in processing from here on, with all the time that takes.
 */
async function keepNews(
  { database, appendEvents, now }: WorkerDeps,
  context: RequestContext,
  known: AnalysisState,
  driver: ResultDriver,
  progress: Progress,
  lease: Lease,
  via: EventSource,
): Promise<AnalysisState> {
  const { tenant } = context
  const { learnt } = progress
  const goesOn = waitsForProvider(known) && progress.kind !== 'action-required'
  if (!learnt && !goesOn) return known
  return database.transaction(async tx => {
    if (learnt) {
      await saveReferences(tx, tenant, known.providerId, known.id, learnt.references)
      if (!(await saveCheckpoint(tx, tenant, known.id, lease.owner, learnt.checkpoint))) throw new LeaseLost()
    }
    const state = learnt ? { ...known, checkpoint: learnt.checkpoint } : known
    if (!goesOn) return state
    const at = now()
    await noteConsentGiven(tx, tenant, state.id, at)
    const move = {
      status: 'PROCESSING',
      stage: progress.kind === 'running' ? progress.stage : 'EXTRACTING',
      providerStage: progress.kind === 'failed' ? null : progress.providerStage,
      nextCheckAt: at,
      deadline: new Date(at.getTime() + driver.deadlineMs),
    } as const
    return moveAnalysis(tx, appendEvents, context, state, move, via, at)
  })
}

async function noteProgress(
  deps: WorkerDeps,
  context: RequestContext,
  state: AnalysisState,
  driver: ResultDriver,
  progress: Extract<Progress, { kind: 'running' }>,
  startedAt: Date,
  via: EventSource,
): Promise<void> {
  const { database, appendEvents, now } = deps
  const changed = progress.stage !== state.stage || progress.providerStage !== state.providerStage
  const idleChecks = changed ? 0 : state.idleChecks + 1
  const look = { startedAt, idleChecks, vendorMs: progress.retryAfterMs }
  await database.transaction(async tx => {
    const nextCheckAt = await planNextLook(deps, tx, context, state, driver.polling, look)
    if (!changed) return
    const { stage, providerStage } = progress
    await moveAnalysis(tx, appendEvents, context, state, { stage, providerStage, nextCheckAt }, via, now())
  })
}

/** Nothing has been done yet. Whoever was to do it has until the deadline. */
async function goOnWaiting(
  deps: WorkerDeps,
  context: RequestContext,
  state: AnalysisState,
  driver: ResultDriver,
  startedAt: Date,
): Promise<void> {
  if (startedAt >= state.deadline) return endAtDeadline(deps, context, state)
  const look = { startedAt, idleChecks: state.idleChecks + 1, vendorMs: null }
  await deps.database.transaction(async tx => {
    await planNextLook(deps, tx, context, state, driver.waiting ?? driver.polling, look)
  })
}

interface Look {
  readonly startedAt: Date
  readonly idleChecks: number
  readonly vendorMs: number | null
}

async function planNextLook(
  { now, jobs, pollSpeedup, random }: WorkerDeps,
  tx: Transaction,
  context: RequestContext,
  state: AnalysisState,
  rhythm: PollingRhythm,
  { startedAt, idleChecks, vendorMs }: Look,
): Promise<Date> {
  const wait = waitBeforeCheck(rhythm, { idleChecks, vendorMs, speedup: pollSpeedup, random: random() })
  const latest = await findAnalysisState(tx, context.tenant, state.id)
  // Something was said while the vendor was being asked: its answer may be older than that.
  const hinted = (latest?.hintedAt?.getTime() ?? 0) >= startedAt.getTime()
  const at = new Date(Math.min(now().getTime() + (hinted ? hintWindowMs : wait), state.deadline.getTime()))
  await jobs.send(tx, { ...context, analysisId: state.id, via: hinted ? 'WEBHOOK' : 'POLL' }, at)
  await planNextCheck(tx, context.tenant, state.id, { at, checkedAt: startedAt, idleChecks, failures: 0 })
  return at
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
