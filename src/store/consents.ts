import type { Consent } from '../domain/consent.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

const columns = sql`id, analysis_id as "analysisId", join_url as "joinUrl", expires_at as "expiresAt", given_at as "givenAt"`

export function readConsents(queries: Queries, tenant: TenantId, ids: readonly string[]): Promise<Consent[]> {
  return queries.rows(sql`select ${columns} from consents where tenant_id = ${tenant} and id = any(${ids})`)
}

export function readConsentsOfAnalyses(
  queries: Queries,
  tenant: TenantId,
  analysisIds: readonly string[],
): Promise<Consent[]> {
  return queries.rows(sql`
    select ${columns} from consents where tenant_id = ${tenant} and analysis_id = any(${analysisIds})`)
}

/** An invitation that is still to be made. */
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

/** Whom to invite, encrypted; null once that is forgotten. */
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

/** Keeps the provider's invitation. */
export async function saveInvitation(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  { joinUrl, expiresAt }: Pick<Consent, 'joinUrl' | 'expiresAt'>,
): Promise<void> {
  await queries.rows(sql`
    update consents set join_url = ${joinUrl}, expires_at = ${expiresAt}
    where tenant_id = ${tenant} and analysis_id = ${analysisId}`)
}

/** Whom to invite is kept no longer than it takes to make the invitation. */
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
