import type { JsonValue } from '../../domain/json.ts'
import type { Findings } from '../provider.ts'
import { parseCheckpoint } from './checkpoint.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { badResponse } from './errors.ts'
import { normaliseAnalysis } from './normalise-analysis.ts'
import { loadStatementProgress } from './statement-progress.ts'

/** The findings of every statement that was extracted, wholly or in part. */
export async function* collectFindings(datasource: FlvxtractDatasource, stored: JsonValue): AsyncGenerator<Findings> {
  let collected = 0
  for (const { documentId, statementId } of parseCheckpoint(stored).statements) {
    const { state, bankName } = await loadStatementProgress(datasource, statementId)
    if (state === 'failed') continue
    if (state === 'running') throw badResponse('FLVXtract took back that a statement was finished.')
    yield* normaliseAnalysis(datasource.analysis(statementId), { statementId, documentId, bankName })
    collected += 1
  }
  if (collected === 0) throw badResponse('FLVXtract took back that a statement was extracted.')
}
