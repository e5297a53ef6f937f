import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CreditDebit } from '../domain/money.ts'
import type { TransactionCategoryCode, TransactionStatus } from '../domain/transaction.ts'
import { containsText } from './conditions.ts'
import { type Fragment, sql } from './sql.ts'

/** Which transactions are wanted; absent members let every one through, empty lists none. Ranges include their ends. */
export interface TransactionFilter {
  readonly effectiveDate?: { readonly from?: CalendarDate | null; readonly to?: CalendarDate | null } | null
  readonly amount?: { readonly min?: Decimal | null; readonly max?: Decimal | null } | null
  readonly direction?: CreditDebit | null
  readonly status?: TransactionStatus | null
  readonly categories?: readonly TransactionCategoryCode[] | null
  readonly search?: string | null
  readonly providerIds?: readonly string[] | null
  /** Those that were read from one of these bank accounts. */
  readonly accountIds?: readonly string[] | null
  readonly includeDuplicates?: boolean | null
}

/** Conditions on the transaction `item`, but for categories, copies and a single account, which the list deals with. */
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
 * Whether rows may have to be read that are not wanted. A range of what the list is sorted by is a range of an index; so
 * is one direction, one account, and a category, in either order, but not two of these three.
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
