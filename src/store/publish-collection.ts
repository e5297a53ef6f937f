import { toAccountIdentity } from '../domain/account-identity.ts'
import {
  compareCompleteness,
  comparePublication,
  familyOf,
  findCopies,
  findLeaders,
  findOverlaps,
  pairsToCompare,
  type StatementFacts,
} from '../domain/judge-statements.ts'
import type { StatementAccount } from '../domain/statement.ts'
import type { TenantId } from '../domain/tenant.ts'
import { lockApplicantForPublication } from './applicant-locks.ts'
import type { Transaction } from './database.ts'
import {
  countCommonTransactions,
  dropTransactionsOfStatements,
  type PlacedStatement,
  placeTransactions,
} from './place-transactions.ts'
import { publishRiskAssessments } from './publish-risk-assessments.ts'
import { sql } from './sql.ts'

/** A finished collection that nobody can read yet. */
export interface CollectionToPublish {
  readonly id: string
  readonly applicantId: string
  /** How its analysis ends. */
  readonly outcome: 'COMPLETED' | 'PARTIAL'
}

/** A statement that counts, is a copy, or is about to be published, with what was decided about it before. */
interface StoredStatement extends StatementFacts {
  readonly isNew: boolean
  readonly storedDuplicateOfId: string | null
  readonly storedOverlapIds: readonly string[]
  readonly storedLead: boolean
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

  const family = familyOf([...kept.filter(statement => statement.isNew), ...replaced], kept)
  const common = await countCommonTransactions(tx, tenant, collection, pairsToCompare(family))
  const copiesOfFamily = findCopies(family, common)
  const copies = new Map(
    kept.map(statement => [statement.id, copiesOfFamily.get(statement.id) ?? judgedBefore(statement, copiesOfFamily)]),
  )
  const overlaps = findOverlaps(kept, copies)
  const leaders = findLeaders(family, copies)
  const judged = kept.map(statement => ({
    statement,
    duplicateOfId: copies.get(statement.id) ?? null,
    account: overlaps.get(statement.id)?.account ?? null,
    overlapIds: overlaps.get(statement.id)?.overlapIds ?? [],
    leads: copiesOfFamily.has(statement.id) ? leaders.has(statement.id) : statement.storedLead,
    isOfFamily: copiesOfFamily.has(statement.id),
  }))
  await saveJudgements(tx, tenant, judged.filter(hasChanged))
  await placeTransactions(tx, tenant, collection, toPlaces(judged, replaced))
}

type Judged = {
  readonly statement: StoredStatement
  readonly duplicateOfId: string | null
  readonly account: string | null
  readonly overlapIds: readonly string[]
  readonly leads: boolean
  readonly isOfFamily: boolean
}

