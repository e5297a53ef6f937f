import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CreditDebit } from '../domain/money.ts'
import type { TransactionCategoryCode, TransactionStatus } from '../domain/transaction.ts'
import { containsText } from './conditions.ts'
import { type Fragment, sql } from './sql.ts'

/** Which transactions a list shows. An absent member excludes nothing; an empty list excludes everything. Ranges include their ends. */
export interface TransactionFilter {
  readonly effectiveDate?: { readonly from?: CalendarDate | null; readonly to?: CalendarDate | null } | null
  readonly amount?: { readonly min?: Decimal | null; readonly max?: Decimal | null } | null
  readonly direction?: CreditDebit | null
  readonly status?: TransactionStatus | null
  readonly categories?: readonly TransactionCategoryCode[] | null
  readonly search?: string | null
  readonly providerIds?: readonly string[] | null
  /** Transactions that were read from one of these bank accounts. */
  readonly accountIds?: readonly string[] | null
  readonly includeDuplicates?: boolean | null
}

/** Conditions on the transaction `item`, except for categories, copies and a single account, which the list handles. */
export function toConditions(filter: TransactionFilter): Fragment[] {
  const { effectiveDate, amount, direction, status, categories, search, providerIds, accountIds } = filter
  return [
    effectiveDate?.from == null ? null : sql`item.effective_date >= ${effectiveDate.from}::date`,
    effectiveDate?.to == null ? null : sql`item.effective_date <= ${effectiveDate.to}::date`,
    amount?.min == null ? null : sql`item.amount >= ${amount.min}::numeric`,
    amount?.max == null ? null : sql`item.amount <= ${amount.max}::numeric`,
    direction == null ? null : sql`item.direction = ${direction}`,
    status == null ? null : sql`item.status = ${status}`,
    categories?.length === 0 ? sql`false` : null,
    providerIds ? sql`item.provider_id = any(${providerIds})` : null,
    accountIds && accountIds.length !== 1 ? sql`item.account_id = any(${accountIds})` : null,
    ...containsText(sql`item.search_text`, search),
  ].filter(condition => condition !== null)
}

/**
 * Whether the filter may have to skip rows. It does not for a range of the sort column, because that is a range of an
 * index, nor for one direction, one account or categories, but for two of these three.
 */
export function passesOverRows(filter: TransactionFilter, sortedBy: 'date' | 'amount'): boolean {
  const { effectiveDate, amount, direction, status, categories, search, providerIds, accountIds } = filter
  const otherRange = sortedBy === 'date' ? amount : effectiveDate
  const ofOneAccount = accountIds?.length === 1 ? accountIds : null
  return (
    [otherRange, status, search, providerIds, ofOneAccount ? null : accountIds].some(value => value != null) ||
    [direction, categories, ofOneAccount].filter(value => value != null).length > 1
  )
}
