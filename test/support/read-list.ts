import type { Reach } from '../../src/domain/reach.ts'
import type { ReachQueries } from '../../src/store/database.ts'
import { type List, type Page, type PageRequest, readPages } from '../../src/store/keyset.ts'

/** A page of a list with one parent; the first one if the request says nothing else. */
export async function readList<Row extends object, Item>(
  queries: ReachQueries,
  reach: Reach,
  list: List<Row, Item>,
  request: Partial<PageRequest> = {},
): Promise<Page<Item>> {
  const whole = { limit: 500, backward: false, after: null, before: null }
  const pages = await readPages(queries, reach, list, { ...whole, ...request })
  return pages.get(list.parents[0] ?? '') ?? { items: [], more: false }
}
