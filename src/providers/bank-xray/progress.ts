import type { AnalysisStage } from '../../domain/analysis.ts'
import { AppError, toAppError } from '../../errors.ts'
import type { DocumentOutcome, Progress } from '../analysis-driver.ts'
import { type Checkpoint, type KnownReport, referencesOf } from './checkpoint.ts'
import { vendor } from './config.ts'
import type { BankXrayDatasource } from './datasource.ts'
import { isEmptyHead, type ReportListItem } from './payloads.ts'

interface ProgressDeps {
  readonly datasource: BankXrayDatasource
  readonly now: () => Date
  /** Divides `patienceMs` and `ordinaryMs`. */
  readonly pollSpeedup: number
}

/** How long another report is waited for after one that covers fewer statements than were sent. */
const patienceMs = 30 * 60_000
/** How far the vendor's clock may be behind ours. A larger difference delays the result by at most `patienceMs`. */
const clockToleranceMs = 60_000
/** "A few minutes", or up to 48 hours when the text recognition fails: https://doc.lending.soprafinancing.io, "Generate Bank X-Ray". */
const ordinaryMs = 60 * 60_000

/**
 * How far an analysis is. Every statement that goes online may start a report of its own, so the first report may cover only
 * the first statement. A report is the result if it is newer than the moment when the last medium went online and covers as
 * many statements as were sent. Any other report is the result when no further one has come for half an hour.
 */
export function createProgress({ datasource: unbound, now, pollSpeedup }: ProgressDeps) {
  const isOver = (since: string | null, ms: number) =>
    since !== null && now().getTime() - Date.parse(since) >= ms / pollSpeedup

  return async function check(before: Checkpoint, signal: AbortSignal): Promise<Progress> {
    const datasource = unbound.within(signal)
    const { requestId } = before
    if (requestId === null)
      throw new AppError('INTERNAL', 'An analysis was checked before it was submitted.', { provider: vendor.id })
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
    // Which statement is missing is not known, because a report does not name its documents.
    const isMissing = outcome === 'PARTIAL' && kind === 'BANK_STATEMENT'
    return { documentId, status: isMissing ? 'PARTIAL' : 'COMPLETED', error: isMissing ? incomplete() : null }
  })
  return { kind: 'ready', outcome, providerStage: null, documents, learnt: toLearnt(checkpoint) }
}

function toLearnt(checkpoint: Checkpoint) {
  return { checkpoint, references: referencesOf(checkpoint) }
}

/** ASSUMED: the summary of a report has at least one entry for each bank statement that the report covers. */
function mayBeWhole({ id, statements }: KnownReport, { media, earlier }: Checkpoint): boolean {
  const sent = media.filter(({ kind }) => kind === 'BANK_STATEMENT').length
  return statements !== null && statements >= sent && !earlier?.includes(id)
}

/** Decided by the report's own time, if it has one. The vendor may answer with an existing request, which has older reports. */
function isNew({ creation }: KnownReport, { notedAt }: Checkpoint): boolean {
  return creation === null || notedAt === null || Date.parse(creation) >= Date.parse(notedAt) - clockToleranceMs
}

/** Ordered by the report's time, which may be absent; then by the number of statements; then by when it was first seen. */
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
    'The report of Bank X-Ray covers fewer statements than were sent, and none followed for half an hour.',
    { provider: vendor.id },
  )
}

/** The vendor's other products write reports about the same request, too. https://doc.lending.soprafinancing.io, "Webhooks" */
const ownSource = 'bank_xray'

/** Reads every report of the request once. @returns the given checkpoint when there is no new report */
async function lookAtReports(
  datasource: BankXrayDatasource,
  checkpoint: Checkpoint,
  requestId: string,
  now: () => Date,
): Promise<Checkpoint> {
  const known = new Set(checkpoint.reports.map(report => report.id))
  const items = (await listReports(datasource, requestId)).filter(item => !known.has(item.id))
  const looked: KnownReport[] = []
  for (const item of items) {
    const report = await lookAt(datasource, item, requestId)
    if (report) looked.push(report)
  }
  if (looked.length === 0) return checkpoint
  const isNews = looked.some(report => report.statements !== null)
  return {
    ...checkpoint,
    reports: [...checkpoint.reports, ...looked],
    newsAt: isNews ? now().toISOString() : checkpoint.newsAt,
  }
}

/** ASSUMED: an empty list may be answered with 404. Whether the request itself is gone is asked separately. */
async function listReports(datasource: BankXrayDatasource, requestId: string): Promise<readonly ReportListItem[]> {
  try {
    return await Array.fromAsync(datasource.reports(requestId))
  } catch (thrown) {
    if (toAppError(thrown).code === 'RESULT_EXPIRED') return []
    throw thrown
  }
}

/** @returns null when the listed report cannot be found or is empty: it may be there at the next check */
async function lookAt(
  datasource: BankXrayDatasource,
  { id, source, request, creation }: ReportListItem,
  requestId: string,
): Promise<KnownReport | null> {
  const isForeign = (one: { readonly source: string | null; readonly request: string | null }) =>
    (one.source ?? ownSource) !== ownSource || (one.request ?? requestId) !== requestId
  const foreign = { id, statements: null, creation: null }
  if (isForeign({ source, request })) return foreign
  try {
    const head = await datasource.reportHead(id)
    if (isForeign(head)) return foreign
    if (isEmptyHead(head)) return null
    const at = head.creation ?? creation
    return { id, statements: head.summary.length, creation: at?.toISOString() ?? null }
  } catch (thrown) {
    if (toAppError(thrown).code === 'RESULT_EXPIRED') return null
    throw thrown
  }
}
