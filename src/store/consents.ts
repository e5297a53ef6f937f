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

/** An open analysis whose customer was invited and has not been heard of. */
export interface AwaitedConsent {
  readonly tenant: string
  readonly analysisId: string
  readonly correlationId: string
}

/** Tenants with invitations under way at a provider. */
export async function findTenantsAwaitingConsent(queries: Queries, providerId: string): Promise<string[]> {
  const rows = await queries.acrossTenants<{ tenant: string }>(sql`
    select distinct tenant_id as tenant from analyses
    where provider_id = ${providerId} and completed_at is null and origin = 'CONSENT' and status = 'ACTION_REQUIRED'`)
  return rows.map(row => row.tenant)
}

/**
 * Has the newest invitations looked at no later than `by`, because one of them may have been followed. However often
 * that is said, each is looked at once.
 *
 * @returns those that would have been looked at later than that
 */
export async function hastenAwaitedConsents(
  queries: Queries,
  providerId: string,
  tenants: readonly string[],
  { at, by, limit }: { readonly at: Date; readonly by: Date; readonly limit: number },
): Promise<AwaitedConsent[]> {
  const rows = await queries.acrossTenants<AwaitedConsent & { hastened: boolean }>(sql`
    with awaited as (
      select tenant_id, id, next_check_at from analyses
      where provider_id = ${providerId} and tenant_id = any(${tenants}) and completed_at is null and origin = 'CONSENT'
        and status = 'ACTION_REQUIRED'
      order by id desc limit ${limit} for update
    )
    update analyses a set hinted_at = ${at}, next_check_at = least(a.next_check_at, ${by})
    from awaited where a.tenant_id = awaited.tenant_id and a.id = awaited.id
    returning a.tenant_id as tenant, a.id as "analysisId", a.correlation_id as "correlationId",
      awaited.next_check_at > ${by} as hastened`)
  return rows.filter(row => row.hastened)
}
