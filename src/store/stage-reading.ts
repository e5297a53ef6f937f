import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { deleteInBatches } from './delete-in-batches.ts'
import { sql } from './sql.ts'

// The transactions of a reading of a bank user are staged in a collection without an analysis.

export interface NewReading extends BankUser {
  readonly id: string
  readonly createdAt: Date
}

/** Begins a reading, and discards interrupted ones of the same bank user. */
export async function startReading(queries: Queries, tenant: TenantId, reading: NewReading): Promise<void> {
  const { id, applicantId, providerId, createdAt } = reading
  const left = await queries.rows<{ id: string }>(sql`
    select id from collections where tenant_id = ${tenant} and applicant_id = ${applicantId} and provider_id = ${providerId}
      and analysis_id is null and published_at is null`)
  for (const earlier of left) await discardReading(queries, tenant, earlier.id)
  await queries.rows(sql`
    insert into collections (tenant_id, id, applicant_id, provider_id, created_at)
    values (${tenant}, ${id}, ${applicantId}, ${providerId}, ${createdAt})`)
}

/** Deletes an unpublished reading in batches. Writing into it fails afterwards. */
export async function discardReading(queries: Queries, tenant: TenantId, collectionId: string): Promise<void> {
  await deleteInBatches(queries, sql`staged_transactions`, sql`tenant_id = ${tenant} and owner_id = ${collectionId}`)
  await queries.rows(sql`
    delete from collections where tenant_id = ${tenant} and id = ${collectionId} and published_at is null`)
}

/** How many transactions of a reading belong to none of these accounts. */
export async function countUnownedRows(
  queries: Queries,
  tenant: TenantId,
  collectionId: string,
  accountKeys: readonly string[],
): Promise<number> {
  const [row] = await queries.rows<{ count: number }>(sql`
    select count(*) as count from staged_transactions
    where tenant_id = ${tenant} and owner_id = ${collectionId} and account_id <> all(${accountKeys})`)
  return row?.count ?? 0
}
