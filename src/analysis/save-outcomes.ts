import type { TenantId } from '../domain/tenant.ts'
import type { DocumentOutcome } from '../providers/analysis-driver.ts'
import { saveDocumentResults } from '../store/analysis-life.ts'
import type { Queries } from '../store/database.ts'
import { toAnalysisError } from './analysis-error.ts'

/** Stores the documents' results. */
export async function saveOutcomes(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  outcomes: readonly DocumentOutcome[],
): Promise<void> {
  const results = outcomes.map(({ documentId, status, error }) => ({
    documentId,
    status,
    error: error === null ? null : toAnalysisError(error),
  }))
  await saveDocumentResults(queries, tenant, analysisId, results)
}
