import { createId } from '../domain/ids.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { AppError } from '../errors.ts'
import type { AppendEvents } from '../events/append-events.ts'
import { insertAnalysis, type NewAnalysis } from '../store/analysis-life.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import type { Transaction } from '../store/database.ts'
import type { Jobs } from './jobs.ts'

export interface QueueAnalysisDeps {
  readonly appendEvents: AppendEvents
  readonly jobs: Pick<Jobs, 'send'>
}

export type QueuedAnalysis = Omit<NewAnalysis, 'id' | 'correlationId'>

/**
 * Writes an analysis, its job and its event: all of them or none.
 *
 * @throws AppError NOT_FOUND when the applicant was erased meanwhile
 * @param more what has to be written with it, before the event, which must come last
 * @returns the id of the analysis
 */
export async function queueAnalysis(
  { appendEvents, jobs }: QueueAnalysisDeps,
  tx: Transaction,
  context: RequestContext,
  analysis: QueuedAnalysis,
  more: (analysisId: string) => Promise<void> = async () => {},
): Promise<string> {
  if (!(await holdApplicant(tx, context.tenant, analysis.applicantId)))
    throw new AppError('NOT_FOUND', 'The applicant was erased meanwhile.')
  const id = createId('analysis')
  await insertAnalysis(tx, context.tenant, { ...analysis, id, correlationId: context.correlationId })
  await more(id)
  await jobs.send(tx, { ...context, analysisId: id, via: 'REQUEST' }, null)
  await appendEvents(tx, context, [
    {
      type: 'ANALYSIS_QUEUED',
      via: 'REQUEST',
      applicantId: analysis.applicantId,
      caseId: analysis.caseId,
      analysisId: id,
      analysisStatus: 'QUEUED',
      analysisStage: 'WAITING',
      analysisVersion: 1,
    },
  ])
  return id
}
