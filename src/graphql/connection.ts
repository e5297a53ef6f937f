import { AppError } from '../errors.ts'
import type { ListLoader, Parent } from '../loaders/list-loader.ts'
import type { Bound, PageRequest, SortKey } from '../store/keyset.ts'
import type { GraphQLContext } from './context.ts'
import { countValues } from './limits/answer-size.ts'
import { openCursor, signCursor } from './list-cursor.ts'

/** An item, and how its cursor is made when somebody asks for it. */
export interface Edge<Node> {
  readonly node: Node
  readonly key: string
  readonly cursorOf: (key: string) => string
}

export interface PageInfoSource {
  readonly hasNextPage: () => boolean | Promise<boolean>
  readonly hasPreviousPage: () => boolean | Promise<boolean>
  readonly startCursor: () => string | null
  readonly endCursor: () => string | null
}

/** A page of a list. What costs something is a function, called only when it is asked for. */
export interface ConnectionPage<Node> {
  readonly edges: readonly Edge<Node>[]
  readonly pageInfo: PageInfoSource
}

export interface Connection<Node> extends ConnectionPage<Node> {
  readonly totalCount: () => number | Promise<number>
}

/** The arguments of a list, as they came. */
export interface PageArguments {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** Which list it is. A cursor is good for the list and the order that it was made in. */
export interface ListAddress<Args> {
  readonly name: string
  readonly parent: Parent
  readonly order: string
  readonly args: Args
}

const defaultSize = 50
const maxSize = 500

export const connectionResolvers = {
  totalCount: (connection: { readonly totalCount: () => number | Promise<number> }) => connection.totalCount(),
}

export const edgeResolvers = {
  cursor: ({ cursorOf, key }: Edge<unknown>) => cursorOf(key),
}

/** The cursor of the edge at a place, counted from the end when it is negative; null where there is none. */
export function cursorAt(edges: readonly Edge<unknown>[], index: number): string | null {
  const edge = edges.at(index)
  return edge ? edge.cursorOf(edge.key) : null
}

/** @throws AppError BAD_USER_INPUT for arguments that make no page, or a cursor that is not of this list */
export async function createConnection<Args, Node>(
  context: GraphQLContext,
  loader: Pick<ListLoader<Args, Node>, 'page' | 'count'>,
  list: ListAddress<Args>,
  paging: PageArguments,
): Promise<Connection<Node>> {
  const { tenant } = context.caller
  const { cursors } = context.services
  const scope = [tenant, list.name, list.parent.kind, list.parent.key, list.order]
  const boundAt = (name: 'after' | 'before'): Bound | null => {
    const cursor = paging[name]
    return cursor == null ? null : { key: openCursor(cursors, scope, cursor, name), inclusive: false }
  }
  const request: PageRequest = { ...parsePageSize(paging), after: boundAt('after'), before: boundAt('before') }
  const page = await reserving(context, request.limit, () => loader.page(list.parent, list.args, request))
  const cursorOf = (key: SortKey) => signCursor(cursors, scope, key)
  const edges = page.items.map(({ node, key }) => ({ node, key, cursorOf }))

  /** Whether anything lies at the bound or beyond it, outside of what was asked for. */
  async function isBeyond(bounds: { readonly after: Bound | null; readonly before: Bound | null }): Promise<boolean> {
    const outside = await loader.page(list.parent, list.args, { limit: 1, backward: false, ...bounds })
    return outside.items.length > 0
  }

  return {
    edges,
    pageInfo: {
      hasNextPage: () =>
        (!request.backward && page.more) ||
        (request.before !== null && isBeyond({ after: { ...request.before, inclusive: true }, before: null })),
      hasPreviousPage: () =>
        (request.backward && page.more) ||
        (request.after !== null && isBeyond({ after: null, before: { ...request.after, inclusive: true } })),
      startCursor: () => cursorAt(edges, 0),
      endCursor: () => cursorAt(edges, -1),
    },
    totalCount: () => loader.count(list.parent, list.args),
  }
}

/**
 * Counts the rows of a full page as part of the answer while they are read. So when there are more pages to read than were assumed,
 * no more rows are read for them than an answer may have values.
 */
async function reserving<Result>(context: object, rows: number, read: () => Promise<Result>): Promise<Result> {
  countValues(context, rows)
  try {
    return await read()
  } finally {
    countValues(context, -rows)
  }
}

/** @throws AppError BAD_USER_INPUT for a size that is negative or over 500, or for two sizes at once */
export function parsePageSize({ first, last }: PageArguments): Pick<PageRequest, 'limit' | 'backward'> {
  if (first != null && last != null)
    throw new AppError('BAD_USER_INPUT', 'Give either first or last, not both.', { field: ['first'] })
  const backward = last != null
  const name = backward ? 'last' : 'first'
  const limit = last ?? first ?? defaultSize
  if (limit < 0 || limit > maxSize)
    throw new AppError('BAD_USER_INPUT', `${name} must be from 0 to ${maxSize}, but is ${limit}.`, { field: [name] })
  return { limit, backward }
}
