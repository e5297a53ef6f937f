import { z } from 'zod'
import type { Signer } from '../auth/signer.ts'
import { isIdOf } from '../domain/ids.ts'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'

/** What a report's address allows: to fetch one report of one analysis, until a moment. */
export interface ReportGrant {
  readonly tenant: TenantId
  readonly analysisId: string
  /** Its place among the analysis' reports. */
  readonly ordinal: number
  readonly until: Date
}

const payload = z.tuple([
  tenantIdSchema,
  z.string().refine(text => isIdOf('analysis', text)),
  z.coerce.number().int().min(0),
  z.coerce
    .number()
    .int()
    .transform(milliseconds => new Date(milliseconds)),
])

/** The grant as the last part of an address. */
export function toReportToken(signer: Signer, { tenant, analysisId, ordinal, until }: ReportGrant): string {
  return signer.sign(`${tenant} ${analysisId} ${ordinal} ${until.getTime()}`)
}

/** @returns null for anything that the signer did not make; whether the time has run out is the caller's question. */
export function parseReportToken(signer: Signer, token: string): ReportGrant | null {
  const parsed = payload.safeParse(signer.open(token)?.split(' '))
  if (!parsed.success) return null
  const [tenant, analysisId, ordinal, until] = parsed.data
  return { tenant, analysisId, ordinal, until }
}