function judgedBefore(statement: StoredStatement, family: ReadonlyMap<string, string | null>): string | null {
  return family.has(statement.id) ? null : statement.storedDuplicateOfId
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

interface StatementRow {
  readonly id: string
  readonly collectionId: string
  readonly ordinal: number
  readonly providerId: string
  readonly caseId: string
  readonly documentId: string | null
  readonly documentSha256: string | null
  readonly bankName: string | null
  readonly account: Partial<StatementAccount>
  readonly currency: string
  readonly from: string | null
  readonly to: string | null
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly transactionCount: number
  readonly contentDigest: string | null
  readonly complete: boolean
  readonly publishedAt: Date
  readonly isNew: boolean
  readonly storedDuplicateOfId: string | null
  readonly storedOverlapIds: readonly string[]
  readonly storedLead: boolean
}

async function readStatements(
  tx: Transaction,
  tenant: TenantId,
  applicantId: string,
  collectionId: string,
): Promise<StoredStatement[]> {
  const rows = await tx.rows<StatementRow>(sql`
    select id, collection_id as "collectionId", ordinal, provider_id as "providerId", coalesce(case_id, '') as "caseId",
      document_id as "documentId", document_sha256 as "documentSha256", bank_name as "bankName", account, currency,
      from_date as "from", to_date as "to", first_day as "firstDay", last_day as "lastDay",
      coalesce(transaction_count, 0) as "transactionCount", content_digest as "contentDigest", complete,
      published_at as "publishedAt", current is null as "isNew", duplicate_of_id as "storedDuplicateOfId",
      overlap_ids as "storedOverlapIds", leads_in_case as "storedLead"
    from statements
    where tenant_id = ${tenant} and applicant_id = ${applicantId} and current
    union all
    select id, collection_id, ordinal, provider_id, coalesce(case_id, ''), document_id, document_sha256, bank_name, account,
      currency, from_date, to_date, first_day, last_day, coalesce(transaction_count, 0), content_digest, complete,
      published_at, true, null, '{}', false
    from statements
    where tenant_id = ${tenant} and collection_id = ${collectionId} and current is null`)
  return rows.map(({ bankName, account, publishedAt, ...row }) => ({
    ...row,
    identity: toAccountIdentity(bankName, account),
    publishedAt: publishedAt.getTime(),
  }))
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

function hasChanged({ statement, duplicateOfId, overlapIds, leads }: Judged): boolean {
  return (
    statement.isNew ||
    statement.storedDuplicateOfId !== duplicateOfId ||
    statement.storedLead !== leads ||
    haveChanged(statement, overlapIds)
  )
}

function haveChanged({ storedOverlapIds }: StoredStatement, overlapIds: readonly string[]): boolean {
  return storedOverlapIds.length !== overlapIds.length || storedOverlapIds.some((id, index) => id !== overlapIds[index])
}

async function saveJudgements(tx: Transaction, tenant: TenantId, judged: readonly Judged[]): Promise<void> {
  if (judged.length === 0) return
  const rows = judged.map(({ statement, duplicateOfId, overlapIds, leads }) => ({
    collection_id: statement.collectionId,
    id: statement.id,
    duplicate_of_id: duplicateOfId,
    overlap_ids: overlapIds,
    leads_in_case: leads,
  }))
  await tx.rows(sql`
    update statements s set current = true, in_case = true, duplicate_of_id = r.duplicate_of_id,
      overlap_ids = r.overlap_ids, leads_in_case = r.leads_in_case
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(collection_id text, id text, duplicate_of_id text,
      overlap_ids text[], leads_in_case boolean)
    where s.tenant_id = ${tenant} and s.collection_id = r.collection_id and s.id = r.id`)
}

/**
 * Which statements' transactions have to be placed anew: of those that are new, whose copies or overlaps have changed, or
 * that are a copy of, or overlap, one of which that is true. A new statement without a relation to any other is left out:
 * all its transactions count.
 */
function toPlaces(judged: readonly Judged[], replaced: readonly StoredStatement[]): PlacedStatement[] {
  const byId = new Map(judged.map(item => [item.statement.id, item]))
  const replacedIds = new Set(replaced.map(statement => statement.id))
  const isMoved = (item: Judged) =>
    item.statement.isNew ||
    item.statement.storedDuplicateOfId !== item.duplicateOfId ||
    replacedIds.has(item.statement.id)
  const affected = new Set<Judged>()
  for (const item of judged) {
    if (item.isOfFamily || isMoved(item) || haveChanged(item.statement, item.overlapIds)) affected.add(item)
    if (isMoved(item) && item.duplicateOfId === null) for (const id of item.overlapIds) addTo(affected, byId.get(id))
  }
  // A copy's transactions refer to those that count, so they are placed together.
  for (const item of judged) {
    const original = item.duplicateOfId === null ? undefined : byId.get(item.duplicateOfId)
    if (original && (affected.has(item) || affected.has(original))) affected.add(item).add(original)
  }
  const originals = new Set([...affected].map(item => item.duplicateOfId))
  const isAlone = (item: Judged) =>
    item.statement.isNew &&
    item.duplicateOfId === null &&
    item.overlapIds.length === 0 &&
    !originals.has(item.statement.id)
  const placed = new Set([...affected].filter(item => !isAlone(item)))
  const compared = new Set(placed)
  for (const item of placed) for (const id of item.overlapIds) addTo(compared, byId.get(id))
  return [...compared]
    .sort((a, b) => comparePublication(a.statement, b.statement))
    .map((item, rank) => ({
      id: item.statement.id,
      isNew: item.statement.isNew,
      account: item.account ?? item.statement.id,
      rank,
      duplicateOfId: item.duplicateOfId,
      isPlaced: placed.has(item),
    }))
}

function addTo(items: Set<Judged>, item: Judged | undefined): void {
  if (item) items.add(item)
}
