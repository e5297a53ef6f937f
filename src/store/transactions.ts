import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CreditDebit, CurrencyCode } from '../domain/money.ts'
import type { TenantId } from '../domain/tenant.ts'
import type {
  CategoryCode,
  Counterparty,
  Tag,
  Transaction,
  TransactionCode,
  TransactionStatus,
} from '../domain/transaction.ts'
import type { Queries } from './database.ts'
import { dateColumn, decimalColumn, integerColumn, textColumn } from './keyset.ts'
import { latestStatements } from './latest-statements.ts'
import type { ListDefinition } from './list.ts'
import { sql } from './sql.ts'
import { type TransactionFilter, toConditions } from './transaction-filter.ts'
import { visibleTransactions } from './visible-transactions.ts'

export type TransactionOrder = 'EFFECTIVE_DATE_DESC' | 'EFFECTIVE_DATE_ASC' | 'AMOUNT_DESC' | 'AMOUNT_ASC'

export interface TransactionListArgs {
  readonly filter: TransactionFilter
  readonly orderBy: TransactionOrder
}

interface TransactionRow {
  readonly id: string
  readonly collection_id: string
  readonly provider_id: string
  readonly applicant_id: string
  readonly statement_id: string | null
  readonly provider_transaction_id: string | null
  readonly status: TransactionStatus
  readonly amount: Decimal
  readonly currency: CurrencyCode
  readonly direction: CreditDebit
  readonly booking_date: CalendarDate | null
  readonly value_date: CalendarDate | null
  readonly effective_date: CalendarDate
  readonly description: string | null
  readonly counterparty: Counterparty | null
  readonly channel: string | null
  readonly category: CategoryCode | null
  readonly provider_category: string | null
  readonly tags: readonly Tag[]
  readonly codes: readonly TransactionCode[]
  readonly mandate_reference: string | null
  readonly reference: string | null
  readonly balance_after: Decimal | null
}

const columns = sql`item.id, item.collection_id, item.provider_id, item.applicant_id, item.statement_id, item.provider_transaction_id,
  item.status, item.amount, item.currency, item.direction, item.booking_date, item.value_date, item.effective_date,
  item.description, item.counterparty, item.channel, item.category, item.provider_category, item.tags, item.codes,
  item.mandate_reference, item.reference, item.balance_after`

/** Transactions by id: of several published rows the one published last, those of a copied statement only for want of another. */
export async function readTransactions(
  queries: Queries,
  tenant: TenantId,
  ids: readonly string[],
): Promise<Transaction[]> {
  const rows = await queries.rows<TransactionRow>(sql`
    select item.* from unnest(${ids}::text[]) as wanted(id)
    cross join lateral (
      select ${columns} from transactions as item
      join collections as collection on collection.tenant_id = item.tenant_id and collection.id = item.collection_id
      left join statements as statement on statement.tenant_id = item.tenant_id
        and statement.collection_id = item.collection_id and statement.id = item.statement_id
      where item.tenant_id = ${tenant} and item.id = wanted.id and collection.published_at is not null
      order by nullif(statement.duplicate_of_id, statement.id) is not null, collection.published_at desc, collection.id desc
      limit 1
    ) as item`)
  return rows.map(toTransaction)
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
export const transactionList: ListDefinition<TransactionListArgs, TransactionRow, Transaction> = {
  toQuery(tenant, parents, { filter }) {
    const list = { parents: parents.keys, columns, from: sql`transactions as item` }
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

function toTransaction(row: TransactionRow): Transaction {
  const { currency, category, balance_after: balance } = row
  return {
    id: row.id,
    collectionId: row.collection_id,
    providerId: row.provider_id,
    applicantId: row.applicant_id,
    statementId: row.statement_id,
    providerTransactionId: row.provider_transaction_id,
    status: row.status,
    amount: { value: row.amount, currency },
    direction: row.direction,
    bookingDate: row.booking_date,
    valueDate: row.value_date,
    effectiveDate: row.effective_date,
    description: row.description,
    counterparty: row.counterparty,
    channel: row.channel,
    category: category === null ? null : { code: category, providerCode: row.provider_category },
    tags: row.tags,
    codes: row.codes,
    mandateReference: row.mandate_reference,
    reference: row.reference,
    balanceAfter: balance === null ? null : { value: balance, currency },
  }
}
