import type { AnalysisStage } from '../../domain/analysis.ts'
import { AppError, toAppError } from '../../errors.ts'
import type { DocumentOutcome, Progress } from '../analysis-driver.ts'
import { type Checkpoint, type KnownReport, referencesOf } from './checkpoint.ts'
import type { BankXrayDatasource } from './datasource.ts'
import { lookAtReports } from './look-at-reports.ts'
import { vendor } from './vendor.ts'

export interface ProgressDeps {
  readonly datasource: BankXrayDatasource
  readonly now: () => Date
  /** Divides both of the waits below. */
  readonly pollSpeedup: number
}

/** After a report on fewer statements than were sent, another one is waited for this long. */
const patienceMs = 30 * 60_000
/** How far the vendor's clock may be behind ours. A larger difference delays the result by `patienceMs` at most. */
const clockToleranceMs = 60_000
/** "A few minutes", or up to 48 hours when the text recognition fails: https://doc.lending.soprafinancing.io, "Generate Bank X-Ray". */
const ordinaryMs = 60 * 60_000

/**
 * How far an analysis is. Every statement put online may start a report of its own, so that the first one may be about the
 * first statement alone: a report is the result when it is newer than the last step of going online and about as many
 * statements as were sent. Any other one is taken for what it is worth, when no further one has come for half an hour.
 */
export function createProgress({ datasource: unbound, now, pollSpeedup }: ProgressDeps) {
  const isOver = (since: string | null, ms: number) =>
    since !== null && now().getTime() - Date.parse(since) >= ms / pollSpeedup

  return async function check(before: Checkpoint, signal?: AbortSignal): Promise<Progress> {
    const datasource = unbound.within(signal)
    const { requestId } = before
    if (requestId === null) throw new AppError('INTERNAL', 'Nothing was submitted yet.', { provider: vendor.id })
    const seen = await lookAtReports(datasource, before, requestId, now)
    const whole = newestOf(seen.reports.filter(report => mayBeWhole(report, seen) && isNew(report, seen)))
    if (whole) return toReady({ ...seen, reportId: whole.id }, 'COMPLETED')
    const other = newestOf(seen.reports.filter(({ statements }) => statements !== null))
    if (other && isOver(seen.newsAt, patienceMs))
      return toReady({ ...seen, reportId: other.id }, mayBeWhole(other, seen) ? 'COMPLETED' : 'PARTIAL')
    const learnt = seen === before ? {} : { learnt: toLearnt(seen) }
    try {
      const { status, stage: step } = await datasource.getRequest(requestId)
      const stage: AnalysisStage = isOver(before.submittedAt, ordinaryMs) ? 'MANUAL_EXTRACTION_LIKELY' : 'EXTRACTING'
      const providerStage = [status, step].filter(word => word !== null).join(' ') || null
      return { kind: 'running', stage, providerStage, retryAfterMs: null, ...learnt }
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code !== 'RESULT_EXPIRED') throw error
      return { kind: 'failed', error, documents: [], ...learnt }
    }
  }
}

function toReady(checkpoint: Checkpoint, outcome: 'COMPLETED' | 'PARTIAL'): Progress {
  const documents = checkpoint.media.map(({ documentId, kind }): DocumentOutcome => {
    // Which of the statements is missing cannot be told: a report does not say what it was made from.
    const isMissing = outcome === 'PARTIAL' && kind === 'BANK_STATEMENT'
    return { documentId, status: isMissing ? 'PARTIAL' : 'COMPLETED', error: isMissing ? incomplete() : null }
  })
  return { kind: 'ready', outcome, providerStage: null, documents, learnt: toLearnt(checkpoint) }
}

function toLearnt(checkpoint: Checkpoint) {
  return { checkpoint, references: referencesOf(checkpoint) }
}

/** ASSUMED: each bank statement that was sent has at least one entry in the summary of a report that is about it. */
function mayBeWhole({ id, statements }: KnownReport, { media, earlier }: Checkpoint): boolean {
  const sent = media.filter(({ kind }) => kind === 'BANK_STATEMENT').length
  return statements !== null && statements >= sent && !earlier?.includes(id)
}

/** By its own word, when it gives one: the vendor may give a request that it had before, with what was reported on it. */
function isNew({ creation }: KnownReport, { notedAt }: Checkpoint): boolean {
  return creation === null || notedAt === null || Date.parse(creation) >= Date.parse(notedAt) - clockToleranceMs
}

/** By its own time, which may be absent; else by how much it is about, else by when it was first seen. */
function newestOf(reports: readonly KnownReport[]): KnownReport | undefined {
  const time = ({ creation }: KnownReport) => (creation === null ? 0 : Date.parse(creation))
  return reports.reduce<KnownReport | undefined>((best, report) => {
    if (!best) return report
    const later = time(report) - time(best) || (report.statements ?? 0) - (best.statements ?? 0)
    return later >= 0 ? report : best
  }, undefined)
}

function incomplete(): AppError {
  return new AppError(
    'DEADLINE_EXCEEDED',
    'Bank X-Ray reported on fewer statements than it was given, and on no more for half an hour.',
    { provider: vendor.id },
  )
}
