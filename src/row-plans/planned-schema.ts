import {
  defaultFieldResolver,
  extendSchema,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql'
import { type Connection, cursorsOf } from '../graphql/connection.ts'
import type { GraphQLContext } from '../graphql/context.ts'
import { countTogether, countValues } from '../graphql/limits/answer-size.ts'
import { toTransactionList } from '../graphql/transaction.ts'
import { WrittenJson } from '../graphql/written-json.ts'
import { createGroupLoaderWith } from '../loaders/by-key.ts'
import type { Loaders } from '../loaders/create-loaders.ts'
import type { ListLoader } from '../loaders/list-loader.ts'
import type { Page, PageRequest, ParentKind, SortKey } from '../store/keyset.ts'
import { type TransactionListArgs, transactionList } from '../store/transactions.ts'
import type { RowPlan } from './transaction-plan.ts'
import { readWrittenPages, WrittenPage } from './written-pages.ts'

/** The field that replaces the edges of a planned list. */
export const rowsField = '_rows'

const extension = parse(`scalar _Rows extend type TransactionConnection { ${rowsField}: _Rows! }`)
const emptyList = new WrittenJson(Buffer.from('[]'))

/** The same schema, in which lists of transactions can have their rows instead of their edges. */
export function createPlannedSchema(original: GraphQLSchema) {
  const plans = new WeakMap<FieldNode, RowPlan>()
  const schema = extendSchema(original, extension)
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields())) {
      const { resolve = defaultFieldResolver } = field
      if (getNamedType(field.type).name === 'TransactionConnection')
        // The resolver gets the loader of the list from the context.
        field.resolve = (source, args, context: GraphQLContext, info) => {
          const [node] = info.fieldNodes
          const plan = node && plans.get(node)
          return resolve(source, args, plan ? contextOf(context, plan) : context, info)
        }
      else if (field.name === rowsField)
        field.resolve = (page: Connection<unknown>, _args, context: GraphQLContext) => writeRows(page, context)
    }
  return {
    schema,
    /** Registers plans of lists by their nodes in a document. */
    add(own: ReadonlyMap<FieldNode, RowPlan>): void {
      for (const [node, plan] of own) plans.set(node, plan)
    },
  }
}

function writeRows({ edges: [first] }: Connection<unknown>, context: GraphQLContext): WrittenJson {
  const page = first?.node
  if (!(page instanceof WrittenPage)) return emptyList
  countValues(context, page.values)
  return new WrittenJson(page.json)
}

const known = new WeakMap<GraphQLContext, Map<RowPlan, GraphQLContext>>()

/** The context with a loader that reads by the plan. There is one per request, so that several parents are read together. */
function contextOf(context: GraphQLContext, plan: RowPlan): GraphQLContext {
  const ofRequest = known.get(context) ?? new Map<RowPlan, GraphQLContext>()
  known.set(context, ofRequest)
  const made = ofRequest.get(plan)
  if (made) return made
  const loaders: Loaders = Object.create(context.loaders, {
    transactionLists: { value: createPlannedLists(context, plan) },
  })
  const own = { ...context, loaders }
  countTogether(context, own)
  ofRequest.set(plan, own)
  return own
}

function createPlannedLists(context: GraphQLContext, plan: RowPlan): ListLoader<TransactionListArgs, WrittenPage> {
  const { caller, services, loaders } = context
  const empty: Page<WrittenPage> = { items: [], more: false }
  type Args = { readonly kind: ParentKind; readonly args: TransactionListArgs; readonly request: PageRequest }
  const pages = createGroupLoaderWith<Args, Page<WrittenPage>>((keys, { kind, args, request }) => {
    const cursorOf = (key: string, sortKey: SortKey) =>
      cursorsOf(context, toTransactionList({ kind, key }, args)).cursorOf(sortKey)
    const query = transactionList({ kind, keys }, { ...args, members: [] })
    const list = { ...query, columns: plan.columns, plan, cursorOf }
    return readWrittenPages(services.database, caller, list, request)
  }, empty)
  return {
    page: ({ kind, key }, args, request) => pages.load({ parent: key, args: { kind, args, request } }),
    count: (parent, args) => loaders.transactionLists.count(parent, args),
    clearAll: () => pages.clearAll(),
  }
}
