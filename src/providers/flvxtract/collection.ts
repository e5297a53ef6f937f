import type { Findings } from '../findings.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import type { ExtractedStatement } from './extracted-statement.ts'
import { normaliseAnalysis } from './normalise-analysis.ts'

/** @param documentOf the document that became a statement; null for a statement that did not come from one of our documents */
export async function* collectFindings(
  datasource: FlvxtractDatasource,
  statements: readonly ExtractedStatement[],
  documentOf: (statementId: string) => string | null,
): AsyncGenerator<Findings> {
  if (statements.length === 0) throw new Error('Nothing is collected before a look said that it is ready.')
  for (const { statementId, bankName } of statements) {
    const context = { statementId, bankName, documentId: documentOf(statementId) }
    yield* normaliseAnalysis(datasource.analysis(statementId), context)
  }
}
