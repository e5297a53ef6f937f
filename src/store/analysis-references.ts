import type { AbandonedRun } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries, Transaction } from './database.ts'
import { sql } from './sql.ts'
import { hinted } from './work.ts'

/** Stores the vendor's ids by which a webhook may name an analysis. */
export async function saveReferences(
  queries: Queries,
  tenant: TenantId,
  providerId: string,
  { analysisId, references }: { readonly analysisId: string; readonly references: readonly string[] },
): Promise<void> {
  if (references.length === 0) return
  await queries.rows(sql`
    insert into analysis_references (provider_id, reference, tenant_id, analysis_id)
    select ${providerId}, reference, ${tenant}, ${analysisId} from unnest(${references}::text[]) as reference
    on conflict do nothing`)
}

/** The provider's ids of an abandoned run, and when it was abandoned; null when the provider has none. */
export async function readAbandonedReferences(
  queries: Queries,
  tenant: TenantId,
  { analysisId, providerId }: AbandonedRun,
): Promise<{ readonly references: readonly string[]; readonly since: Date } | null> {
  const [run] = await queries.rows<{ references: string[]; since: Date }>(sql`
    select run.ended_at as since, array(
      select reference from analysis_references r
      where r.tenant_id = run.tenant_id and r.analysis_id = run.analysis_id and r.provider_id = run.provider_id
      union select run.provider_reference where run.provider_reference is not null order by 1) as references
    from analysis_runs run
    where run.tenant_id = ${tenant} and run.analysis_id = ${analysisId} and run.provider_id = ${providerId}
      and run.ended_at is not null`)
  return run && run.references.length > 0 ? run : null
}

/** A hint from a provider about some of its ids. */
export interface ProviderHint {
  readonly providerId: string
  readonly references: readonly string[]
  /** The vendor accounts that the hint may be about. */
  readonly accountKeys: readonly string[]
  readonly at: Date
}

/** Makes the next look come now for every open analysis, of any tenant, that has one of these ids at the vendor. */
export async function hintReferences(tx: Transaction, hint: ProviderHint): Promise<void> {
  const { providerId, references, accountKeys, at } = hint
  await tx.acrossTenants(sql`
    update work w set ${hinted(at, 'WEBHOOK')} from analysis_references r
    where r.provider_id = ${providerId} and r.reference = any(${references}) and w.tenant_id = r.tenant_id
      and w.kind = 'analysis' and w.id = r.analysis_id and w.provider_id = ${providerId}
      and w.account_key = any(${accountKeys})`)
}

/** How many analyses of a provider one hint without a known id makes workers look at. */
const mostAwaiting = 50

/**
 * For a hint whose ids are unknown here: a customer may have done something on the provider's pages. Makes the next
 * look come now for the newest analyses that wait for such a customer.
 */
export async function hintAwaiting(tx: Transaction, hint: Omit<ProviderHint, 'references'>): Promise<void> {
  const { providerId, accountKeys, at } = hint
  await tx.acrossTenants(sql`
    update work w set ${hinted(at, 'WEBHOOK')}
    from (
      select a.tenant_id, a.id from analyses a
      join work on work.tenant_id = a.tenant_id and work.kind = 'analysis' and work.id = a.id
      where a.provider_id = ${providerId} and a.completed_at is null and a.status = 'ACTION_REQUIRED'
        and a.action ->> 'type' = 'OPEN_URL' and work.account_key = any(${accountKeys})
      order by a.id desc limit ${mostAwaiting}
    ) as awaiting
    where w.tenant_id = awaiting.tenant_id and w.kind = 'analysis' and w.id = awaiting.id`)
}

/** Whether any analysis, open or ended, has one of these ids at the vendor. */
export async function isReferenceKnown(
  queries: Queries,
  providerId: string,
  references: readonly string[],
): Promise<boolean> {
  const known = await queries.acrossTenants(sql`
    select 1 from analysis_references where provider_id = ${providerId} and reference = any(${references}) limit 1`)
  return known.length > 0
}
