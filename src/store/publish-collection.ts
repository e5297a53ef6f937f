import { compareCompleteness } from '../domain/judge-statements.ts'
import type { TenantId } from '../domain/tenant.ts'
import { lockApplicantForPublication } from './applicant-locks.ts'
import type { Transaction } from './database.ts'
import { decideWhatCounts, readStatements, type StoredStatement } from './decide-what-counts.ts'
import { dropTransactionsOfStatements } from './place-transactions.ts'
import { publishRiskAssessments } from './publish-risk-assessments.ts'
import { sql } from './sql.ts'

/** A finished collection before its publication. */
export interface CollectionToPublish {
  readonly id: string
  readonly applicantId: string
  /** How its analysis ends. */
  readonly outcome: 'COMPLETED' | 'PARTIAL'
}

/**
 * Publishes a finished collection, in the transaction that also ends its analysis and after the results of its
 * documents were saved. Decides and stores which statements and transactions of the applicant count:
 *
 * - The most complete of several readings of one statement (equal ids) is kept.
 * - A statement is a copy if a more complete one is of the same document, or has the same transactions on the same
 *   account.
 * - A transaction is a copy if an overlapping statement of the same account, published earlier, has an equal one.
 *
 * Earlier statements are decided again where the new ones change the result. The time grows with the number of new rows
 * and of rows of statements that these are copies of or overlap with.
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

  const facts = { applicantId, collectionId: id, statements: kept, replaced, changedAccounts: [] }
  await decideWhatCounts(tx, tenant, facts)
}

/** The most complete reading of each statement, the earlier readings that it replaces, and the new ones that are not better. */
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
 * Marks readings as no longer current, because there is a more complete one. One of them is still shown for the
 * statement in a case that the more complete reading does not belong to.
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
