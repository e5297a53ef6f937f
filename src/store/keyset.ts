import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { type Fragment, joined, sql } from './sql.ts'

/**
 * What a row is sorted by: its values as exact text with a space between them, since none contains any. Equal keys do not
 * occur within a list: the last value is the row's id.
 */
export type SortKey = string

/** One of the expressions that a list is sorted by. */
export interface SortColumn {
  readonly expression: Fragment
  readonly text: Fragment
  toParameter(text: string): Fragment
}

export interface SortOrder {
  readonly columns: readonly SortColumn[]
  readonly descending: boolean
}

/** A place in a list, and whether the row at that very place belongs to the page. */
export interface Bound {
  readonly key: SortKey
  readonly inclusive: boolean
}

export interface PageRequest {
  readonly limit: number
  /** Whether the items nearest to the end of what is between the bounds are wanted, rather than those at its beginning. */
  readonly backward: boolean
  readonly after: Bound | null
  readonly before: Bound | null
}

/** Items in the order of the list, however they were asked for. */
export interface Page<Item> {
  readonly items: readonly { readonly node: Item; readonly key: SortKey }[]
  /** Whether there are more between the bounds than the limit let through. */
  readonly more: boolean
}

/** Many lists of one kind, one for each parent. */
export interface ListQuery {
  readonly parents: readonly string[]
  /** Rows called `item`; may refer to `parent.key`. Of several, each is read in the order of the list, and merged. */
  readonly from: readonly Fragment[]
  readonly conditions: readonly Fragment[]
  readonly columns: Fragment
  /** Whether the conditions may pass over many rows for each that they let through. */
  readonly isSlow?: boolean
}

export const textColumn = (expression: Fragment): SortColumn => ({
  expression,
  text: expression,
  toParameter: text => sql`${text}::text`,
})

export const dateColumn = (expression: Fragment): SortColumn => ({
  expression,
  text: sql`${expression}::text`,
  toParameter: text => sql`${text}::date`,
})

export const integerColumn = (expression: Fragment): SortColumn => ({
  expression,
  text: sql`${expression}::text`,
  toParameter: text => sql`${text}::integer`,
})

export const decimalColumn = (expression: Fragment): SortColumn => ({
  expression,
  text: sql`${expression}::text`,
  toParameter: text => sql`${text}::numeric`,
})

/** To the microsecond, which a JavaScript date would lose. */
export const instantColumn = (expression: Fragment): SortColumn => ({
  expression,
  text: sql`to_char(${expression} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  toParameter: text => sql`${text}::timestamptz`,
})

/** Newest first. */
export const newestFirst = (at: Fragment): SortOrder => ({
  columns: [instantColumn(at), textColumn(sql`item.id`)],
  descending: true,
})

/** What is paged through, in which order, and what becomes of a row. */
export interface PagedList<Row, Item> {
  readonly query: ListQuery
  readonly order: SortOrder
  readonly toItem: (row: Row) => Item
}

/** One page of each parent's list, by parent. A parent without any row has no entry. */
export async function readPages<Row extends object, Item>(
  queries: Queries,
  tenant: TenantId,
  { query: list, order, toItem }: PagedList<Row, Item>,
  request: PageRequest,
): Promise<Map<string, Page<Item>>> {
  const conditions = [
    ...list.conditions,
    ...(request.after ? [beyond(order, request.after, order.descending)] : []),
    ...(request.before ? [beyond(order, request.before, !order.descending)] : []),
  ]
  const page = sql`order by ${sorting(order, request.backward)} limit ${request.limit + 1}`
  const isWanted = joined(
    conditions.map(condition => sql`and ${condition}`),
    ' ',
  )
  // Each part gives no more rows than the page can show, so that its index is read no further.
  const parts = list.from.map(
    part => sql`(select item.* from ${part} where item.tenant_id = ${tenant} ${isWanted} ${page})`,
  )
  const query = sql`
    select page.* from unnest(${list.parents}::text[]) with ordinality as parent(key, number)
    cross join lateral (
      select found.*, row_number() over () as place
      from (
        select ${list.columns}, parent.number as parent_number, ${joined(
          order.columns.map(column => column.text),
          " || ' ' || ",
        )} as sort_key
        from ${oneOf(list.from, parts)} where item.tenant_id = ${tenant} ${isWanted} ${page}
      ) as found
    ) as page`
  type PageRow = Row & { parent_number: number; place: number; sort_key: SortKey }
  const rows = await (list.isSlow ? queries.slowRows<PageRow>(tenant, query) : queries.rows<PageRow>(query))
  // Every row says where it belongs, which spares the database the sorting of whole pages.
  const found = list.parents.map((): Page<Item>['items'][number][] => [])
  for (const row of rows) {
    const own = found[row.parent_number - 1]
    if (own) own[row.place - 1] = { node: toItem(row), key: row.sort_key }
  }
  const pages = new Map<string, Page<Item>>()
  for (const [index, key] of list.parents.entries()) {
    const own = found[index] ?? []
    if (own.length === 0) continue
    const items = own.slice(0, request.limit)
    pages.set(key, { items: request.backward ? items.reverse() : items, more: own.length > request.limit })
  }
  return pages
}

/** How many rows each parent's list has, by parent. */
export async function countRows(queries: Queries, tenant: TenantId, list: ListQuery): Promise<Map<string, number>> {
  const parts = list.from.map(part => sql`select item.* from ${part}`)
  const query = sql`
    select parent.key, counted.total from unnest(${list.parents}::text[]) as parent(key)
    cross join lateral (
      select count(*) as total from ${oneOf(list.from, parts)}
      where item.tenant_id = ${tenant} ${joined(
        list.conditions.map(condition => sql`and ${condition}`),
        ' ',
      )}
    ) as counted`
  const rows = await queries.slowRows<{ key: string; total: number }>(tenant, query)
  return new Map(rows.map(row => [row.key, row.total]))
}

/** The only relation, or of several the parts of them put together. */
function oneOf([only = sql``, ...others]: readonly Fragment[], parts: readonly Fragment[]): Fragment {
  return others.length === 0 ? only : sql`(${joined(parts, ' union all ')}) as item`
}

function beyond(order: SortOrder, bound: Bound, below: boolean): Fragment {
  const columns = joined(
    order.columns.map(column => column.expression),
    ', ',
  )
  const texts = bound.key.split(' ')
  const values = joined(
    order.columns.map((column, index) => column.toParameter(texts[index] ?? '')),
    ', ',
  )
  if (below) return bound.inclusive ? sql`(${columns}) <= (${values})` : sql`(${columns}) < (${values})`
  return bound.inclusive ? sql`(${columns}) >= (${values})` : sql`(${columns}) > (${values})`
}

function sorting(order: SortOrder, backward: boolean): Fragment {
  const direction = order.descending === backward ? sql`asc` : sql`desc`
  return joined(
    order.columns.map(column => sql`${column.expression} ${direction}`),
    ', ',
  )
}
