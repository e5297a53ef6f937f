import { compareCompleteness } from '../domain/judge-statements.ts'
import type { TenantId } from '../domain/tenant.ts'
import { lockApplicantForPublication } from './applicant-locks.ts'
import type { Transaction } from './database.ts'
import { decideWhatCounts, readStatements, type StoredStatement } from './decide-what-counts.ts'
import { dropTransactionsOfStatements } from './place-transactions.ts'
import { publishRiskAssessments } from './publish-risk-assessments.ts'
import { sql } from './sql.ts'

/** A finished collection that nobody can read yet. */
export interface CollectionToPublish {
  readonly id: string
  readonly applicantId: string
  /** How its analysis ends. */
  readonly outcome: 'COMPLETED' | 'PARTIAL'
}

/**
 * Makes a finished collection readable, in the transaction that also moves its analysis and after the results of its
 * documents were saved. Here it is decided, once, which statements and transactions of the applicant count, and stored:
 *
 * - Of several readings of one statement (equal ids) the most complete one is kept.
 * - A statement of the same document, or with the same transactions on the same account, as a more complete one is a copy.
 * - A transaction that is equal to one in an overlapping statement of the same account, published earlier, is a copy.
 *
 * Whatever the new statements change about earlier ones is changed too. The time it takes grows with the new rows and with
 * those of the statements that they are copies of or overlap.
 */
export async function publishCollection(
  tx: Transaction,
  tenant: TenantId,
  collection: CollectionToPublish,
  at: Date,
): Promise<void> {
  const { id, applicantId } = collection
  await lockApplicantForPublication(tx, tenant, applicantId)
  await tx.rows(sql`update collections set published_at = ${at} where tenant_id = ${tenant} and id = ${id}`)
  await tx.rows(sql`
    update statements s set published_at = ${at}, complete = coalesce(
      (select nullif(d.result_status, 'PENDING') = 'COMPLETED' from analysis_documents d
        where d.tenant_id = s.tenant_id and d.analysis_id = s.analysis_id and d.document_id = s.document_id),
      ${collection.outcome} = 'COMPLETED')
    where s.tenant_id = ${tenant} and s.collection_id = ${id}`)
  await publishRiskAssessments(tx, tenant, collection, at)

  const stored = await readStatements(tx, tenant, applicantId, id)
  const { kept, replaced, unused } = chooseReadings(stored)
  await setAside(tx, tenant, [...replaced, ...unused])
  await dropTransactionsOfStatements(
    tx,
    tenant,
    applicantId,
    replaced.map(statement => statement.id),
  )

  await decideWhatCounts(tx, tenant, { applicantId, collection, statements: kept, replaced, changedAccounts: [] })
}

/** Of each statement the most complete reading, the earlier ones that it replaces, and the new ones that are no better. */
function chooseReadings(stored: readonly StoredStatement[]) {
  const kept: StoredStatement[] = []
  const replaced: StoredStatement[] = []
  const unused: StoredStatement[] = []
  for (const readings of Map.groupBy(stored, statement => statement.id).values()) {
    const [best, ...others] = readings.sort(compareCompleteness)
    if (best) kept.push(best)
    for (const other of others) (other.isNew ? unused : replaced).push(other)
  }
  return { kept, replaced, unused }
}

/**
 * Readings for which a more complete one of the same statement stands. In another case than that, one goes on standing
 * for the statement.
 */
async function setAside(tx: Transaction, tenant: TenantId, readings: readonly StoredStatement[]): Promise<void> {
  if (readings.length === 0) return
  await tx.rows(sql`
    update statements s set current = false,
      in_case = best.stays, leads_in_case = best.stays and (s.leads_in_case or s.current is null)
    from (
      select r.collection_id, r.id, not exists (
        select 1 from statements other
        where other.tenant_id = ${tenant} and other.applicant_id = own.applicant_id and other.id = r.id and other.case_id = own.case_id
          and other.collection_id <> r.collection_id and other.published_at is not null
          and (other.in_case or other.current is null)) as stays
      from unnest(${readings.map(r => r.collectionId)}::text[], ${readings.map(r => r.id)}::text[]) as r(collection_id, id)
      join statements own on own.tenant_id = ${tenant} and own.collection_id = r.collection_id and own.id = r.id
    ) as best
    where s.tenant_id = ${tenant} and s.collection_id = best.collection_id and s.id = best.id`)
}
