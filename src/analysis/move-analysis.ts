import type { EventType } from '../domain/activity-event.ts'
import type { AnalysisError, AnalysisStage, AnalysisStatus, RequiredAction } from '../domain/analysis.ts'
import { canMove, isFinal } from '../domain/analysis.ts'
import { analysisSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { type AnalysisState, compareAndSetAnalysis, endRun } from '../store/analysis-life.ts'
import { settleCase } from '../store/cases.ts'
import { lockTurns } from '../store/turns.ts'
import { ClaimLost } from '../store/work.ts'
import { sinceWhen } from './analysis-error.ts'

/** A change of an analysis. Absent members stay as they are, except `error` and `obstacle`, and `action` when the status changes. */
export interface Move {
  readonly status?: AnalysisStatus
  /** Another provider, for which the analysis is QUEUED. */
  readonly providerId?: string
  readonly stage?: AnalysisStage
  readonly providerStage?: string | null
  readonly action?: RequiredAction | null
  readonly error?: AnalysisError | null
  /** The error of the current run, if the analysis ends with the error of an earlier run. */
  readonly runError?: AnalysisError
  readonly obstacle?: AnalysisError | null
  readonly deadline?: Date
}

/** Thrown to roll back when another transaction has changed the analysis since it was read. */
export class Superseded extends ClaimLost {}

const eventTypes: Partial<Record<AnalysisStatus, EventType>> = {
  ACTION_REQUIRED: 'ANALYSIS_ACTION_REQUIRED',
  COMPLETED: 'ANALYSIS_COMPLETED',
  PARTIAL: 'ANALYSIS_PARTIAL',
  FAILED: 'ANALYSIS_FAILED',
  CANCELLED: 'ANALYSIS_CANCELLED',
}

/**
 * The only way to change an analysis: by compare-and-set on its version, together with its event and the status of its
 * case. When the analysis ends, its work is deleted.
 *
 * @returns the new state
 * @throws Superseded when another transaction has changed it first
 */
export async function moveAnalysis(change: Change, state: AnalysisState, move: Move): Promise<AnalysisState> {
  const status = move.status ?? state.status
  const isOther = status !== state.status
  if (isOther && !canMove(state.status, status))
    throw new Error(`An analysis cannot change from ${state.status} to ${status}.`)
  const ended = isFinal(status)
  const providerId = move.providerId ?? state.providerId
  const obstacle = move.obstacle ?? null
  const next = {
    providerId,
    status,
    stage: ended ? ('DONE' as const) : (move.stage ?? state.stage),
    providerStage: move.providerStage === undefined ? state.providerStage : move.providerStage,
    action: move.action ?? (isOther ? null : state.action),
    error: move.error ?? null,
    obstacle,
    obstacleSince: obstacle && sinceWhen(state, obstacle, change.at),
    deadline: move.deadline ?? state.deadline,
    completedAt: ended ? change.at : null,
  }
  const leavesProvider = ended || status === 'ACTION_REQUIRED' || providerId !== state.providerId
  if (state.turn !== null && leavesProvider)
    await lockTurns(change.tx, { providerId: state.providerId, accountKey: state.turn.accountKey })
  if (!(await compareAndSetAnalysis(change, state, next))) throw new Superseded()
  if (ended) await endRun(change, state.id, status, move.runError ?? next.error)
  const isSettled = await settleCase(change, state.caseId)
  const moved: AnalysisState = { ...state, ...next, version: state.version + 1 }
  const owners = { applicantId: state.applicantId, caseId: state.caseId }
  change.emit({
    type: (isOther && eventTypes[status]) || 'ANALYSIS_PROGRESSED',
    ...owners,
    analysisId: state.id,
    analysisStatus: moved.status,
    analysisStage: moved.stage,
    analysisVersion: moved.version,
  })
  if (ended) change.finish(analysisSubject(state.id))
  if (ended && isSettled) change.emit({ type: 'CASE_SETTLED', ...owners })
  return moved
}
