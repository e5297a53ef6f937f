import { AppError } from '../../errors.ts'
import type { AnalysisDriver } from '../analysis-driver.ts'
import { parseCheckpoint } from './checkpoint.ts'
import type { FinovoxDatasource } from './datasource.ts'
import { normaliseResult } from './normalise.ts'
import { loadProgress } from './progress.ts'
import { createSubmission } from './submission.ts'
import { vendor } from './vendor.ts'

const megabyte = 1_048_576
const hourMs = 3_600_000

/**
 * What https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start names, "Supported File Formats". The
 * list goes on there with an ellipsis; what it leaves out is not sent. HEIF is what a .heic file may call itself.
 */
const mediaTypes: readonly string[] = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'image/heic',
  'image/heif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

/** Decision about a folder: all documents of the analysis go out in one call, and come to one result. */
export function createFraudDriver(datasource: FinovoxDatasource, now: () => Date): AnalysisDriver {
  return {
    // ASSUMED: sizes and numbers, of which the pages say nothing.
    accepts: { mediaTypes, maxBytes: 50 * megabyte, maxDocuments: 50 },
    options: ['explanation', 'shareLink'],
    // Stated for the vendor's analyses of single documents, and ASSUMED for folders; more of them would queue there.
    maxParallel: 10,
    // ASSUMED: nobody says how long a folder may take.
    deadlineMs: 2 * hourMs,
    // https://app.finovox.com/docs/public/case_analysis/api-reference/async: every 10 to 30 s, whatever chance adds or takes.
    polling: { firstMs: 11_500, maxMs: 27_000 },
    submit: createSubmission(datasource, now),
    check: async (stored, job) => loadProgress(datasource.within(job?.signal), parseCheckpoint(stored)),
    async *collect({ documents }, stored) {
      const checkpoint = parseCheckpoint(stored)
      if (checkpoint.state !== 'answered')
        throw new AppError('INTERNAL', 'There is no result to collect.', { provider: vendor.id, retryable: false })
      yield normaliseResult(
        checkpoint,
        documents.map(document => document.id),
      )
    },
  }
}
