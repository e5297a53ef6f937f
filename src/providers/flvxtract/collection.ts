import type { Findings } from '../findings.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { badResponse } from './errors.ts'
import type { StatementContext } from './normalise.ts'
import { normaliseAnalysis } from './normalise-analysis.ts'
import { loadStatementProgress } from './statement-progress.ts'

export type CollectedStatement = Pick<StatementContext, 'statementId' | 'documentId'>

/** The findings of every statement that was extracted, wholly or in part. */
export async function* collectFindings(
  datasource: FlvxtractDatasource,
  statements: readonly CollectedStatement[],
): AsyncGenerator<Findings> {
  let collected = 0
  for (const { documentId, statementId } of statements) {
    const { state, bankName } = await loadStatementProgress(datasource, statementId)
    if (state === 'failed') continue
    if (state === 'running') throw badResponse('FLVXtract took back that a statement was finished.')
    yield* normaliseAnalysis(datasource.analysis(statementId), { statementId, documentId, bankName })
    collected += 1
  }
  if (collected === 0) throw badResponse('FLVXtract took back that a statement was extracted.')
}
