import type { List } from './keyset.ts'

/** What a list belongs to. A list of the tenant itself has the tenant's name as its only key. */
export type ParentKind = 'tenant' | 'applicant' | 'case' | 'statement' | 'account' | 'assessment'

export interface Parents {
  readonly kind: ParentKind
  readonly keys: readonly string[]
}

/** The lists of one kind. */
export type ListDefinition<Args, Row, Item> = (parents: Parents, args: Args) => List<Row, Item>
