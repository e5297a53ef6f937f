import { waitsForProvider } from '../domain/analysis.ts'
import { analysisSubject } from '../domain/subject.ts'
import type { Progress } from '../providers/analysis-driver.ts'
import { saveReferences } from '../store/analysis-references.ts'
import { noteConsentGiven } from '../store/consents.ts'
import type { NextLook } from '../store/work.ts'
import { type Rhythm, waitBeforeLook } from '../work/back-off.ts'
import { awaitAction } from './await-action.ts'
import { collectResult } from './collect-result.ts'
import { followFailure } from './follow-failure.ts'
import { moveAnalysis } from './move-analysis.ts'
import { type AnalysisLook, changeIn } from './worker-deps.ts'

type Idle = Pick<NextLook, 'at' | 'idleLooks'>

/**
 * Asks the vendor for the progress of an analysis and applies it. Webhooks, the schedule and callers only trigger this;
 * only the vendor's answer changes the analysis.
 *
 * @returns when the next look comes if nothing is new, else null
 * @throws AppError of the driver; ClaimLost, Superseded
 */
export async function refreshAnalysis(known: AnalysisLook): Promise<Idle | null> {
  known.claim.confirm()
  const progress = await known.deps.check(known.driver, known.checkpoint, known.claim.signal)
  const look = await keepNews(known, progress)
  const { state, driver } = look
  switch (progress.kind) {
    case 'running':
      return noteProgress(look, progress)
    case 'ready':
      await collectResult(look, progress)
      return null
    case 'failed':
      await changeIn(look, change => followFailure(change, look, state, { ...progress, look: null }))
      return null
    case 'action-required':
      if (waitsForProvider(state)) return goOnWaiting(look, driver.waiting ?? driver.polling)
      await changeIn(look, change => awaitAction(change, look, progress))
      return null
  }
}

/**
 * Stores references and checkpoint from an answer. An analysis that no longer waits for an action at the provider
 * becomes PROCESSING, with a new deadline.
 */
async function keepNews(look: AnalysisLook, progress: Progress): Promise<AnalysisLook> {
  const { context, claim, driver, state: known } = look
  const { learnt } = progress
  const goesOn = waitsForProvider(known) && progress.kind !== 'action-required'
  if (!learnt && !goesOn) return look
  const state = await changeIn(look, async change => {
    const { tx, at } = change
    if (learnt)
      await saveReferences(tx, context.tenant, known.providerId, {
        analysisId: known.id,
        references: learnt.references,
      })
    change.schedule(analysisSubject(known.id), at, {
      claim: claim.held,
      via: claim.via,
      ...(learnt && { checkpoint: learnt.checkpoint }),
    })
    if (!goesOn) return known
    await noteConsentGiven(tx, context.tenant, known.id, at)
    return moveAnalysis(change, known, {
      status: 'PROCESSING',
      stage: progress.kind === 'running' ? progress.stage : 'EXTRACTING',
      providerStage: progress.kind === 'failed' ? null : progress.providerStage,
      deadline: new Date(at.getTime() + driver.deadlineMs),
    })
  })
  const checkpoint = learnt ? learnt.checkpoint : look.checkpoint
  return { ...look, state, checkpoint, idleLooks: goesOn ? 0 : look.idleLooks }
}

async function noteProgress(
  look: AnalysisLook,
  { stage, providerStage, retryAfterMs }: Extract<Progress, { kind: 'running' }>,
): Promise<Idle | null> {
  const { state, claim, driver } = look
  const changed = stage !== state.stage || providerStage !== state.providerStage || state.obstacle !== null
  const next = nextLook(look, driver.polling, { idleLooks: changed ? 0 : look.idleLooks + 1, vendorMs: retryAfterMs })
  if (!changed) return next
  await changeIn(look, async change => {
    await moveAnalysis(change, state, { stage, providerStage })
    change.schedule(analysisSubject(state.id), next.at, { claim: claim.held })
  })
  return null
}

/** The action at the provider has not been done yet. It is waited for until the deadline. */
async function goOnWaiting(look: AnalysisLook, rhythm: Rhythm): Promise<Idle | null> {
  const { state, claim } = look
  const next = nextLook(look, rhythm, { idleLooks: look.idleLooks + 1, vendorMs: null })
  if (state.obstacle === null) return next
  await changeIn(look, async change => {
    await moveAnalysis(change, state, {})
    change.schedule(analysisSubject(state.id), next.at, { claim: claim.held })
  })
  return null
}

function nextLook(
  { deps, state: { deadline } }: AnalysisLook,
  rhythm: Rhythm,
  { idleLooks, vendorMs }: { readonly idleLooks: number; readonly vendorMs: number | null },
): Idle {
  const wait = vendorMs ?? waitBeforeLook(rhythm, idleLooks, deps)
  return { idleLooks, at: new Date(Math.min(deps.now().getTime() + wait, deadline.getTime())) }
}
