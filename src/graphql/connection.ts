import { toReachKey } from '../domain/reach.ts'
import { AppError } from '../errors.ts'
import type { ListLoader, Parent } from '../loaders/list-loader.ts'
import type { Bound, PageRequest } from '../store/keyset.ts'
import type { GraphQLContext } from './context.ts'
import { countValues } from './limits/answer-size.ts'
import { createListCursors } from './list-cursor.ts'

/** An item. Its cursor is created only when the field is selected. */
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

/** A page of a list. Costly members are functions, called only when their field is selected. */
export interface ConnectionPage<Node> {
  readonly edges: readonly Edge<Node>[]
  readonly pageInfo: PageInfoSource
}

export interface Connection<Node> extends ConnectionPage<Node> {
  readonly totalCount: () => number | Promise<number>
}

/** The arguments of a list, as the caller sent them. */
export interface PageArguments {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** Identifies a list. A cursor is valid only for the list and order that it was created for. */
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

/** The cursor of the edge at an index, counted from the end when it is negative; null when there is none. */
export function cursorAt(edges: readonly Edge<unknown>[], index: number): string | null {
  const edge = edges.at(index)
  return edge ? edge.cursorOf(edge.key) : null
}

/** Makes and opens the cursors of a list. */
export function cursorsOf(
  { caller, services }: Pick<GraphQLContext, 'caller' | 'services'>,
  { name, parent, order }: ListAddress<unknown>,
) {
  return createListCursors(services.cursors, [toReachKey(caller), name, parent.kind, parent.key, order])
}

/** @throws AppError BAD_USER_INPUT for invalid page arguments, or a cursor of another list */
export async function createConnection<Args, Node>(
  context: GraphQLContext,
  loader: Pick<ListLoader<Args, Node>, 'page' | 'count'>,
  list: ListAddress<Args>,
  paging: PageArguments,
): Promise<Connection<Node>> {
  const { cursorOf, open } = cursorsOf(context, list)
  const boundAt = (name: 'after' | 'before'): Bound | null => {
    const cursor = paging[name]
    return cursor == null ? null : { key: open(cursor, name), inclusive: false }
  }
  const request: PageRequest = { ...parsePageSize(paging), after: boundAt('after'), before: boundAt('before') }
  const page = await reserving(context, request.limit, () => loader.page(list.parent, list.args, request))
  const edges = page.items.map(({ node, key }) => ({ node, key, cursorOf }))

  /** Whether there are items at the bound or beyond it. */
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
 * Counts the rows of a full page as values of the answer while they are read, so that many pages at once do not read
 * more rows than an answer may have values.
 */
async function reserving<Result>(context: object, rows: number, read: () => Promise<Result>): Promise<Result> {
  countValues(context, rows)
  try {
    return await read()
  } finally {
    countValues(context, -rows)
  }
}

/** @throws AppError BAD_USER_INPUT for a size below 0 or above 500, or for both first and last */
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
