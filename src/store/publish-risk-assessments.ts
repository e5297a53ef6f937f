import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import type { CollectionToPublish } from './publish-collection.ts'
import { sql } from './sql.ts'

/**
 * Makes the assessments of a collection readable. Of several readings of one (equal ids) the more complete one is current:
 * that of a COMPLETED analysis before that of a PARTIAL one, then the newer.
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
