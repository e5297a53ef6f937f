import type { TenantId } from '../domain/tenant.ts'
import type { ListQuery, SortOrder } from './keyset.ts'

/** What a list hangs on. A list of the tenant itself has the tenant's name as its only key. */
export type ParentKind = 'tenant' | 'applicant' | 'case' | 'statement' | 'account' | 'assessment'

export interface Parents {
  readonly kind: ParentKind
  readonly keys: readonly string[]
}

/** A kind of list: how it is queried and sorted, and what its rows mean. */
export interface ListDefinition<Args, Row, Item> {
  toQuery(tenant: TenantId, parents: Parents, args: Args): ListQuery
  toOrder(args: Args): SortOrder
  toItem(row: Row): Item
}
