import type { Signer } from '../auth/signer.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { ReportBody } from '../providers/analysis-driver.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Database } from '../store/database.ts'
import { readReport, type StoredReport } from '../store/reports.ts'
import { parseReportToken, toReportToken } from './report-token.ts'

export interface ReportFiles {
  /** An address that needs no other credential, for a short while. */
  link(tenant: TenantId, report: StoredReport): { readonly url: string; readonly expiresAt: Date }
  /**
   * Fetches a report from its provider, for as long as the signal is not aborted.
   * @throws AppError NOT_FOUND for an address that is none of ours, RESULT_EXPIRED when its time has run out or the provider
   * no longer has the report, and what else the provider's call ends with
   */
  open(token: string, signal: AbortSignal): Promise<ReportBody & { readonly name: string }>
}

export interface ReportFilesDeps {
  readonly database: Database
  readonly providers: Pick<ProviderRegistry, 'client'>
  /** Of the purpose `report`. */
  readonly signer: Signer
  /** What browsers reach us under. */
  readonly publicUrl: string
  readonly now: () => Date
  /** How long an address works. */
  readonly expiresSeconds: number
}

/** Reports stay with their providers; here they are given addresses, and fetched for whoever uses one. */
export function createReportFiles(deps: ReportFilesDeps): ReportFiles {
  const { database, providers, signer, now, expiresSeconds } = deps
  const base = deps.publicUrl.replace(/\/+$/, '')
  return {
    link(tenant, { analysisId, ordinal }) {
      const expiresAt = new Date(now().getTime() + expiresSeconds * 1_000)
      const token = toReportToken(signer, { tenant, analysisId, ordinal, until: expiresAt })
      return { url: `${base}/files/${token}`, expiresAt }
    },

    async open(token, signal) {
      const grant = parseReportToken(signer, token)
      if (!grant) throw noSuchFile()
      const { tenant, analysisId, ordinal, until } = grant
      if (now() >= until)
        throw new AppError('RESULT_EXPIRED', 'This address has expired. Ask for Analysis.reports again.')
      const report = await readReport(database, tenant, analysisId, ordinal)
      if (!report) throw noSuchFile()
      const { providerId, product } = report
      const driver = requireOffer(providers, tenant, { providerId, wanted: product })
      if (!driver.openReport) throw new AppError('CAPABILITY_UNSUPPORTED', `The provider ${providerId} has no reports.`)
      return { ...(await driver.openReport(report.reference, signal)), name: report.name }
    },
  }
}

function noSuchFile(): AppError {
  return new AppError('NOT_FOUND', 'There is no such file.')
}
