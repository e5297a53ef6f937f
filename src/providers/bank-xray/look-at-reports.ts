import { toAppError } from '../../errors.ts'
import type { Checkpoint, KnownReport } from './checkpoint.ts'
import type { BankXrayDatasource } from './datasource.ts'
import type { ReportListItem } from './payloads.ts'
import { isEmptyHead } from './report-head.ts'

/** Other X-Rays write reports about the same request. https://doc.lending.soprafinancing.io, "Webhooks" */
const ownSource = 'bank_xray'

/**
 * Looks into every report of the request, each once.
 *
 * @returns the checkpoint itself when there is none
 */
export async function lookAtReports(
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

/** ASSUMED: a list of nothing may also be answered 404; whether the request is gone, it has to be asked itself. */
async function listReports(datasource: BankXrayDatasource, requestId: string): Promise<readonly ReportListItem[]> {
  try {
    return await Array.fromAsync(datasource.reports(requestId))
  } catch (thrown) {
    if (toAppError(thrown).code === 'RESULT_EXPIRED') return []
    throw thrown
  }
}

/** @returns null for one that is listed and not there, or has nothing in it: it may be the next time */
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
