import { parseTenantId, type TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** Records a blob before its first byte is written, so that a crash cannot leave an unrecorded blob. */
export async function noteUnownedBlob(queries: Queries, tenant: TenantId, key: string, since: Date): Promise<void> {
  await queries.rows(sql`
    insert into unowned_blobs (tenant_id, blob_key, since) values (${tenant}, ${key}, ${since})`)
}

/** Removes the record of a deleted blob. */
export async function forgetUnownedBlob(queries: Queries, tenant: TenantId, key: string): Promise<void> {
  await queries.rows(sql`delete from unowned_blobs where tenant_id = ${tenant} and blob_key = ${key}`)
}

/** Unowned blobs whose keys have one of the prefixes. */
export async function findUnownedBlobs(
  queries: Queries,
  tenant: TenantId,
  prefixes: readonly string[],
): Promise<string[]> {
  const rows = await queries.rows<{ blobKey: string }>(sql`
    select blob_key as "blobKey" from unowned_blobs
    where tenant_id = ${tenant} and exists (select 1 from unnest(${prefixes}::text[]) as prefix where starts_with(blob_key, prefix))`)
  return rows.map(row => row.blobKey)
}

/** Selects blobs recorded before a moment, oldest first, and marks them so that no document can own them any more. */
export async function doomUnownedBlobs(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<{ readonly tenant: TenantId; readonly key: string }[]> {
  const rows = await queries.acrossTenants<{ tenant_id: string; blob_key: string }>(sql`
    update unowned_blobs set doomed = true
    where (tenant_id, blob_key) in (
      select tenant_id, blob_key from unowned_blobs where doomed or since < ${before}
      order by since limit ${limit} for update skip locked
    )
    returning tenant_id, blob_key`)
  return rows.map(row => ({ tenant: parseTenantId(row.tenant_id), key: row.blob_key }))
}
