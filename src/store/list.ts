import type { ListQuery, SortOrder } from './keyset.ts'

/** What a list belongs to. A list of the tenant itself has the tenant's name as its only key. */
export type ParentKind = 'tenant' | 'applicant' | 'case' | 'statement' | 'account' | 'assessment'

export interface Parents {
  readonly kind: ParentKind
  readonly keys: readonly string[]
}

/** A kind of list: its query, its order, and the item that a row becomes. */
export interface ListDefinition<Args, Row, Item> {
  toQuery(parents: Parents, args: Args): ListQuery
  toOrder(args: Args): SortOrder
  toItem(row: Row): Item
}
