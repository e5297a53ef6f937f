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

/** Reports on the bank statements of a company: one request at the vendor for each analysis, one medium for each document. */
export function createRiskDriver({ datasource, currency, now, pollSpeedup }: DriverDeps): AnalysisDriver {
  const progress = createProgress({ datasource, now, pollSpeedup })
  return {
    accepts: {
      // Digital ones, as help pages say; scans cannot be told from them here.
      mediaTypes: ['application/pdf'],
      // "20MB" is either 20,000,000 bytes or 5 % more: https://doc.lending.soprafinancing.io, "Generate Bank X-Ray". What is
      // accepted here is small enough by both readings.
      maxBytes: 20_000_000,
      // ASSUMED: three years of months. No page names a limit.
      maxDocuments: 36,
    },
    // Up to 48 hours are documented, and no failure: what has not come after three days does not come.
    deadlineMs: 72 * hourMs,
    polling: { firstMs: 15 * secondMs, steadyMs: 10 * minuteMs, maxMs: 15 * minuteMs },
    refuse: refuseRequest,
    submit: createSubmission(datasource, now),
    check: (stored, job) => progress(parseCheckpoint(stored), job?.signal),
    async *collect({ documents, signal }, stored) {
      const { reportId } = parseCheckpoint(stored)
      if (reportId === null) throw badResponse('Bank X-Ray took back that there was a report.')
      yield* collectFindings(datasource.within(signal), { reportId, currency, documents })
    },
    openReport: (reference, signal) => datasource.within(signal).reportFile(reference),
  }
}
