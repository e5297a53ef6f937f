import { isFinal, waitsForProvider } from '../domain/analysis.ts'
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

/** How long the provider is still tried to be asked, when it does not answer just as somebody's time is up. */
const lastLookMs = 3_600_000

/**
 * Takes analyses further: through their submission, or through one look at their progress and, if that is over, the
 * collection of their result.
 */
export function createAnalysisHandler(deps: WorkerDeps): Handler<AnalysisState> {
  const contextOf = ({ tenant, correlationId }: Claim) => ({ tenant, correlationId })

  function lookOf(state: AnalysisState, claim: Claim): AnalysisLook {
    const driver = originRules(state.origin).driver(deps.providers, claim.tenant, state)
    const { checkpoint, idleLooks } = claim
    return { deps, context: contextOf(claim), claim, state, driver, checkpoint, idleLooks }
  }

  async function expire(state: AnalysisState, claim: Claim): Promise<void> {
    const error = waitsForProvider(state)
      ? originRules(state.origin).unanswered
      : new AppError('DEADLINE_EXCEEDED', 'The provider did not finish in time. Start the analysis again.')
    const move = { status: 'FAILED', error: toAnalysisError(error) } as const
    const end = { deps, claim, context: contextOf(claim) }
    await changeIn(end, change => moveAnalysis(change, state, move), 'SCHEDULE')
  }

  return {
    expire,

    async load(claim) {
      const state = await findAnalysisState(deps.database, claim.tenant, claim.id)
      return state === null || isFinal(state.status) ? null : state
    },

    /**
     * What somebody may have done at the provider in the last moment is looked for once more at the deadline, and that look
     * has to succeed. Who waits for a turn has all the time.
     */
    deadlineOf(state) {
      if (state.status === 'QUEUED' && state.turn !== null) return null
      return waitsForProvider(state) ? new Date(state.deadline.getTime() + lastLookMs) : state.deadline
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
        case 'ACTION_REQUIRED': {
          if (!waitsForProvider(state)) return { at: state.deadline, idleLooks: 0 }
          const isLast = deps.now() >= state.deadline
          const next = await refreshAnalysis(look)
          if (next && isLast) await expire(state, claim)
          return next
        }
        default:
          return refreshAnalysis(look)
      }
    },

    async fail(claim, { error, ...look }: FailedLook) {
      const { database, logger } = deps
      const context = contextOf(claim)
      // What fails because the applicant was erased meanwhile is no failure.
      if (!(await findAnalysisState(database, claim.tenant, claim.id))) return
      const { code, cause } = error
      logger.warn({ ...context, analysisId: claim.id, code, err: cause ?? error }, 'analysis could not go on')
      try {
        await changeIn({ deps, context, claim }, async change => {
          const state = await findAnalysisState(change.tx, claim.tenant, claim.id)
          if (!state || isFinal(state.status)) return
          await followFailure(change, { deps, claim }, state, { error, look })
        })
      } catch (failure) {
        if (!(failure instanceof Superseded)) throw failure
      }
    },
  }
}
