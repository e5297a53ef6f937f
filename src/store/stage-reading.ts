import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

// The transactions of a reading of a bank user are staged in a collection without an analysis.

/** How many rows one statement of the database deletes at most. */
const rowsPerDelete = 5_000

export interface NewReading extends BankUser {
  readonly id: string
  readonly createdAt: Date
}

/** Begins a reading, and drops what interrupted ones of the same bank user left. */
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

/** Deletes a reading that is not published, a bounded number of rows at a time. Whoever still writes into it gets an error. */
export async function discardReading(queries: Queries, tenant: TenantId, collectionId: string): Promise<void> {
  for (let deleted = rowsPerDelete; deleted === rowsPerDelete; ) {
    const rows = await queries.rows(sql`
      delete from staged_transactions where ctid = any(array(
        select ctid from staged_transactions where tenant_id = ${tenant} and owner_id = ${collectionId}
        limit ${rowsPerDelete}))
      returning 1 as deleted`)
    deleted = rows.length
  }
  await queries.rows(sql`
    delete from collections where tenant_id = ${tenant} and id = ${collectionId} and published_at is null`)
}

/** How many transactions of a reading are of none of these accounts. */
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
