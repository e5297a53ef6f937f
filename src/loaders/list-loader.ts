import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from '../store/database.ts'
import { countRows, type Page, type PageRequest, readPages } from '../store/keyset.ts'
import type { ListDefinition, ParentKind } from '../store/list.ts'
import { createGroupLoaderWith } from './by-key.ts'

/** Pages and lengths of lists of one kind. */
export interface ListLoader<Args, Item> {
  page(parent: Parent, args: Args, request: PageRequest): Promise<Page<Item>>
  count(parent: Parent, args: Args): Promise<number>
  /** What was read is no longer true. */
  clearAll(): void
}

/** What one list hangs on. */
export interface Parent {
  readonly kind: ParentKind
  readonly key: string
}

/** Lists of equal arguments are read together, one query for all their parents. */
export function createListLoader<Args, Row extends object, Item>(
  queries: Queries,
  tenant: TenantId,
  definition: ListDefinition<Args, Row, Item>,
): ListLoader<Args, Item> {
  const empty: Page<Item> = { items: [], more: false }
  const pages = createGroupLoaderWith<{ kind: ParentKind; args: Args; request: PageRequest }, Page<Item>>(
    (keys, { kind, args, request }) => {
      const list = definition.toQuery(tenant, { kind, keys }, args)
      return readPages<Row, Item>(
        queries,
        tenant,
        { query: list, order: definition.toOrder(args), toItem: definition.toItem },
        request,
      )
    },
    empty,
  )
  const counts = createGroupLoaderWith<{ kind: ParentKind; args: Args }, number>(
    (keys, { kind, args }) => countRows(queries, tenant, definition.toQuery(tenant, { kind, keys }, args)),
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
