import { createId } from '../domain/ids.ts'
import { analysisSubject } from '../domain/subject.ts'
import { AppError } from '../errors.ts'
import type { Change } from '../events/change.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { insertAnalysis, type NewAnalysis } from '../store/analysis-life.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import { settleCase } from '../store/cases.ts'

interface QueuedAnalysis extends Omit<NewAnalysis, 'id' | 'requestedAt' | 'deadline'> {
  /** How long it may take. */
  readonly deadlineMs: number
}

/**
 * Inserts an analysis with its work and its event.
 *
 * @throws AppError NOT_FOUND when the applicant was erased meanwhile
 * @returns the id of the analysis
 */
export async function queueAnalysis(
  change: Change,
  providers: Pick<ProviderRegistry, 'accountKey'>,
  { deadlineMs, ...analysis }: QueuedAnalysis,
): Promise<string> {
  const { tx, context, at: requestedAt } = change
  const { applicantId, caseId, providerId } = analysis
  if (!(await holdApplicant(tx, context, applicantId)))
    throw new AppError('NOT_FOUND', 'The applicant was erased meanwhile.')
  const id = createId('analysis')
  const deadline = new Date(requestedAt.getTime() + deadlineMs)
  await insertAnalysis(tx, context.tenant, { ...analysis, id, requestedAt, deadline })
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
