import type { VendorAccountId } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

export interface NewWebhookNotice {
  readonly providerId: string
  readonly eventId: string
  readonly eventType: string
  readonly references: readonly string[]
  readonly accountKeys: readonly string[]
  readonly receivedAt: Date
  readonly correlationId: string
}

/** Stores a webhook. @returns false when it was already stored */
export async function insertWebhookNotice(queries: Queries, notice: NewWebhookNotice): Promise<boolean> {
  const inserted = await queries.acrossTenants(sql`
    insert into webhook_notices (provider_id, event_id, event_type, vendor_references, account_keys, received_at, correlation_id)
    values (${notice.providerId}, ${notice.eventId}, ${notice.eventType}, ${notice.references}, ${notice.accountKeys},
      ${notice.receivedAt}, ${notice.correlationId})
    on conflict do nothing returning event_id`)
  return inserted.length > 0
}

/** Whether a webhook that names this analysis arrived before its vendor ids were stored. */
export async function wasNoticedEarly(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  { providerId, accountKey }: VendorAccountId,
): Promise<boolean> {
  const notices = await queries.rows(sql`
    select n.event_id from analysis_references r
    join webhook_notices n on n.provider_id = r.provider_id and n.vendor_references @> array[r.reference]
    where r.tenant_id = ${tenant} and r.analysis_id = ${analysisId} and r.provider_id = ${providerId}
      and ${accountKey} = any(n.account_keys)
    limit 1`)
  return notices.length > 0
}

/** Deletes webhooks received before a moment. */
export async function purgeWebhookNotices(queries: Queries, before: Date): Promise<void> {
  await queries.acrossTenants(sql`delete from webhook_notices where received_at < ${before}`)
}
