import { z } from 'zod'
import type { FileLink, FileLinks } from '../auth/file-links.ts'
import { isIdOf } from '../domain/ids.ts'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { ReportBody } from '../providers/analysis-driver.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Database } from '../store/database.ts'
import { readReport, type StoredReport } from '../store/reports.ts'

export interface ReportFiles {
  link(tenant: TenantId, report: StoredReport): FileLink
  /**
   * Fetches a report from its provider, until the signal is aborted.
   *
   * @returns null for a token that is not a report's @throws AppError NOT_FOUND for a report that does not exist,
   * RESULT_EXPIRED when the address has expired or the provider no longer has the report, and errors of the provider's
   * call
   */
  open(token: string, signal: AbortSignal): Promise<(ReportBody & { readonly name: string }) | null>
}

export interface ReportFilesDeps {
  readonly database: Database
  readonly providers: Pick<ProviderRegistry, 'client'>
  readonly links: FileLinks
}

/** The contents of a report's address: the tenant, the analysis, and the index of the report. */
const aboutSchema = z.tuple([
  tenantIdSchema,
  z.string().refine(text => isIdOf('analysis', text)),
  z.coerce.number().int().min(0),
])

/** Creates download addresses of reports, and fetches a report from its provider when its address is opened. */
export function createReportFiles({ database, providers, links }: ReportFilesDeps): ReportFiles {
  return {
    link: (tenant, { analysisId, ordinal }) => links.create([tenant, analysisId, String(ordinal)]),

    async open(token, signal) {
      const about = aboutSchema.safeParse(links.open(token))
      if (!about.success) return null
      const [tenant, analysisId, ordinal] = about.data
      const report = await readReport(database, tenant, analysisId, ordinal)
      if (!report) throw new AppError('NOT_FOUND', 'There is no such report.')
      const { providerId, product } = report
      const driver = requireOffer(providers, tenant, { providerId, wanted: product })
      if (!driver.openReport) throw new AppError('CAPABILITY_UNSUPPORTED', `The provider ${providerId} has no reports.`)
      return { ...(await driver.openReport(report.reference, signal)), name: report.name }
    },
  }
}
