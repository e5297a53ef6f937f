import type { Reach } from '../domain/reach.ts'
import type { ReachQueries } from '../store/database.ts'
import {
  type ListDefinition,
  type Page,
  type PageRequest,
  type ParentKind,
  countRows,
  readPages,
} from '../store/keyset.ts'
import { createGroupLoaderWith } from './by-key.ts'

/** Loads pages and lengths of lists of one kind. */
export interface ListLoader<Args, Item> {
  page(parent: Parent, args: Args, request: PageRequest): Promise<Page<Item>>
  count(parent: Parent, args: Args): Promise<number>
  /** Clears everything that was read. */
  clearAll(): void
}

/** The parent of a list. */
export interface Parent {
  readonly kind: ParentKind
  readonly key: string
}

/** Lists with equal arguments are read by one query for all their parents. */
export function createListLoader<Args, Row extends object, Item>(
  queries: ReachQueries,
  reach: Reach,
  definition: ListDefinition<Args, Row, Item>,
): ListLoader<Args, Item> {
  const empty: Page<Item> = { items: [], more: false }
  const pages = createGroupLoaderWith<{ kind: ParentKind; args: Args; request: PageRequest }, Page<Item>>(
    (keys, { kind, args, request }) => readPages(queries, reach, definition({ kind, keys }, args), request),
    empty,
  )
  const counts = createGroupLoaderWith<{ kind: ParentKind; args: Args }, number>(
    (keys, { kind, args }) => countRows(queries, reach, definition({ kind, keys }, args)),
    0,
  )
  return {
    page: ({ kind, key }, args, request) => pages.load({ parent: key, args: { kind, args, request } }),
    count: ({ kind, key }, args) => counts.load({ parent: key, args: { kind, args } }),
    clearAll() {
      pages.clearAll()
      counts.clearAll()
    },
  }
}
