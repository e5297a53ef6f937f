import type { Decimal } from '../domain/decimal.ts'
import type { CurrencyCode, MonetaryAmount } from '../domain/money.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { TransactionCategory, TransactionCategoryCode } from '../domain/transaction.ts'
import type { Queries } from './database.ts'
import { dateColumn, decimalColumn, integerColumn, textColumn } from './keyset.ts'
import { latestStatements } from './latest-statements.ts'
import type { ListDefinition } from './list.ts'
import { sql } from './sql.ts'
import { allColumns, type TransactionMember, type TransactionPart, toColumns } from './transaction-columns.ts'
import { passesOverRows, type TransactionFilter, toConditions } from './transaction-filter.ts'
import { visibleTransactions } from './visible-transactions.ts'

export type TransactionOrder = 'EFFECTIVE_DATE_DESC' | 'EFFECTIVE_DATE_ASC' | 'AMOUNT_DESC' | 'AMOUNT_ASC'

export interface TransactionListArgs {
  readonly filter: TransactionFilter
  readonly orderBy: TransactionOrder
  /** What is wanted of each; absent: everything. Most of the time that a page takes goes into its values. */
  readonly members?: readonly TransactionMember[]
}

/** What was read, under the names of the members but for those that are made of several columns. */
interface TransactionRow extends TransactionPart {
  readonly currency?: CurrencyCode
  readonly amountValue?: Decimal
  readonly balanceValue?: Decimal | null
  readonly categoryCode?: TransactionCategoryCode | null
  readonly providerCategory?: string | null
  amount?: MonetaryAmount
  balanceAfter?: MonetaryAmount | null
  category?: TransactionCategory | null
}

/** Transactions by id: of several published rows the one published last, those of a copied statement only for want of another. */
export async function readTransactions(
  queries: Queries,
  tenant: TenantId,
  ids: readonly string[],
): Promise<TransactionPart[]> {
  const rows = await queries.rows<TransactionRow>(sql`
    select item.* from unnest(${ids}::text[]) as wanted(id)
    cross join lateral (
      select ${allColumns} from transactions as item
      join collections as collection on collection.tenant_id = item.tenant_id and collection.id = item.collection_id
      left join statements as statement on statement.tenant_id = item.tenant_id
        and statement.collection_id = item.collection_id and statement.id = item.statement_id
      where item.tenant_id = ${tenant} and item.id = wanted.id and collection.published_at is not null
      order by nullif(statement.duplicate_of_id, statement.id) is not null, collection.published_at desc, collection.id desc
      limit 1
    ) as item`)
  return rows.map(row => toTransaction(row))
}

/** Which row of a transaction is meant: an id may be in several collections. */
export interface TransactionKey {
  readonly collectionId: string
  readonly id: string
}

/** The ids of the same movements in the statements that theirs are copies of, by the ids of the copies. */
export async function readOriginals(
  queries: Queries,
  tenant: TenantId,
  copies: readonly TransactionKey[],
): Promise<{ readonly copy: TransactionKey; readonly originalId: string }[]> {
  const rows = await queries.rows<{ collection_id: string; id: string; original_id: string }>(sql`
    select item.collection_id, item.id, original.id as original_id
    from unnest(${copies.map(copy => copy.collectionId)}::text[], ${copies.map(copy => copy.id)}::text[]) as wanted(collection_id, id)
    join transactions as item on item.tenant_id = ${tenant} and item.collection_id = wanted.collection_id and item.id = wanted.id
    join statements as statement on statement.tenant_id = item.tenant_id
      and statement.collection_id = item.collection_id and statement.id = item.statement_id
    cross join lateral (${latestStatements(tenant, sql`version.id = statement.duplicate_of_id`)}) as latest
    cross join lateral (
      select candidate.id from transactions as candidate
      where candidate.tenant_id = item.tenant_id and candidate.statement_id = latest.id
        and candidate.collection_id = latest.collection_id and candidate.fingerprint = item.fingerprint
      order by candidate.position, candidate.id limit 1
    ) as original
    where statement.duplicate_of_id <> statement.id and original.id <> item.id`)
  return rows.map(row => ({ copy: { collectionId: row.collection_id, id: row.id }, originalId: row.original_id }))
}

/** The key of a statement as the parent of a list of transactions. */
export function toStatementKey(statement: { readonly collectionId: string; readonly id: string }): string {
  return `${statement.collectionId}/${statement.id}`
}

/** Transactions of an applicant, or of one version of a statement. */
export const transactionList: ListDefinition<TransactionListArgs, TransactionRow, TransactionPart> = {
  toQuery(tenant, parents, { filter, members }) {
    const columns = members ? toColumns(members) : allColumns
    const isSlow = passesOverRows(filter)
    const list = { parents: parents.keys, columns, from: sql`transactions as item`, isSlow }
    if (parents.kind === 'statement') {
      const isOfParent = sql`item.collection_id = split_part(parent.key, '/', 1) and item.statement_id = split_part(parent.key, '/', 2)`
      return { ...list, prelude: sql``, conditions: [isOfParent, ...toConditions(filter)] }
    }
    const visible = visibleTransactions(tenant, parents.keys, filter.includeDuplicates ?? false)
    const conditions = [sql`item.applicant_id = parent.key`, ...toConditions(filter), visible.condition]
    return { ...list, prelude: visible.prelude, conditions }
  },
  toOrder({ orderBy }) {
    const byDate = orderBy === 'EFFECTIVE_DATE_ASC' || orderBy === 'EFFECTIVE_DATE_DESC'
    return {
      columns: [
        byDate ? dateColumn(sql`item.effective_date`) : decimalColumn(sql`item.amount`),
        integerColumn(sql`item.position`),
        textColumn(sql`item.id`),
      ],
      descending: orderBy === 'EFFECTIVE_DATE_DESC' || orderBy === 'AMOUNT_DESC',
    }
  },
  toItem: toTransaction,
}

/** Completes a row where it stands: to copy each one would take as long as to read it. */
function toTransaction(row: TransactionRow): TransactionPart {
  const { currency = '', amountValue, balanceValue, categoryCode, providerCategory = null } = row
  const money = (value: Decimal) => ({ value, currency })
  if (amountValue !== undefined) row.amount = money(amountValue)
  if (balanceValue !== undefined) row.balanceAfter = balanceValue === null ? null : money(balanceValue)
  if (categoryCode !== undefined)
    row.category = categoryCode === null ? null : { code: categoryCode, providerCode: providerCategory }
  return row
}
