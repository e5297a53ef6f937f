import type { JsonValue } from '../domain/json.ts'
import { analysisSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import type { SubmissionStep } from '../providers/analysis-driver.ts'
import { forgetPasswords, setProviderReference } from '../store/analysis-life.ts'
import { saveReferences } from '../store/analysis-references.ts'
import { saveLateReferences } from '../store/erasures.ts'
import { wasNoticedEarly } from '../store/webhook-notices.ts'
import { ClaimLost, holdsClaim } from '../store/work.ts'
import { waitBeforeLook } from '../work/back-off.ts'
import { originRules } from './analysis-origins.ts'
import { awaitAction } from './await-action.ts'
import { followFailure } from './follow-failure.ts'
import { moveAnalysis } from './move-analysis.ts'
import { type AnalysisLook, changeIn } from './worker-deps.ts'

/**
 * Submits an analysis to its provider, step by step, from the stored checkpoint on.
 *
 * @throws AppError of the driver; ClaimLost, Superseded
 */
export async function submitAnalysis(look: AnalysisLook): Promise<void> {
  const { deps, context, state, claim } = look
  const { tenant } = context
  let { checkpoint } = look
  let references: readonly string[] = []
  let isUnanswered = false
  try {
    const submit = await originRules(state.origin).prepare(deps, tenant, state, claim.signal)
    for (;;) {
      claim.confirm()
      isUnanswered = true
      const step = await submit(checkpoint)
      isUnanswered = false
      references = 'references' in step ? (step.references ?? []) : []
      checkpoint = step.checkpoint
      await changeIn(look, change => keepStep(change, look, step))
      if (step.kind === 'postponed') throw step.error
      if (step.kind !== 'continue') return
    }
  } catch (error) {
    // If the analysis was ended meanwhile, the ids of the last step are not stored yet.
    if (isUnanswered || (await holdsClaim(deps.database, claim))) throw error
    const { id: subjectId, applicantId, providerId } = state
    await saveLateReferences(deps.database, tenant, { applicantId, subjectId, providerId, references })
    throw new ClaimLost()
  }
}

async function keepStep(change: Change, look: AnalysisLook, step: SubmissionStep): Promise<void> {
  const { state, claim } = look
  const { tx, context, at } = change
  const { checkpoint } = step
  await saveReferences(tx, context.tenant, state.providerId, {
    analysisId: state.id,
    references: 'references' in step ? (step.references ?? []) : [],
  })
  if ('providerReference' in step)
    await setProviderReference(tx, context.tenant, state.id, step.providerReference ?? null)
  if (step.kind === 'action-required') {
    const { action, documents = [] } = step
    return awaitAction(change, look, { action, documents, providerStage: null, checkpoint, unasked: true })
  }
  if (step.kind === 'failed') return followFailure(change, look, state, { ...step, look: null })
  if (step.kind === 'submitted') return awaitResult(change, look, { checkpoint, isReady: step.ready ?? false })
  change.schedule(analysisSubject(state.id), at, { claim: claim.held, checkpoint })
}

/** After the submission: the next look comes after the first pause, or at once if the result is ready or a webhook has already come. */
async function awaitResult(
  change: Change,
  { deps, state, driver, claim }: AnalysisLook,
  { checkpoint, isReady }: { readonly checkpoint: JsonValue; readonly isReady: boolean },
): Promise<void> {
  const { tx, context, at } = change
  await forgetPasswords(tx, context.tenant, state.id)
  const early = await wasNoticedEarly(tx, context.tenant, state.id, claim)
  const wait = early || isReady ? 0 : waitBeforeLook(driver.polling, 0, deps)
  await moveAnalysis(change, state, { status: 'PROCESSING', stage: 'EXTRACTING' })
  const note = { claim: claim.held, checkpoint, unasked: true, via: early ? 'WEBHOOK' : 'POLL' } as const
  change.schedule(analysisSubject(state.id), new Date(at.getTime() + wait), note)
}
