import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CreditDebit } from '../domain/money.ts'
import type { TransactionCategoryCode, TransactionStatus } from '../domain/transaction.ts'
import { foldText } from '../domain/fold-text.ts'
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
  readonly includeDuplicates?: boolean | null
}

/** Conditions on the transaction `item`, but for categories and copies, which the list deals with. */
export function toConditions(filter: TransactionFilter): Fragment[] {
  const { effectiveDate, amount, direction, status, categories, search, providerIds } = filter
  const sought = foldText(search ?? '')
  return [
    effectiveDate?.from == null ? null : sql`item.effective_date >= ${effectiveDate.from}::date`,
    effectiveDate?.to == null ? null : sql`item.effective_date <= ${effectiveDate.to}::date`,
    amount?.min == null ? null : sql`item.amount >= ${amount.min}::numeric`,
    amount?.max == null ? null : sql`item.amount <= ${amount.max}::numeric`,
    direction == null ? null : sql`item.direction = ${direction}`,
    status == null ? null : sql`item.status = ${status}`,
    categories?.length === 0 ? sql`false` : null,
    providerIds ? sql`item.provider_id = any(${providerIds})` : null,
    sought === '' ? null : sql`item.search_text like ${`%${escapePattern(sought)}%`}`,
  ].filter(condition => condition !== null)
}

/**
 * Whether rows may have to be read that are not wanted. A range of what the list is sorted by is a range of an index; so
 * is one direction, and a category, in either order.
 */
export function passesOverRows(filter: TransactionFilter, sortedBy: 'date' | 'amount'): boolean {
  const { effectiveDate, amount, direction, status, categories, search, providerIds } = filter
  const otherRange = sortedBy === 'date' ? amount : effectiveDate
  return (
    [otherRange, status, search, providerIds].some(value => value !== undefined && value !== null) ||
    (direction != null && categories != null)
  )
}

/** What would be a wildcard stands for itself. */
function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
