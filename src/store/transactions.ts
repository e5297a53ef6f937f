import type { Decimal } from '../domain/decimal.ts'
import type { CurrencyCode, MonetaryAmount } from '../domain/money.ts'
import type { Statement } from '../domain/statement.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { TransactionCategory, TransactionCategoryCode } from '../domain/transaction.ts'
import type { Queries } from './database.ts'
import { dateColumn, decimalColumn, integerColumn, textColumn } from './keyset.ts'
import type { ListDefinition } from './list.ts'
import { sql } from './sql.ts'
import {
  allColumns,
  storedColumns,
  type TransactionMember,
  type TransactionPart,
  toColumns,
} from './transaction-columns.ts'
import { passesOverRows, type TransactionFilter, toConditions } from './transaction-filter.ts'

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

/** Transactions by id; of several copies with one id the one that is shown. */
export async function readTransactions(
  queries: Queries,
  tenant: TenantId,
  ids: readonly string[],
): Promise<TransactionPart[]> {
  const rows = await queries.rows<TransactionRow>(sql`
    select item.* from unnest(${ids}::text[]) as wanted(id)
    cross join lateral (
      select ${allColumns} from (${counting} union all ${copies}) as item
      where item.tenant_id = ${tenant} and item.id = wanted.id and item.shown limit 1
    ) as item`)
  return rows.map(row => toTransaction(row))
}

const counting = sql`select ${storedColumns}, null::text as duplicate_of_id, true as shown from transactions`
const copies = sql`select ${storedColumns}, duplicate_of_id, shown from duplicate_transactions`

const isByDate = (order: TransactionOrder) => order === 'EFFECTIVE_DATE_ASC' || order === 'EFFECTIVE_DATE_DESC'

/** The key of a statement as the parent of a list of transactions. */
export function toStatementKey({ applicantId, id }: Pick<Statement, 'applicantId' | 'id'>): string {
  return `${applicantId}/${id}`
}

/** Transactions of an applicant, or of a statement. Those of a statement include the ones that do not count. */
export const transactionList: ListDefinition<TransactionListArgs, TransactionRow, TransactionPart> = {
  toQuery(_tenant, { kind, keys }, { filter, orderBy, members }) {
    const ofStatement = kind === 'statement'
    const isOfParent = ofStatement
      ? sql`applicant_id = split_part(parent.key, '/', 1) and statement_id = split_part(parent.key, '/', 2)`
      : sql`applicant_id = parent.key`
    const conditions = [isOfParent, ...toConditions(filter)]
    const tables = ofStatement || filter.includeDuplicates ? [counting, copies] : [counting]
    if (!ofStatement && filter.includeDuplicates) conditions.push(sql`item.shown`)
    // The direction agrees with the sign, so an index of amounts can begin or end at zero.
    if (filter.direction && !isByDate(orderBy))
      conditions.push(filter.direction === 'CREDIT' ? sql`item.amount >= 0` : sql`item.amount <= 0`)
    // Each category is a list of its own in an index, so each is read in order, and no further than the page needs.
    const categories = filter.categories?.length ? [...new Set(filter.categories)] : [null]
    const parts = tables.flatMap(table =>
      categories.map(code => (code === null ? table : sql`${table} where category = ${code}`)),
    )
    return {
      parents: keys,
      columns: members ? toColumns(members) : allColumns,
      from: parts.map(part => sql`(${part}) as item`),
      conditions,
      isSlow: passesOverRows(filter, isByDate(orderBy) ? 'date' : 'amount'),
    }
  },
  toOrder({ orderBy }) {
    return {
      columns: [
        isByDate(orderBy) ? dateColumn(sql`item.effective_date`) : decimalColumn(sql`item.amount`),
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
