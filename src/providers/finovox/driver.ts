import { AppError } from '../../errors.ts'
import type { AnalysisDriver } from '../analysis-driver.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { vendor } from './config.ts'
import type { FinovoxDatasource } from './datasource.ts'
import { normaliseResult } from './normalise.ts'
import { loadProgress } from './progress.ts'
import { createSubmission } from './submission.ts'

const megabyte = 1_048_576
const hourMs = 3_600_000

/**
 * "Supported File Formats" of https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start. The list ends there
 * with an ellipsis; formats that it does not name are not sent. A .heic file may have the type image/heif.
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

/** Decision about a folder: all documents of the analysis are sent in one call and get one result. */
export function createFraudDriver(datasource: FinovoxDatasource, now: () => Date): AnalysisDriver {
  return {
    // ASSUMED: the size and the number of documents. The pages name no limit.
    accepts: { mediaTypes, maxBytes: 50 * megabyte, maxDocuments: 50 },
    options: ['explanation', 'shareLink'],
    // Documented for analyses of single documents, ASSUMED for folders. More folders would wait at the vendor.
    maxParallel: 10,
    // ASSUMED: the pages do not say how long a folder may take.
    deadlineMs: 2 * hourMs,
    // https://app.finovox.com/docs/public/case_analysis/api-reference/async: every 10 to 30 s, also after random variation.
    polling: { firstMs: 11_500, maxMs: 27_000 },
    submit: createSubmission(datasource, now),
    check: async (stored, job) => loadProgress(datasource.within(job.signal), parseCheckpoint(stored)),
    async *collect({ documents }, stored) {
      const checkpoint = parseCheckpoint(stored)
      if (checkpoint.state !== 'answered')
        throw new AppError('INTERNAL', 'A result was collected before a check found it ready.', {
          provider: vendor.id,
          retryable: false,
        })
      yield normaliseResult(
        checkpoint,
        documents.map(document => document.id),
      )
    },
  }
}
