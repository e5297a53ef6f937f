import type { CurrencyCode } from '../../domain/money.ts'
import type { AnalysisDriver } from '../analysis-driver.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { collectFindings } from './collection.ts'
import type { BankXrayDatasource } from './datasource.ts'
import { badResponse } from './errors.ts'
import { createProgress } from './progress.ts'
import { refuseRequest } from './refuse-request.ts'
import { createSubmission } from './submission.ts'

export interface DriverDeps {
  readonly datasource: BankXrayDatasource
  readonly currency: CurrencyCode
  readonly now: () => Date
  readonly pollSpeedup: number
}

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/** Reports on a company's bank statements. Each analysis is one request at the vendor, and each document one medium of it. */
export function createRiskDriver({ datasource, currency, now, pollSpeedup }: DriverDeps): AnalysisDriver {
  const progress = createProgress({ datasource, now, pollSpeedup })
  return {
    accepts: {
      // The help pages ask for digital PDFs. A scanned one cannot be recognised here.
      mediaTypes: ['application/pdf'],
      // "20MB": https://doc.lending.soprafinancing.io, "Generate Bank X-Ray". The smaller of its two meanings.
      maxBytes: 20_000_000,
      // ASSUMED: 36 monthly statements. No page names a limit.
      maxDocuments: 36,
    },
    // Up to 48 hours are documented, and no failure. After three days no report is expected any more.
    deadlineMs: 72 * hourMs,
    polling: { firstMs: 15 * secondMs, steadyMs: 10 * minuteMs, maxMs: 15 * minuteMs },
    refuse: refuseRequest,
    submit: createSubmission(datasource, now),
    check: (stored, job) => progress(parseCheckpoint(stored), job.signal),
    async *collect({ documents, signal }, stored) {
      const { reportId } = parseCheckpoint(stored)
      if (reportId === null) throw badResponse('The report that Bank X-Ray had announced is gone.')
      yield* collectFindings(datasource.within(signal), { reportId, currency, documents })
    },
    openReport: (reference, signal) => datasource.within(signal).reportFile(reference),
  }
}
