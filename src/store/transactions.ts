import type { Decimal } from '../domain/decimal.ts'
import type { CurrencyCode, MonetaryAmount } from '../domain/money.ts'
import type { Reach } from '../domain/reach.ts'
import type { Statement } from '../domain/statement.ts'
import type { TransactionCategory, TransactionCategoryCode } from '../domain/transaction.ts'
import type { ReachQueries } from './database.ts'
import { type ListDefinition, type ParentKind, dateColumn, decimalColumn, integerColumn, textColumn } from './keyset.ts'
import { type Fragment, sql } from './sql.ts'
import {
  allColumns,
  storedColumns,
  type TransactionMember,
  type TransactionPart,
  toColumns,
} from './transaction-columns.ts'
import { passesOverRows, type TransactionFilter, toConditions } from './transaction-filter.ts'
import { within } from './within.ts'

export type TransactionOrder = 'EFFECTIVE_DATE_DESC' | 'EFFECTIVE_DATE_ASC' | 'AMOUNT_DESC' | 'AMOUNT_ASC'

export interface TransactionListArgs {
  readonly filter: TransactionFilter
  readonly orderBy: TransactionOrder
  /** The members to read; all when absent. Most of the time of reading a page goes into its values. */
  readonly members?: readonly TransactionMember[]
}

/** Columns under the names of their members, except for members that are computed from several columns. */
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

/** Transactions by id. Of several copies with one id, the one that is shown. */
export async function readTransactions(
  queries: ReachQueries,
  reach: Reach,
  ids: readonly string[],
): Promise<TransactionPart[]> {
  const rows = await queries.rows<TransactionRow>(sql`
    select item.* from unnest(${ids}::text[]) as wanted(id)
    cross join lateral (
      select ${allColumns} from (${counting} union all ${copies}) as item
      where ${within(reach)} and item.id = wanted.id and item.shown limit 1
    ) as item`)
  return rows.map(row => toTransaction(row))
}

const counting = sql`select ${storedColumns}, null::text as duplicate_of_id, true as shown from transactions where true`
const copies = sql`select ${storedColumns}, duplicate_of_id, shown from duplicate_transactions where true`
const unreplacedCopies = sql`${copies} and replaced_by_id is null`

const isByDate = (order: TransactionOrder) => order === 'EFFECTIVE_DATE_ASC' || order === 'EFFECTIVE_DATE_DESC'

function isOfParent(kind: ParentKind): Fragment {
  if (kind === 'account') return sql`account_id = parent.key`
  if (kind === 'applicant') return sql`applicant_id = parent.key`
  return sql`applicant_id = split_part(parent.key, '/', 1) and statement_id = split_part(parent.key, '/', 2)`
}

/** The key of a statement as the parent of a list of transactions. */
export function toStatementKey({ applicantId, id }: Pick<Statement, 'applicantId' | 'id'>): string {
  return `${applicantId}/${id}`
}

/**
 * Transactions of an applicant, a statement or a bank account. The lists of a statement and of an account always
 * include duplicates, but the list of an account includes pending transactions that were replaced only on request.
 */
export const transactionList: ListDefinition<TransactionListArgs, TransactionRow, TransactionPart> = (
  { kind, keys },
  { filter, orderBy, members },
) => {
  const ofApplicant = kind === 'applicant'
  const conditions = [isOfParent(kind), ...toConditions(filter)]
  const ownCopies = kind === 'account' && !filter.includeDuplicates ? unreplacedCopies : copies
  const tables = !ofApplicant || filter.includeDuplicates ? [counting, ownCopies] : [counting]
  if (ofApplicant && filter.includeDuplicates) conditions.push(sql`item.shown`)
  if (filter.accountIds?.length === 1) conditions.push(sql`item.account_id = ${filter.accountIds[0]}`)
  // The direction agrees with the sign, so it is a range of the index of amounts.
  if (filter.direction && !isByDate(orderBy))
    conditions.push(filter.direction === 'CREDIT' ? sql`item.amount >= 0` : sql`item.amount <= 0`)
  // An index is in list order only within one category. Reading each one by itself, no more rows are read than the page needs.
  const categories = filter.categories?.length ? [...new Set(filter.categories)] : [null]
  const parts = tables.flatMap(table =>
    categories.map(code => (code === null ? table : sql`${table} and category = ${code}`)),
  )
  const isDated = isByDate(orderBy)
  return {
    parents: keys,
    columns: members ? toColumns(members) : allColumns,
    from: parts.map(part => sql`(${part}) as item`),
    conditions,
    isSlow: passesOverRows(filter, isDated ? 'date' : 'amount'),
    order: {
      isBounded: Boolean(isDated ? filter.effectiveDate : (filter.amount ?? filter.direction)),
      columns: [
        isDated ? dateColumn(sql`item.effective_date`) : decimalColumn(sql`item.amount`),
        integerColumn(sql`item.position`),
        textColumn(sql`item.id`),
      ],
      descending: orderBy === 'EFFECTIVE_DATE_DESC' || orderBy === 'AMOUNT_DESC',
    },
    toItem: toTransaction,
  }
}

/** Completes the row object itself, because copying it would take as long as reading it. */
function toTransaction(row: TransactionRow): TransactionPart {
  const { currency = '', amountValue, balanceValue, categoryCode, providerCategory = null } = row
  const money = (value: Decimal) => ({ value, currency })
  if (amountValue !== undefined) row.amount = money(amountValue)
  if (balanceValue !== undefined) row.balanceAfter = balanceValue === null ? null : money(balanceValue)
  if (categoryCode !== undefined)
    row.category = categoryCode === null ? null : { code: categoryCode, providerCode: providerCategory }
  return row
}
