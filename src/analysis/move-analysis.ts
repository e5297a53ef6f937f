import type { EventSource, EventType } from '../domain/activity-event.ts'
import type { AnalysisError, AnalysisStage, AnalysisStatus, RequiredAction } from '../domain/analysis.ts'
import { canMove, isFinal } from '../domain/analysis.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { AppendEvents } from '../events/append-events.ts'
import { type AnalysisState, compareAndSetAnalysis, endRun } from '../store/analysis-life.ts'
import type { Transaction } from '../store/database.ts'

/** Where an analysis is to go. Absent members stay, but `action` and `error`, which belong to one state only. */
export interface Move {
  readonly status?: AnalysisStatus
  readonly stage?: AnalysisStage
  readonly providerStage?: string | null
  readonly action?: RequiredAction | null
  readonly error?: AnalysisError | null
  readonly nextCheckAt?: Date | null
  readonly deadline?: Date
}

/** Thrown to roll back when an analysis was moved by another since it was read. */
export class Superseded extends Error {
  override readonly name = 'Superseded'
}

const eventTypes: Partial<Record<AnalysisStatus, EventType>> = {
  ACTION_REQUIRED: 'ANALYSIS_ACTION_REQUIRED',
  COMPLETED: 'ANALYSIS_COMPLETED',
  PARTIAL: 'ANALYSIS_PARTIAL',
  FAILED: 'ANALYSIS_FAILED',
  CANCELLED: 'ANALYSIS_CANCELLED',
}

/**
 * The one way an analysis changes: by compare-and-set on its version, together with the event that says so. Must be the
 * last thing its transaction does.
 *
 * @returns the state after the move
 * @throws Superseded when somebody else moved it first; nothing has happened then
 */
export async function moveAnalysis(
  tx: Transaction,
  appendEvents: AppendEvents,
  context: RequestContext,
  state: AnalysisState,
  move: Move,
  via: EventSource,
  at: Date,
): Promise<AnalysisState> {
  const status = move.status ?? state.status
  const stage = move.stage ?? state.stage
  if (status !== state.status && !canMove(state.status, status))
    throw new Error(`An analysis cannot go from ${state.status} to ${status}.`)
  const ended = isFinal(status)
  const change = {
    status,
    stage: ended ? ('DONE' as const) : stage,
    providerStage: move.providerStage === undefined ? state.providerStage : move.providerStage,
    action: move.action ?? null,
    error: move.error ?? null,
    nextCheckAt: ended ? null : move.nextCheckAt === undefined ? state.nextCheckAt : move.nextCheckAt,
    deadline: move.deadline ?? state.deadline,
    completedAt: ended ? at : null,
  }
  if (!(await compareAndSetAnalysis(tx, context.tenant, state, change, at))) throw new Superseded()
  if (ended) await endRun(tx, context.tenant, state.id, status, change.error, at)
  const next: AnalysisState = { ...state, ...change, version: state.version + 1, idleChecks: 0, failures: 0 }
  await appendEvents(tx, context, [
    {
      type: eventTypes[status] ?? 'ANALYSIS_PROGRESSED',
      via,
      applicantId: state.applicantId,
      caseId: state.caseId,
      analysisId: state.id,
      analysisStatus: next.status,
      analysisStage: next.stage,
      analysisVersion: next.version,
    },
  ])
  return next
}
