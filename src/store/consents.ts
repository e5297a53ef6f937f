import type { Consent } from '../domain/consent.ts'
import type { Reach } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries, ReachQueries } from './database.ts'
import { sql } from './sql.ts'
import { applicantOfAnalysis, within } from './within.ts'

const columns = sql`item.id, item.analysis_id as "analysisId", item.join_url as "joinUrl", item.expires_at as "expiresAt",
  item.given_at as "givenAt"`

export function readConsents(queries: ReachQueries, reach: Reach, ids: readonly string[]): Promise<Consent[]> {
  return queries.rows(sql`
    select ${columns} from consents as item where ${within(reach, applicantOfAnalysis)} and item.id = any(${ids})`)
}

export function readConsentsOfAnalyses(
  queries: ReachQueries,
  reach: Reach,
  analysisIds: readonly string[],
): Promise<Consent[]> {
  return queries.rows(sql`
    select ${columns} from consents as item
    where ${within(reach, applicantOfAnalysis)} and item.analysis_id = any(${analysisIds})`)
}

/** A consent request before the provider has made its invitation. */
export interface NewConsent {
  readonly id: string
  readonly analysisId: string
  readonly sealedInvitation: string
}

export async function insertConsent(queries: Queries, tenant: TenantId, consent: NewConsent): Promise<void> {
  await queries.rows(sql`
    insert into consents (tenant_id, id, analysis_id, sealed_invitation)
    values (${tenant}, ${consent.id}, ${consent.analysisId}, ${consent.sealedInvitation})`)
}

/** The sealed name and address of the person to invite; null after they are deleted. */
export async function readSealedInvitation(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
): Promise<string | null> {
  const [row] = await queries.rows<{ sealedInvitation: string | null }>(sql`
    select sealed_invitation as "sealedInvitation" from consents
    where tenant_id = ${tenant} and analysis_id = ${analysisId}`)
  return row?.sealedInvitation ?? null
}

/** Stores the provider's invitation, and deletes the customer's name and address, which are no longer needed. */
export async function saveInvitation(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  { joinUrl, expiresAt }: Pick<Consent, 'joinUrl' | 'expiresAt'>,
): Promise<void> {
  await queries.rows(sql`
    update consents set join_url = ${joinUrl}, expires_at = ${expiresAt}, sealed_invitation = null
    where tenant_id = ${tenant} and analysis_id = ${analysisId}`)
}

/** Deletes the customer's name and address of an analysis that ended before its invitation was made. */
export async function forgetInvitation(queries: Queries, tenant: TenantId, analysisId: string): Promise<void> {
  await queries.rows(sql`
    update consents set sealed_invitation = null
    where tenant_id = ${tenant} and analysis_id = ${analysisId} and sealed_invitation is not null`)
}

export async function noteConsentGiven(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  at: Date,
): Promise<void> {
  await queries.rows(sql`
    update consents set given_at = ${at}
    where tenant_id = ${tenant} and analysis_id = ${analysisId} and given_at is null`)
}
