import { analysisSubject } from '../domain/subject.ts'
import { AppError } from '../errors.ts'
import type { Change } from '../events/change.ts'
import type { AnalysisState } from '../store/analysis-life.ts'
import { isItsTurn, lockTurns } from '../store/turns.ts'
import { isSameObstacle, toObstacle } from './analysis-error.ts'
import { moveAnalysis } from './move-analysis.ts'
import { type AnalysisLook, changeIn } from './worker-deps.ts'

/** How often to look at an analysis that waits for its turn. Usually a free turn makes the look come sooner. */
const waitingMs = 600_000

/**
 * Begins the submission of a queued analysis if it is its turn at the vendor account.
 *
 * @returns the new state, or when to look again
 * @throws Superseded, ClaimLost
 */
export async function beginSubmission(
  look: AnalysisLook,
): Promise<{ readonly begun: AnalysisState } | { readonly waitsUntil: Date }> {
  const { state, driver, claim } = look
  const { maxParallel: limit } = driver
  return changeIn(look, async change => {
    const move = { status: 'SUBMITTING', stage: 'UPLOADING' } as const
    if (limit === undefined) return { begun: await moveAnalysis(change, state, move) }
    const account = { providerId: state.providerId, accountKey: claim.accountKey }
    await lockTurns(change.tx, account)
    const { tenant } = look.context
    const subject = analysisSubject(state.id)
    if (!(await isItsTurn(change.tx, tenant, subject, { ...account, limit, at: change.at })))
      return { waitsUntil: await waitForTurn(change, look, limit) }
    // The time that it has waited for its turn does not shorten the vendor's time.
    const deadline = new Date(change.at.getTime() + driver.deadlineMs)
    const begun = await moveAnalysis(change, state, { ...move, deadline })
    change.schedule(subject, change.at, { claim: claim.held, turn: 'TAKEN' })
    return { begun: { ...begun, turn: { turn: 'TAKEN', accountKey: claim.accountKey } } }
  })
}

async function waitForTurn(change: Change, { state, driver, claim, deps }: AnalysisLook, limit: number): Promise<Date> {
  const until = new Date(change.at.getTime() + Math.round(waitingMs / deps.pollSpeedup))
  const error = new AppError(
    'PROVIDER_RATE_LIMITED',
    `The provider accepts ${limit} analyses at a time. This one waits for its turn.`,
  )
  const obstacle = toObstacle(error)
  const halfTime = change.at.getTime() + driver.deadlineMs / 2
  const isKnown = state.turn?.turn === 'WAITING' && isSameObstacle(state.obstacle, obstacle)
  if (isKnown && state.deadline.getTime() > halfTime) return until
  // While it waits, the deadline moves.
  const deadline = new Date(change.at.getTime() + driver.deadlineMs)
  await moveAnalysis(change, state, { obstacle, deadline })
  const turn = state.turn === null ? { turn: 'WAITING' as const } : {}
  change.schedule(analysisSubject(state.id), until, { claim: claim.held, ...turn })
  return until
}
