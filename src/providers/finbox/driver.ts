import type { AnalysisDriver } from '../analysis-driver.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { collectFindings, openReport } from './collection.ts'
import type { FinboxDatasource } from './datasource.ts'
import { checkProgress } from './progress.ts'
import { createSubmission } from './submission.ts'

const megabyte = 1_048_576
const secondMs = 1_000
const hourMs = 3_600_000

/** Extraction of bank statements. Each analysis is one session at the vendor, and each document one statement of it. */
export function createExtractionDriver(datasource: FinboxDatasource, now: () => Date): AnalysisDriver {
  return {
    // PDF is documented, the limits are ASSUMED: no page names one.
    accepts: { mediaTypes: ['application/pdf'], maxBytes: 50 * megabyte, maxDocuments: 40 },
    options: ['password'],
    deadlineMs: 24 * hourMs,
    // Every 2 s: https://docs.finbox.in/session-flow/processing-status.html, "Polling".
    polling: { firstMs: 2 * secondMs, maxMs: 15 * secondMs },
    submit: createSubmission(datasource, now),
    check: (stored, job) => checkProgress(datasource.within(job.signal), parseCheckpoint(stored)),
    collect: ({ signal }, stored) => collectFindings(datasource.within(signal), parseCheckpoint(stored)),
    openReport: (reference, signal) => openReport(datasource.within(signal), reference),
  }
}
