import type { Queries } from './database.ts'
import { deleteInBatches } from './delete-in-batches.ts'
import { sql } from './sql.ts'

/**
 * Deletes, in batches, what is no longer read: staged rows of published collections, metrics of superseded assessments,
 * collections that were begun before a moment and never published, and published collections of bank users.
 */
export async function sweepCollections(queries: Queries, before: Date): Promise<void> {
  const isAbandoned = sql`c.published_at is null and c.created_at < ${before}`
  await deleteInBatches(
    queries,
    sql`staged_transactions row`,
    sql`exists (
      select 1 from collections c where c.tenant_id = row.tenant_id and c.id = row.owner_id
        and (${isAbandoned} or c.published_at is not null and not c.publish_again))`,
  )
  await deleteInBatches(
    queries,
    sql`risk_metrics row`,
    sql`exists (
      select 1 from risk_assessments a where a.tenant_id = row.tenant_id and a.collection_id = row.collection_id
        and a.id = row.assessment_id and a.current is false)`,
  )
  await deleteInBatches(queries, sql`collections c`, isAbandoned)
  // After its staged rows are deleted, the collection of a bank user's reading is empty.
  await deleteInBatches(
    queries,
    sql`collections c`,
    sql`c.analysis_id is null and c.published_at is not null and not exists (
      select 1 from staged_transactions row where row.tenant_id = c.tenant_id and row.owner_id = c.id)`,
  )
}
