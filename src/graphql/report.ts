import type { StoredReport } from '../store/reports.ts'
import type { GraphQLContext } from './context.ts'

/** A report with a temporary address. */
export interface ReportFile extends StoredReport {
  readonly url: string
  readonly expiresAt: Date
}

export function toReportFile({ services, caller }: GraphQLContext, report: StoredReport): ReportFile {
  return { ...report, ...services.reports.link(caller.tenant, report) }
}
