import type { AnalysisDriver, Progress } from '../analysis-driver.ts'
import { type Checkpoint, parseCheckpoint, referencesOf, toExtracted } from './checkpoint.ts'
import { collectFindings } from './collection.ts'
import type { FlvxtractDatasource } from './datasource.ts'
import { toProgress } from './progress.ts'
import { listStatementsProgress, loadStatementsProgress, type StatementProgress } from './status.ts'
import { createSubmission } from './submission.ts'

const megabyte = 1_048_576
const hourMs = 3_600_000

/** How long an extraction may take, and how often it is checked. The vendor's samples check every 5 s. */
export const extractionTimes = {
  deadlineMs: 24 * hourMs,
  polling: { firstMs: 5_000, maxMs: 60_000 },
} as const

/** Extraction of bank statements. Each document is uploaded with a call of its own and becomes one statement at the vendor. */
export function createExtractionDriver(datasource: FlvxtractDatasource, now: () => Date): AnalysisDriver {
  return {
    // PDF is documented, the limits are ASSUMED: https://flvxtract.com/docs names none.
    accepts: { mediaTypes: ['application/pdf'], maxBytes: 50 * megabyte, maxDocuments: 20 },
    ...extractionTimes,
    submit: createSubmission(datasource, now),
    async check(stored, job) {
      const checkpoint = parseCheckpoint(stored)
      return look(checkpoint, await loadStatementsProgress(datasource.within(job.signal), referencesOf(checkpoint)))
    },
    async checkMany(stored, job) {
      const checkpoints = stored.map(parseCheckpoint)
      const statements = await listStatementsProgress(datasource.within(job.signal), checkpoints.flatMap(referencesOf))
      return checkpoints.map(checkpoint => look(checkpoint, statements))
    },
    collect({ signal }, stored) {
      const { extracted, statements } = parseCheckpoint(stored)
      const documents = new Map(statements.map(({ statementId, documentId }) => [statementId, documentId]))
      return collectFindings(datasource.within(signal), extracted, statementId => documents.get(statementId) ?? null)
    },
  }
}

/** How far an analysis is. The finished statements are kept in the checkpoint, so that they are not asked for again. */
function look(checkpoint: Checkpoint, statements: ReadonlyMap<string, StatementProgress>): Progress {
  const progress = toProgress(checkpoint, statements)
  if (progress.kind !== 'ready') return progress
  const references = referencesOf(checkpoint)
  const extracted = toExtracted(references, statements)
  return { ...progress, learnt: { checkpoint: { ...checkpoint, extracted }, references } }
}
