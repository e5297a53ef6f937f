import type { EventSource } from '../domain/activity-event.ts'
import { waitsForProvider } from '../domain/analysis.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { ActionRequest, ResultDriver } from '../providers/analysis-driver.ts'
import { type AnalysisState, forgetPasswords } from '../store/analysis-life.ts'
import { forgetInvitation, saveInvitation } from '../store/consents.ts'
import type { Transaction } from '../store/database.ts'
import { moveAnalysis } from './move-analysis.ts'
import { waitBeforeCheck } from './next-check.ts'
import type { WorkerDeps } from './worker-deps.ts'

export interface AwaitedAction {
  readonly action: ActionRequest
  readonly providerStage: string | null
}

/**
 * Has an analysis wait for somebody. For what is done here it waits until the caller says so; for what is done at the
 * provider it has until the action's own end, and the provider is asked now and then. Must be the last thing its
 * transaction does.
 *
 * @throws Superseded
 */
export async function awaitAction(
  { appendEvents, jobs, now, pollSpeedup, random }: WorkerDeps,
  tx: Transaction,
  context: RequestContext,
  state: AnalysisState,
  driver: ResultDriver,
  { action, providerStage }: AwaitedAction,
  via: EventSource,
): Promise<void> {
  const { tenant } = context
  const at = now()
  await forgetPasswords(tx, tenant, state.id)
  const move = { status: 'ACTION_REQUIRED', stage: 'WAITING', action, providerStage } as const
  if (!waitsForProvider(move)) {
    await moveAnalysis(tx, appendEvents, context, state, { ...move, nextCheckAt: state.deadline }, via, at)
    return
  }
  await forgetInvitation(tx, tenant, state.id)
  await saveInvitation(tx, tenant, state.id, { joinUrl: action.url, expiresAt: action.expiresAt })
  const longest = driver.waiting ? new Date(at.getTime() + driver.waiting.longestMs) : state.deadline
  const deadline = action.expiresAt ?? longest
  const rhythm = driver.waiting ?? driver.polling
  const wait = waitBeforeCheck(rhythm, { idleChecks: 0, vendorMs: null, speedup: pollSpeedup, random: random() })
  const nextCheckAt = new Date(Math.min(at.getTime() + wait, deadline.getTime()))
  await jobs.send(tx, { ...context, analysisId: state.id, via: 'POLL' }, nextCheckAt)
  await moveAnalysis(tx, appendEvents, context, state, { ...move, nextCheckAt, deadline }, via, at)
}
