import { createId } from '../domain/ids.ts'
import { analysisSubject } from '../domain/subject.ts'
import { AppError } from '../errors.ts'
import type { Change } from '../events/change.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { insertAnalysis, type NewAnalysis } from '../store/analysis-life.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import { settleCase } from '../store/cases.ts'

export type QueuedAnalysis = Omit<NewAnalysis, 'id'>

/**
 * Inserts an analysis with its work and its event.
 *
 * @throws AppError NOT_FOUND when the applicant was erased meanwhile
 * @returns the id of the analysis
 */
export async function queueAnalysis(
  change: Change,
  providers: Pick<ProviderRegistry, 'accountKey'>,
  analysis: QueuedAnalysis,
): Promise<string> {
  const { tx, context } = change
  const { applicantId, caseId, providerId } = analysis
  if (!(await holdApplicant(tx, context, applicantId)))
    throw new AppError('NOT_FOUND', 'The applicant was erased meanwhile.')
  const id = createId('analysis')
  await insertAnalysis(tx, context.tenant, { ...analysis, id })
  await settleCase(change, caseId)
  change.begin({ ...analysisSubject(id), providerId, accountKey: providers.accountKey(context.tenant, providerId) })
  change.emit({
    type: 'ANALYSIS_QUEUED',
    applicantId,
    caseId,
    analysisId: id,
    analysisStatus: 'QUEUED',
    analysisStage: 'WAITING',
    analysisVersion: 1,
  })
  return id
}
