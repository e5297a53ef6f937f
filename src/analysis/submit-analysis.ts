import type { EventSource } from '../domain/activity-event.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { ResultDriver } from '../providers/analysis-driver.ts'
import { type AnalysisState, forgetPasswords, saveCheckpoint, setProviderReference } from '../store/analysis-life.ts'
import { saveReferences } from '../store/analysis-references.ts'
import type { Transaction } from '../store/database.ts'
import { saveLateReferences } from '../store/erasures.ts'
import { wasNoticedEarly } from '../store/webhook-notices.ts'
import { awaitAction } from './await-action.ts'
import { beginSubmission } from './begin-submission.ts'
import { type Lease, LeaseLost } from './lease.ts'
import { moveAnalysis, Superseded } from './move-analysis.ts'
import { waitBeforeCheck } from './next-check.ts'
import { prepareSubmission } from './prepare-submission.ts'
import type { WorkerDeps } from './worker-deps.ts'

/**
 * Gives a queued analysis to its provider, step by step, and goes on where a predecessor stopped.
 *
 * @throws AppError what the driver throws, LeaseLost, Superseded
 */
export async function submitAnalysis(
  deps: WorkerDeps,
  context: RequestContext,
  queued: AnalysisState,
  driver: ResultDriver,
  lease: Lease,
  via: EventSource,
): Promise<void> {
  const { database } = deps
  const { tenant } = context
  const begun =
    queued.status === 'QUEUED'
      ? await database.transaction(tx => beginSubmission(deps, tx, context, queued, driver, via))
      : queued
  if (begun === null) return
  let state = begun
  let references: readonly string[] = []
  let isUnanswered = false
  try {
    const submit = await prepareSubmission(deps, tenant, state)
    for (;;) {
      await lease.confirm()
      isUnanswered = true
      const step = await submit(state.checkpoint)
      isUnanswered = false
      references = 'references' in step ? (step.references ?? []) : []
      state = { ...state, checkpoint: step.checkpoint }
      await database.transaction(async tx => {
        if (!(await saveCheckpoint(tx, tenant, state.id, lease.owner, step.checkpoint))) throw new LeaseLost()
        await saveReferences(tx, tenant, state.providerId, state.id, references)
        if ('providerReference' in step)
          await setProviderReference(tx, tenant, state.id, step.providerReference ?? null)
        if (step.kind === 'action-required')
          await awaitAction(deps, tx, context, state, driver, { action: step.action, providerStage: null }, via)
        if (step.kind === 'submitted') await awaitResult(deps, tx, context, state, driver, step.ready ?? false, via)
      })
      if (step.kind === 'postponed') throw step.error
      if (step.kind !== 'continue') return
    }
  } catch (error) {
    // Whoever ended the analysis meanwhile could not know what the provider had just been given.
    if (!isUnanswered && (error instanceof LeaseLost || error instanceof Superseded)) {
      const { id: analysisId, applicantId, providerId } = state
      await saveLateReferences(database, tenant, { applicantId, analysisId, providerId, references })
    }
    throw error
  }
}

/** The provider has everything: it is asked after the first pause, or at once when it is done or was heard of already. */
async function awaitResult(
  deps: WorkerDeps,
  tx: Transaction,
  context: RequestContext,
  state: AnalysisState,
  driver: ResultDriver,
  ready: boolean,
  via: EventSource,
): Promise<void> {
  const { appendEvents, now, providers, jobs, pollSpeedup, random } = deps
  const { tenant } = context
  await forgetPasswords(tx, tenant, state.id)
  const early = await wasNoticedEarly(tx, tenant, state.id, providers.accountKey(tenant, state.providerId))
  const rhythm = { idleChecks: 0, vendorMs: null, speedup: pollSpeedup, random: random() }
  const wait = early || ready ? 0 : waitBeforeCheck(driver.polling, rhythm)
  const nextCheckAt = new Date(now().getTime() + wait)
  await jobs.send(tx, { ...context, analysisId: state.id, via: early ? 'WEBHOOK' : 'POLL' }, nextCheckAt)
  const move = { status: 'PROCESSING', stage: 'EXTRACTING', nextCheckAt } as const
  await moveAnalysis(tx, appendEvents, context, state, move, via, now())
}
