import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import type { CollectionToPublish } from './publish-collection.ts'
import { sql } from './sql.ts'

/**
 * Publishes the assessments of a collection. Among several readings of one assessment (equal ids), that of a COMPLETED
 * analysis is current before that of a PARTIAL one, then the newer one.
 */
export async function publishRiskAssessments(
  tx: Transaction,
  tenant: TenantId,
  { id, outcome }: CollectionToPublish,
  at: Date,
): Promise<void> {
  const complete = outcome === 'COMPLETED'
  await tx.rows(sql`
    update risk_assessments earlier set current = false
    from risk_assessments found
    where found.tenant_id = ${tenant} and found.collection_id = ${id}
      and earlier.tenant_id = ${tenant} and earlier.id = found.id
      and earlier.applicant_id = found.applicant_id and earlier.current and (${complete} or not earlier.complete)`)
  await tx.rows(sql`
    update risk_assessments found set published_at = ${at}, complete = ${complete}, current = not exists (
      select 1 from risk_assessments earlier
      where earlier.tenant_id = ${tenant} and earlier.id = found.id
        and earlier.applicant_id = found.applicant_id and earlier.current)
    where found.tenant_id = ${tenant} and found.collection_id = ${id}`)
}
