import { type AccountIdentity, groupByAccount, toAccountIdentity } from '../domain/account-identity.ts'
import {
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
import type { Transaction } from './database.ts'
import { createDaySpans, type DaySpan } from './day-spans.ts'
import type { MergedAccount } from './merge-transactions.ts'
import { countCommonTransactions, placeTransactions } from './place-transactions.ts'
import type { PlacedAccount, PlacedStatement, Places } from './plan-moves.ts'
import { sql } from './sql.ts'

/** A statement that is published or about to be, with the earlier decisions about it. */
export interface StoredStatement extends StatementFacts {
  readonly isNew: boolean
  readonly storedDuplicateOfId: string | null
  readonly storedOverlapIds: readonly string[]
  readonly storedLead: boolean
}

/** The new statements or bank transactions of an applicant. */
export interface NewFacts {
  readonly applicantId: string
  /** The collection that is being published; null when bank accounts were read. */
  readonly collectionId: string | null
  /** The current reading of each statement of the applicant, including those of the collection. */
  readonly statements: readonly StoredStatement[]
  /** Earlier readings of the collection's statements, which the collection replaces. */
  readonly replaced: readonly StoredStatement[]
  /** Bank accounts whose transactions or identity (IBAN, number, holder) have changed. */
  readonly changedAccounts: readonly MergedAccount[]
}

/**
 * Decides which statements and transactions of an applicant count now, and stores the decisions. A bank account never
 * makes a statement a copy; its transactions are compared with those of statements, and of other logins, of the same
 * account.
 */
export async function decideWhatCounts(tx: Transaction, tenant: TenantId, facts: NewFacts): Promise<void> {
  const { applicantId, collectionId, statements, replaced } = facts
  const stored = await readAccounts(tx, tenant, applicantId)
  if (collectionId === null && statements.length === 0 && stored.length < 2) return
  const target = { id: collectionId, applicantId }
  const family = familyOf([...statements.filter(statement => statement.isNew), ...replaced], statements)
  const common = await countCommonTransactions(tx, tenant, target, pairsToCompare(family))
  const copiesOfFamily = findCopies(family, common)
  const copies = new Map(
    statements.map(({ id, storedDuplicateOfId }) => {
      const found = copiesOfFamily.get(id)
      return [id, found === undefined ? storedDuplicateOfId : found]
    }),
  )
  const groups = groupByAccount([...statements, ...stored])
  const overlaps = findOverlaps(statements, copies, groups)
  const leaders = findLeaders(family, copies)
  const judged = statements.map(statement => {
    const isOfFamily = copiesOfFamily.has(statement.id)
    return {
      statement,
      duplicateOfId: copies.get(statement.id) ?? null,
      group: groups.get(statement.id) ?? null,
      overlapIds: overlaps.get(statement.id) ?? [],
      leads: isOfFamily ? leaders.has(statement.id) : statement.storedLead,
      isOfFamily,
    }
  })
  await saveJudgements(tx, tenant, judged.filter(hasChanged))
  const accounts = stored.map(account => ({ ...account, group: groups.get(account.id) ?? null }))
  await placeTransactions(tx, tenant, target, toPlaces(judged, accounts, facts))
}

interface Judged {
  readonly statement: StoredStatement
  readonly duplicateOfId: string | null
  /** Equal for statements and bank accounts of one account; null when nothing identifies the account. */
  readonly group: string | null
  readonly overlapIds: readonly string[]
  readonly leads: boolean
  readonly isOfFamily: boolean
}

interface StatementRow extends Omit<StoredStatement, 'identity' | 'publishedAt'> {
  readonly bankName: string | null
  readonly account: Partial<StatementAccount>
  readonly publishedAt: Date
}

/** The current statements of an applicant, and those of a collection that is being published. */
export async function readStatements(
  tx: Transaction,
  tenant: TenantId,
  applicantId: string,
  collectionId: string | null,
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

/** What is compared between a bank account and statements. */
interface StoredAccount {
  readonly id: string
  readonly identity: AccountIdentity
  readonly publishedAt: number
}

type AccountRow = Pick<StatementRow, 'id' | 'bankName' | 'publishedAt'> &
  Pick<StatementAccount, 'iban' | 'accountNumber' | 'holderName'>

async function readAccounts(tx: Transaction, tenant: TenantId, applicantId: string): Promise<StoredAccount[]> {
  const rows = await tx.rows<AccountRow>(sql`
    select account.id, account.iban, account.number as "accountNumber", account.owner as "holderName",
      coalesce(login.bank->>'fullName', login.bank->>'name') as "bankName", login.created_at as "publishedAt"
    from bank_accounts account
    join bank_logins login on login.tenant_id = account.tenant_id and login.id = account.login_id
    where account.tenant_id = ${tenant} and account.applicant_id = ${applicantId}`)
  return rows.map(({ id, bankName, publishedAt, ...account }) => ({
    id,
    identity: toAccountIdentity(bankName, account),
    publishedAt: publishedAt.getTime(),
  }))
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
 * Selects the transactions that have to be placed again:
 * - those of statements that are new, whose copies or overlaps have changed, or that are a copy of or overlap such a
 *   statement;
 * - those of bank accounts on the days of such statements, and on days on which the account's own transactions have
 *   changed.
 *
 * A new statement that is related to no other statement and no bank account is left out: all its transactions count.
 */
function toPlaces(
  judged: readonly Judged[],
  accounts: readonly GroupedAccount[],
  { replaced, changedAccounts }: NewFacts,
): Places {
  const byId = new Map(judged.map(item => [item.statement.id, item]))
  const overlapsOf = ({ overlapIds }: Judged) => overlapIds.flatMap(id => byId.get(id) ?? [])
  const replacedIds = new Set(replaced.map(statement => statement.id))
  const isMoved = (item: Judged) =>
    item.statement.isNew ||
    item.statement.storedDuplicateOfId !== item.duplicateOfId ||
    replacedIds.has(item.statement.id)
  const affected = new Set<Judged>()
  for (const item of judged) {
    if (item.isOfFamily || isMoved(item) || haveChanged(item.statement, item.overlapIds)) affected.add(item)
    if (isMoved(item) && item.duplicateOfId === null) for (const other of overlapsOf(item)) affected.add(other)
  }
  const days = createDaySpans()
  const isReached = ({ group, statement: { firstDay, lastDay } }: Judged) => {
    const span = group === null ? undefined : days.get(group)
    return span && firstDay !== null && lastDay !== null && firstDay <= span.to && span.from <= lastDay
  }
  for (const changed of changedAccounts) {
    const group = accounts.find(account => account.id === changed.id)?.group
    if (group == null) continue
    const { from, to } = comparableDays(changed, group, judged, accounts)
    if (from > to) continue
    days.add(group, from, to)
    for (const item of judged) if (item.group === group && isReached(item)) affected.add(item)
  }
  // The transactions of a copy refer to those that count, so both are placed together.
  for (const item of judged) {
    const original = item.duplicateOfId === null ? undefined : byId.get(item.duplicateOfId)
    if (original && (affected.has(item) || affected.has(original))) affected.add(item).add(original)
  }
  const originals = new Set([...affected].map(item => item.duplicateOfId))
  const groupsOfAccounts = new Set(accounts.flatMap(account => account.group ?? []))
  const hasAccount = ({ group }: Judged) => group !== null && groupsOfAccounts.has(group)
  const isAlone = (item: Judged) =>
    item.statement.isNew &&
    item.duplicateOfId === null &&
    item.overlapIds.length === 0 &&
    !originals.has(item.statement.id) &&
    !hasAccount(item)
  const placed = new Set([...affected].filter(item => !isAlone(item)))
  for (const { group, statement } of placed) if (group !== null) days.add(group, statement.firstDay, statement.lastDay)
  for (const statement of replaced)
    for (const group of groupsWith(statement, judged, accounts)) days.add(group, statement.firstDay, statement.lastDay)
  const compared = new Set(placed)
  for (const item of placed) for (const other of overlapsOf(item)) compared.add(other)
  for (const item of judged) if (hasAccount(item) && isReached(item)) compared.add(item)

  const placedAccounts = accounts.flatMap(account => {
    const span = account.group === null ? undefined : days.get(account.group)
    return account.group === null || span === undefined ? [] : { ...account, group: account.group, ...span }
  })
  const isAloneInGroup = ({ id, group }: (typeof placedAccounts)[number]) =>
    ![...compared].some(item => item.group === group) &&
    !placedAccounts.some(other => other.group === group && other.id !== id)
  const sources = [
    ...[...compared].map(item => ({ item, at: item.statement })),
    ...placedAccounts
      .filter(place => !isAloneInGroup(place))
      .map(place => ({ place, at: { ...place, collectionId: '', ordinal: 0 } })),
  ].sort((a, b) => comparePublication(a.at, b.at))
  const rounds = new Map<string, number>()
  const places: { statements: PlacedStatement[]; accounts: PlacedAccount[] } = { statements: [], accounts: [] }
  for (const [rank, source] of sources.entries()) {
    if ('item' in source) {
      const { item } = source
      const { id, isNew } = item.statement
      const { duplicateOfId, group } = item
      places.statements.push({ id, isNew, account: group ?? id, rank, duplicateOfId, isPlaced: placed.has(item) })
    } else {
      const { id, group, from, to } = source.place
      const round = rounds.get(group) ?? 0
      rounds.set(group, round + 1)
      const newFrom = changedAccounts.find(changed => changed.id === id)?.newFrom ?? null
      places.accounts.push({ id, account: group, rank, round, from, to, newFrom })
    }
  }
  return places
}

/**
 * The days on which transactions of a bank account have to be compared. For a new account that no other login has,
 * these are only days that statements cover. An account that was there before may have duplicates on other days too.
 */
function comparableDays(
  { id, from, to, newFrom }: MergedAccount,
  group: string,
  judged: readonly Judged[],
  accounts: readonly GroupedAccount[],
): DaySpan {
  if (newFrom !== 0 || accounts.some(other => other.group === group && other.id !== id)) return { from, to }
  const reached = judged
    .filter(item => item.group === group)
    .flatMap(({ statement: { firstDay, lastDay } }) => [firstDay, lastDay].filter(day => day !== null))
    .sort()
  const [first = to, last = from] = [reached.at(0), reached.at(-1)]
  return { from: first > from ? first : from, to: last < to ? last : to }
}

/** The bank accounts to which an earlier reading of a statement belonged. The new reading may belong to others. */
function groupsWith(
  { identity }: StoredStatement,
  judged: readonly Judged[],
  accounts: readonly GroupedAccount[],
): readonly string[] {
  if (accounts.length === 0) return []
  const others = [...judged.map(item => ({ id: item.statement.id, identity: item.statement.identity })), ...accounts]
  const groups = groupByAccount([...others, { id: 'replaced', identity }])
  const own = groups.get('replaced')
  return own == null ? [] : accounts.filter(({ id }) => groups.get(id) === own).flatMap(({ group }) => group ?? [])
}

interface GroupedAccount extends StoredAccount {
  readonly group: string | null
}
