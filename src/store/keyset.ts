import type { Reach } from '../domain/reach.ts'
import type { ReachQueries } from './database.ts'
import { type Fragment, joined, type ReachQuery, sql } from './sql.ts'
import { within } from './within.ts'

/**
 * The values that a row is sorted by, as exact text, separated by spaces (no value contains one). A key is unique
 * within a list, because its last value is the row's id.
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
  /** Whether conditions of the list bound the first column. */
  readonly isBounded?: boolean
}

/** What a list belongs to. A list of the tenant itself has the tenant's name as its only key. */
export type ParentKind = 'tenant' | 'applicant' | 'case' | 'statement' | 'account' | 'assessment'

export interface Parents {
  readonly kind: ParentKind
  readonly keys: readonly string[]
}

/** A place in a list, and whether the row at that place belongs to the page. */
export interface Bound {
  readonly key: SortKey
  readonly inclusive: boolean
}

export interface PageRequest {
  readonly limit: number
  /** Whether the page has the last items between the bounds, not the first. */
  readonly backward: boolean
  readonly after: Bound | null
  readonly before: Bound | null
}

/** Items in the order of the list, also on a page that was read backward. */
export interface Page<Item> {
  readonly items: readonly { readonly node: Item; readonly key: SortKey }[]
  /** Whether there are more items between the bounds than the page has. */
  readonly more: boolean
}

/** Many lists of one kind, one for each parent: what they contain, and in which order. */
export interface ListQuery {
  readonly parents: readonly string[]
  /** Relations named `item`, which may refer to `parent.key`. Several are each read in the order of the list and merged. */
  readonly from: readonly Fragment[]
  readonly conditions: readonly Fragment[]
  readonly columns: Fragment
  /** The expression for a row's applicant id. By default `item.applicant_id`. */
  readonly applicantId?: Fragment
  /** Whether the conditions may exclude many rows for each that they include. */
  readonly isSlow?: boolean
  readonly order: SortOrder
}

/** The same with the item that a row becomes. */
export interface List<Row, Item> extends ListQuery {
  readonly toItem: (row: Row) => Item
}

/** The lists of one kind. */
export type ListDefinition<Args, Row, Item> = (parents: Parents, args: Args) => List<Row, Item>

/** A column of a type whose text is exact. */
const columnOf =
  (type: Fragment) =>
  (expression: Fragment): SortColumn => ({
    expression,
    text: sql`${expression}::text`,
    toParameter: text => sql`${text}::${type}`,
  })

export const textColumn = columnOf(sql`text`)
export const dateColumn = columnOf(sql`date`)
export const integerColumn = columnOf(sql`integer`)
export const decimalColumn = columnOf(sql`numeric`)

/** Exact to the microsecond, unlike a JavaScript date. */
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

/** The columns of a page before those of the list: the number of the row's parent, its sort key. */
interface PlacedRow {
  readonly parent_number: number
  readonly sort_key: SortKey
}

/**
 * One page of each parent's list, plus one row where there are more. The rows of a parent are in the order of the page: PostgreSQL joins
 * a lateral subquery by a nested loop, and never reads one with a limit in parallel. To number the rows takes a sixth of its time.
 *
 * @param toKey the columns of the sort key, from the texts of its values
 */
export function toPagesQuery(
  reach: Reach,
  list: ListQuery,
  request: PageRequest,
  toKey: (texts: readonly Fragment[]) => Fragment,
): ReachQuery {
  const { order } = list
  const isWanted = allOf([
    ...list.conditions,
    ...(request.after ? [beyond(order, request.after, order.descending)] : []),
    ...(request.before ? [beyond(order, request.before, !order.descending)] : []),
  ])
  const page = sql`order by ${sorting(order, request.backward)} limit ${request.limit + 1}`
  const isWithinReach = within(reach, list.applicantId)
  // Each part is limited to the rows of a page, so that its index is not read any further.
  const parts = list.from.map(part => sql`(select item.* from ${part} where ${isWithinReach} ${isWanted} ${page})`)
  return sql`
    select page.* from unnest(${list.parents}::text[]) with ordinality as parent(key, number)
    cross join lateral (
      select parent.number as parent_number, ${toKey(order.columns.map(column => column.text))}, ${list.columns}
      from ${oneOf(list.from, parts)} where ${isWithinReach} ${parts.length === 1 ? isWanted : sql``} ${page}
    ) as page`
}

/** One page of each parent's list, by parent. A parent without rows has no entry. */
export async function readPages<Row extends object, Item>(
  queries: ReachQueries,
  reach: Reach,
  list: List<Row, Item>,
  request: PageRequest,
): Promise<Map<string, Page<Item>>> {
  const query = toPagesQuery(reach, list, request, texts => sql`${joined(texts, " || ' ' || ")} as sort_key`)
  type PageRow = Row & PlacedRow
  const rows = await (list.isSlow ? queries.slowRows<PageRow>(reach.tenant, query) : queries.rows<PageRow>(query))
  const pages = Map.groupBy(rows, row => row.parent_number)
  return new Map(
    [...pages].map(([number, own]) => {
      const items = own.slice(0, request.limit).map(row => ({ node: list.toItem(row), key: row.sort_key }))
      const page = { items: request.backward ? items.reverse() : items, more: own.length > request.limit }
      return [list.parents[number - 1] ?? '', page]
    }),
  )
}

/** How many rows each parent's list has, by parent. */
export async function countRows(queries: ReachQueries, reach: Reach, list: ListQuery): Promise<Map<string, number>> {
  const parts = list.from.map(part => sql`select item.* from ${part}`)
  const query = sql`
    select parent.key, counted.total from unnest(${list.parents}::text[]) as parent(key)
    cross join lateral (
      select count(*) as total from ${oneOf(list.from, parts)}
      where ${within(reach, list.applicantId)} ${allOf(list.conditions)}
    ) as counted`
  const rows = await queries.slowRows<{ key: string; total: number }>(reach.tenant, query)
  return new Map(rows.map(row => [row.key, row.total]))
}

/** The conditions, each after another one. */
function allOf(conditions: readonly Fragment[]): Fragment {
  return joined(
    conditions.map(condition => sql`and ${condition}`),
    ' ',
  )
}

/** The only relation, or the union of the parts of several. */
function oneOf([only = sql``, ...others]: readonly Fragment[], parts: readonly Fragment[]): Fragment {
  return others.length === 0 ? only : sql`(${joined(parts, ' union all ')}) as item`
}

function beyond(order: SortOrder, bound: Bound, below: boolean): Fragment {
  const columns = joined(
    order.columns.map(column => column.expression),
    ', ',
  )
  const texts = bound.key.split(' ')
  const values = order.columns.map((column, index) => column.toParameter(texts[index] ?? ''))
  const side = below ? sql`<` : sql`>`
  const isBeyond = sql`(${columns}) ${side}${bound.inclusive ? sql`=` : sql``} (${joined(values, ', ')})`
  const [first] = order.columns
  const [value] = values
  if (!order.isBounded || !first || !value) return isBeyond
  // An index scan starts at one bound of its first column. Without this one, PostgreSQL 18 may start at that of the list's
  // conditions, and read all entries up to the key.
  return sql`${first.expression} ${side}= ${value} and ${isBeyond}`
}

function sorting(order: SortOrder, backward: boolean): Fragment {
  const direction = order.descending === backward ? sql`asc` : sql`desc`
  return joined(
    order.columns.map(column => sql`${column.expression} ${direction}`),
    ', ',
  )
}
