import { createHash, randomUUID } from 'node:crypto'
import type { DocumentNode, ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql'
import { GraphQLError, getOperationAST, parse, specifiedRules, validate } from 'graphql'
import type { ServerOptions, SubscribePayload } from 'graphql-ws'
import { LRUCache } from 'lru-cache'
import type { Caller, CallerRequest } from '../auth/caller.ts'
import type { CallerBudgets, Release } from '../callers/caller-budgets.ts'
import { createLane, type Lane } from '../callers/lane.ts'
import { createTokenBucket, type TokenBucket } from '../callers/token-bucket.ts'
import type { Correlation } from '../correlation.ts'
import { AppError, toAppError } from '../errors.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'
import { documentBytes, keptDocumentBytes } from './document-store.ts'
import { withPlainNumbers } from '../graphql/plain-numbers.ts'
import type { FormatError } from './error-reporter.ts'
import type { ExecuteOperation } from './jit-executor.ts'
import type { Metrics } from './metrics.ts'
import type { SocketFlow } from './socket-flow.ts'
import type { Deliver, RenewableContext } from './subscribe-afresh.ts'
import { subscribeAfresh } from './subscribe-afresh.ts'

/** What is known of a socket. */
export interface SocketState {
  /** null until `connection_init` has been accepted. */
  caller: Caller | null
  /** Where it was opened from, as this server sees it. */
  readonly address: string
  /** No operation is begun any more. */
  ending: boolean
  readonly flow: Pick<SocketFlow, 'drained' | 'isDrained'>
  readonly usage: SocketUsage
  /** Ends the socket, since too many of its operations were refused. */
  readonly endRefused: () => void
}

/** What the operations of a socket come to. */
export interface SocketUsage {
  /** Operations under way, subscriptions included. */
  operations: number
  /** Summed cost of the open subscriptions. */
  cost: number
  readonly refusals: TokenBucket
  /** What its subscriptions are owed. */
  readonly deliveries: Lane
}

/** How much one socket may ask of a node. */
export const socketLimits = {
  /** Operations under way at once. */
  operations: 100,
  /** Summed cost of its subscriptions, in values of one event's answers. */
  cost: 1_000_000,
  /** Events being resolved at once. With them, what one socket keeps in memory unsent is bounded. */
  deliveries: 4,
  /** Operations that are refused, before the socket is. */
  refusals: { count: 100, seconds: 60 },
} as const

export function createSocketUsage(now: () => Date): SocketUsage {
  const deliveryLimits = { operations: socketLimits.deliveries, cost: Number.POSITIVE_INFINITY }
  return {
    operations: 0,
    cost: 0,
    refusals: createTokenBucket(socketLimits.refusals, now),
    deliveries: createLane(deliveryLimits, { busyMs: () => 0 }),
  }
}

export interface SocketOperationsOptions<Context> {
  readonly schema: GraphQLSchema
  readonly limits: QueryLimits | null
  readonly callers: CallerBudgets
  readonly execute: ExecuteOperation
  readonly createContext: (request: CallerRequest) => Context
  readonly formatError: FormatError
  readonly correlation: Correlation
  readonly metrics: Metrics
}

interface ReadDocument {
  readonly document: DocumentNode
  readonly errors: readonly GraphQLError[]
}

/** An operation that is about to run. */
interface Prepared<Context> {
  readonly context: Context
  readonly correlationId: string
  readonly state: SocketState
  readonly caller: Caller
  readonly cost: number
}

type Hooks = Required<
  Pick<
    ServerOptions<Record<string, unknown>, SocketState>,
    'onSubscribe' | 'execute' | 'subscribe' | 'onNext' | 'onError'
  >
>

/**
 * How operations that come over a socket are prepared, run and answered.
 *
 * `settled` answers once the queries and mutations that are under way are answered; subscriptions do not count.
 */
export function createSocketOperations<Context extends RenewableContext<Context>>(
  options: SocketOperationsOptions<Context>,
): Hooks & { settled(): Promise<void> } {
  const { schema, metrics, correlation, limits, callers } = options
  const documents = new LRUCache<string, ReadDocument>({
    maxSize: keptDocumentBytes,
    sizeCalculation: ({ document }) => documentBytes(document),
  })
  const correlationIds = new WeakMap<SubscribePayload, string>()
  const prepared = new WeakMap<ExecutionArgs, Prepared<Context>>()
  const underWay = new Set<Promise<ExecutionResult>>()

  const format = (errors: readonly GraphQLError[], payload: SubscribePayload) =>
    errors.map(error => options.formatError(error, correlationIds.get(payload) ?? ''))

  function preparedFor(args: ExecutionArgs) {
    const found = prepared.get(args)
    if (!found) throw new Error('The operation was not prepared.')
    return found
  }

  /** The document of a text, and what is wrong with it; the next one that sends it need not wait for that. */
  function read(text: string): ReadDocument {
    const known = documents.get(text)
    if (known) return known
    limits?.checkSource(text)
    const document = parse(text)
    const rules = [...specifiedRules, ...(limits?.validationRules ?? [])]
    const errors = validate(schema, document, rules)
    if (errors.length === 0) documents.set(text, { document, errors })
    return { document, errors }
  }

  function prepare(
    payload: SubscribePayload,
    state: SocketState,
    caller: Caller,
    correlationId: string,
  ): ExecutionArgs {
    const { query, operationName } = payload
    callers.takeRequest(caller.tenant)
    if (state.usage.operations >= socketLimits.operations)
      throw new AppError('RATE_LIMITED', `A socket runs at most ${socketLimits.operations} operations at once.`)
    const { document, errors } = read(query)
    if (errors.length > 0) throw new RefusedDocument(errors)
    if (!getOperationAST(document, operationName))
      throw new AppError('BAD_USER_INPUT', 'Name one of the operations sent.')
    const variableValues = withPlainNumbers(schema, document, operationName, payload.variables ?? {})
    const cost = limits?.checkOperation(document, operationName ?? null, variableValues) ?? 0
    const context = options.createContext({ caller, correlationId, address: state.address })
    const args = { schema, document, operationName, variableValues, contextValue: context }
    prepared.set(args, { context, correlationId, state, caller, cost })
    return args
  }

  /** @throws AppError RATE_LIMITED */
  function openSubscription({ usage }: SocketState, { tenant }: Caller, cost: number): Release {
    if (usage.cost + cost > socketLimits.cost)
      throw new AppError(
        'RATE_LIMITED',
        `The subscriptions of this socket may come to more than ${socketLimits.cost} values together. End some, or ask for less in each.`,
      )
    const release = callers.openSubscription(tenant, cost)
    usage.cost += cost
    usage.operations += 1
    return () => {
      release()
      usage.cost -= cost
      usage.operations -= 1
    }
  }

  return {
    onSubscribe({ extra }, _id, payload) {
      const correlationId = randomUUID()
      correlationIds.set(payload, correlationId)
      const { caller } = extra
      if (caller === null || extra.ending)
        return [toGraphQLError(new AppError('INVALID_STATE', 'The socket is closing.'))]
      try {
        return prepare(payload, extra, caller, correlationId)
      } catch (error) {
        metrics.graphqlOperation('invalid', 'errors')
        if (extra.usage.refusals.take() !== null) extra.endRefused()
        return error instanceof RefusedDocument ? error.errors : [toGraphQLError(error)]
      }
    },

    async execute(args) {
      const { context, correlationId, state, caller, cost } = preparedFor(args)
      const source = args.document.loc?.source.body ?? ''
      const operation = {
        source,
        sourceHash: createHash('sha256').update(source).digest('hex'),
        document: args.document,
        operationName: args.operationName ?? null,
        variables: args.variableValues ?? {},
        contextValue: context,
      }
      const running = whenDrained(
        state.flow,
        work => callers.run(caller.tenant, cost, work),
        () => correlation.run(correlationId, () => options.execute(operation)),
      )
      underWay.add(running)
      state.usage.operations += 1
      try {
        const result = await running
        const type = getOperationAST(args.document, args.operationName)?.operation ?? 'invalid'
        metrics.graphqlOperation(type, result.errors ? 'errors' : 'ok')
        return result
      } catch (error) {
        return { errors: [toGraphQLError(error)] }
      } finally {
        underWay.delete(running)
        state.usage.operations -= 1
      }
    },

    async subscribe(args) {
      const { context, correlationId, state, caller, cost } = preparedFor(args)
      const deliver: Deliver = work =>
        state.usage.deliveries.run('delivery', cost, () =>
          whenDrained(state.flow, turn => callers.deliver(caller.tenant, cost, turn), work),
        )
      let release: Release | null = null
      try {
        release = openSubscription(state, caller, cost)
        const result = await deliver(() =>
          correlation.run(correlationId, () => subscribeAfresh(args, context, deliver)),
        )
        metrics.graphqlOperation('subscription', 'errors' in result ? 'errors' : 'ok')
        if (Symbol.asyncIterator in result) {
          const open = counted(() => correlation.run(correlationId, () => result.next()), result, metrics, release)
          release = null
          return open
        }
        return result
      } catch (error) {
        return { errors: [toGraphQLError(error)] }
      } finally {
        release?.()
      }
    },

    onNext: (...[, , payload, , result]) =>
      result.errors ? { ...result, errors: format(result.errors, payload) } : undefined,

    onError: (_context, _id, payload, errors) => format(errors, payload),

    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
      // The answers themselves are handed to their sockets before anything else happens.
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

/** What is wrong with a document. */
class RefusedDocument extends Error {
  override readonly name = 'RefusedDocument'
  readonly errors: readonly GraphQLError[]
  constructor(errors: readonly GraphQLError[]) {
    super('The document is not valid.')
    this.errors = errors
  }
}

function toGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  const originalError = toAppError(error)
  return new GraphQLError(originalError.message, { originalError })
}

type Enter = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Does work for a socket once its turn has come and what was made before has been read. No turn is held while waiting. */
async function whenDrained<Result>(
  flow: SocketState['flow'],
  enter: Enter,
  work: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    await flow.drained()
    const done = await enter(async () => (flow.isDrained() ? { result: await work() } : null))
    if (done) return done.result
  }
}

/** Counts a subscription as open until it ends, whichever side ends it. */
function counted(
  next: () => Promise<IteratorResult<ExecutionResult>>,
  results: AsyncIterableIterator<ExecutionResult>,
  metrics: Metrics,
  release: Release,
): AsyncIterableIterator<ExecutionResult> {
  let open = true
  metrics.subscriptions(1)
  const end = () => {
    if (!open) return
    open = false
    metrics.subscriptions(-1)
    release()
  }
  const counting: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      try {
        const result = await next()
        if (result.done) end()
        return result
      } catch (error) {
        end()
        throw error
      }
    },
    async return() {
      end()
      await results.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => counting,
  }
  return counting
}
