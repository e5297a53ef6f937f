import { waitsForProvider } from '../domain/analysis.ts'
import type { JsonValue } from '../domain/json.ts'
import { analysisSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import type { ActionRequest, DocumentOutcome } from '../providers/analysis-driver.ts'
import { forgetPasswords } from '../store/analysis-life.ts'
import { saveInvitation } from '../store/consents.ts'
import { waitBeforeLook } from '../work/back-off.ts'
import { moveAnalysis } from './move-analysis.ts'
import { saveOutcomes } from './save-outcomes.ts'
import type { AnalysisLook } from './worker-deps.ts'

export interface AwaitedAction {
  readonly action: ActionRequest
  readonly providerStage: string | null
  /** The documents' results so far, if the vendor said them. */
  readonly documents?: readonly DocumentOutcome[]
  /** The checkpoint of a step of the submission. */
  readonly checkpoint?: JsonValue
  readonly unasked?: boolean
}

/**
 * Lets an analysis wait for an action. For an action of the caller here, it waits until the caller resumes it. For an
 * action at the provider, it waits until the action expires, and the provider is polled.
 *
 * @throws Superseded
 */
export async function awaitAction(
  change: Change,
  { deps, state, driver, claim }: AnalysisLook,
  { action, providerStage, documents = [], ...stepped }: AwaitedAction,
): Promise<void> {
  const { tx, context, at } = change
  const subject = analysisSubject(state.id)
  const note = { claim: claim.held, turn: null, ...stepped }
  await forgetPasswords(tx, context.tenant, state.id)
  await saveOutcomes(tx, context.tenant, state.id, documents)
  const move = { status: 'ACTION_REQUIRED', stage: 'WAITING', action, providerStage } as const
  if (!waitsForProvider(move)) {
    await moveAnalysis(change, state, move)
    change.schedule(subject, state.deadline, note)
    return
  }
  await saveInvitation(tx, context.tenant, state.id, { joinUrl: action.url, expiresAt: action.expiresAt })
  const longest = driver.waiting ? new Date(at.getTime() + driver.waiting.longestMs) : state.deadline
  const deadline = action.expiresAt ?? longest
  const rhythm = driver.waiting ?? driver.polling
  const wait = waitBeforeLook(rhythm, 0, deps)
  await moveAnalysis(change, state, { ...move, deadline })
  change.schedule(subject, new Date(Math.min(at.getTime() + wait, deadline.getTime())), note)
}
