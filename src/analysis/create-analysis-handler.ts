import { isFinal, waitsForProvider } from '../domain/analysis.ts'
import { wholeTenant } from '../domain/reach.ts'
import { analysisSubject } from '../domain/subject.ts'
import { AppError } from '../errors.ts'
import { type AnalysisState, findAnalysisState } from '../store/analysis-life.ts'
import type { Claim, FailedLook, Handler } from '../work/handler.ts'
import { toAnalysisError } from './analysis-error.ts'
import { originRules } from './analysis-origins.ts'
import { beginSubmission } from './begin-submission.ts'
import { followFailure } from './follow-failure.ts'
import { moveAnalysis, Superseded } from './move-analysis.ts'
import { refreshAnalysis } from './refresh-analysis.ts'
import { submitAnalysis } from './submit-analysis.ts'
import { type AnalysisLook, changeIn, type WorkerDeps } from './worker-deps.ts'

/** How long after the deadline the provider is still asked, if it does not answer at that time. */
const lastLookMs = 3_600_000

/**
 * Takes analyses further: by their submission, or by a look at their progress and, when they are ready, the collection
 * of the result.
 */
export function createAnalysisHandler(deps: WorkerDeps): Handler<AnalysisState> {
  const contextOf = ({ tenant, correlationId }: Claim) => ({ ...wholeTenant(tenant), correlationId })

  function lookOf(state: AnalysisState, claim: Claim): AnalysisLook {
    const driver = originRules(state.origin).driver(deps.providers, claim.tenant, state)
    const { checkpoint, idleLooks } = claim
    return { deps, context: contextOf(claim), claim, state, driver, checkpoint, idleLooks }
  }

  async function end(state: AnalysisState, claim: Claim): Promise<void> {
    const error = waitsForProvider(state)
      ? originRules(state.origin).unanswered
      : new AppError('DEADLINE_EXCEEDED', 'The provider did not finish in time. Start the analysis again.')
    const move = { status: 'FAILED', error: toAnalysisError(error) } as const
    await changeIn({ deps, claim, context: contextOf(claim) }, change => moveAnalysis(change, state, move), 'SCHEDULE')
  }

  /** After a time in which no worker ran: the deadline moves to now, so that the provider is asked once more. */
  async function postpone(state: AnalysisState, claim: Claim): Promise<void> {
    await changeIn(
      { deps, claim, context: contextOf(claim) },
      async change => {
        await moveAnalysis(change, state, { obstacle: state.obstacle, deadline: change.at })
        change.schedule(analysisSubject(state.id), change.at, { claim: claim.held })
      },
      'SCHEDULE',
    )
  }

  return {
    expire(state, claim) {
      const wasAsked = claim.lookedAt !== null && claim.lookedAt >= state.deadline
      return isAtProvider(state) && !wasAsked ? postpone(state, claim) : end(state, claim)
    },

    async load(claim) {
      const state = await findAnalysisState(deps.database, wholeTenant(claim.tenant), claim.id)
      return state === null || isFinal(state.status) ? null : state
    },

    /**
     * An analysis that may have ended at the provider is checked once more at its deadline, until the provider answers or
     * `lastLookMs` have passed. An analysis that waits for a turn has no deadline.
     */
    deadlineOf(state) {
      if (state.status === 'QUEUED' && state.turn !== null) return null
      return isAtProvider(state) ? new Date(state.deadline.getTime() + lastLookMs) : state.deadline
    },

    async advance(state, claim) {
      const look = lookOf(state, claim)
      switch (state.status) {
        case 'QUEUED': {
          const outcome = await beginSubmission(look)
          if ('waitsUntil' in outcome) return { at: outcome.waitsUntil, idleLooks: look.idleLooks + 1 }
          await submitAnalysis({ ...look, state: outcome.begun })
          return null
        }
        case 'SUBMITTING':
          await submitAnalysis(look)
          return null
        default: {
          if (!isAtProvider(state)) return { at: state.deadline, idleLooks: 0 }
          const isLast = deps.now() >= state.deadline
          const next = await refreshAnalysis(look)
          if (next && isLast) await end(state, claim)
          return next
        }
      }
    },

    async fail(claim, { error, ...look }: FailedLook) {
      const { database, logger } = deps
      const context = contextOf(claim)
      // A look that failed because the applicant was erased meanwhile is not a failure.
      if (!(await findAnalysisState(database, context, claim.id))) return
      const { code, cause } = error
      logger.warn({ ...context, analysisId: claim.id, code, err: cause ?? error }, 'analysis could not continue')
      try {
        await changeIn({ deps, context, claim }, async change => {
          const state = await findAnalysisState(change.tx, context, claim.id)
          if (!state || isFinal(state.status)) return
          await followFailure(change, { deps, claim }, state, { error, look })
        })
      } catch (failure) {
        if (!(failure instanceof Superseded)) throw failure
      }
    },
  }
}

/** Whether only the provider knows whether the analysis has ended there. */
function isAtProvider(state: AnalysisState): boolean {
  return state.status === 'PROCESSING' || waitsForProvider(state)
}
