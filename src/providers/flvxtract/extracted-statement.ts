import { z } from 'zod'
import type { StatementProgress } from './statement-progress.ts'

/** What the look at a finished statement said that its analysis does not say again. */
export const extractedStatementSchema = z.object({ statementId: z.string(), bankName: z.string().nullable() })

export type ExtractedStatement = Readonly<z.infer<typeof extractedStatementSchema>>

/** Of these statements, those that were extracted, wholly or in part. */
export function toExtracted(
  ids: readonly string[],
  statements: ReadonlyMap<string, StatementProgress>,
): ExtractedStatement[] {
  return ids.flatMap(statementId => {
    const { state, bankName = null } = statements.get(statementId) ?? {}
    return state === 'completed' || state === 'partial' ? [{ statementId, bankName }] : []
  })
}
