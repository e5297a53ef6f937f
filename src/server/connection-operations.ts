import type { ExecutionArgs, ExecutionResult, GraphQLFormattedError, OperationTypeNode } from 'graphql'
import { GraphQLError, getOperationAST, parse, specifiedRules, validate } from 'graphql'
import type { Caller, CallerRequest } from '../auth/caller.ts'
import { once, type Release } from '../callers/caller-budgets.ts'
import { createLane, type Lane } from '../callers/lane.ts'
import { AppError, toAppError } from '../errors.ts'
import { withPlainNumbers } from '../graphql/plain-numbers.ts'
import type { ValidDocument } from './documents.ts'
import { type AskedDocument, missingText } from './operation-texts.ts'
import type { OutputFlow } from './output-flow.ts'
import type { ServerParts } from './server-parts.ts'
import { type Deliver, type NoteEvent, type RenewableContext, subscribeAfresh } from './subscribe-afresh.ts'

/** A connection that stays open for operations: a WebSocket or an event stream. */
export interface Connection {
  readonly flow: Pick<OutputFlow, 'drained' | 'isDrained'>
  readonly usage: ConnectionUsage
}

/** What the operations of a connection use at the moment. */
export interface ConnectionUsage {
  /** Running operations, including subscriptions. */
  operations: number
  /** Summed cost of the open subscriptions. */
  cost: number
  /** Limits the events of its subscriptions that are being resolved. */
  readonly deliveries: Lane
}

/** Limits for one connection on a node. */
export const connectionLimits = {
  /** Running operations. */
  operations: 100,
  /** Summed cost of its subscriptions: the number of values in the answer to one event. */
  cost: 1_000_000,
  /** Events that are resolved at once. This also limits what one connection holds in memory before it is sent. */
  deliveries: 4,
} as const

export function createConnectionUsage(): ConnectionUsage {
  const deliveryLimits = { operations: connectionLimits.deliveries, cost: Number.POSITIVE_INFINITY }
  return { operations: 0, cost: 0, deliveries: createLane(deliveryLimits, { busyMs: () => 0 }) }
}

const settleMs = 4_000

/** An operation as the client sent it. */
export interface AskedOperation extends AskedDocument {
  readonly operationName?: string | null | undefined
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined
}

/** An operation that is about to run. */
export interface PreparedOperation<Context> {
  readonly type: OperationTypeNode
  readonly valid: ValidDocument
  readonly args: ExecutionArgs
  readonly context: Context
  readonly correlationId: string
  readonly caller: Caller
  readonly cost: number
}

/** Prepares, runs and formats operations that come over a connection. */
export interface ConnectionOperations<Context> {
  /** @throws RefusedDocument, GraphQLError or AppError when the operation is refused */
  prepare(asked: AskedOperation, request: CallerRequest): PreparedOperation<Context>
  /** Counts an operation that was refused. @returns its errors, for `format` */
  refuse(error: unknown): readonly GraphQLError[]
  /** Runs a query or mutation. Failures are errors of the result. */
  execute(operation: PreparedOperation<Context>, connection: Connection): Promise<ExecutionResult>
  /** Begins a subscription. If it cannot begin, the result has the error. */
  subscribe(
    operation: PreparedOperation<Context>,
    connection: Connection,
    note?: NoteEvent,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>
  /** Errors as a client may see them. */
  format(errors: readonly GraphQLError[], correlationId: string): GraphQLFormattedError[]
  /** Resolves when all running queries and mutations are answered, or after 4 s. Does not wait for subscriptions. */
  settled(): Promise<void>
}

export function createConnectionOperations<Context extends RenewableContext<Context>>(
  parts: ServerParts<Context>,
): ConnectionOperations<Context> {
  const { schema, metrics, correlation, limits, callers, texts, documents } = parts
  const underWay = new Set<Promise<ExecutionResult>>()

  function read(text: string): ValidDocument {
    const known = documents.find(text)
    if (known) return known
    limits.checkSource(text)
    const document = parse(text)
    const errors = validate(schema, document, [...specifiedRules, ...limits.validationRules])
    if (errors.length > 0) throw new RefusedDocument(errors)
    return documents.keep(document)
  }

  /** Counts a subscription as open. @throws AppError RATE_LIMITED */
  function openSubscription({ usage }: Connection, { tenant }: Caller, cost: number): Release {
    if (usage.cost + cost > connectionLimits.cost)
      throw new AppError(
        'RATE_LIMITED',
        `The subscriptions of one connection may cost at most ${connectionLimits.cost} values in total. End some, or select fewer fields in each.`,
        { limit: 'connectionCost' },
      )
    const release = callers.openSubscription(tenant, cost)
    usage.cost += cost
    usage.operations += 1
    metrics.subscriptions(1)
    return once(() => {
      release()
      usage.cost -= cost
      usage.operations -= 1
      metrics.subscriptions(-1)
    })
  }

  async function allAnswered(): Promise<void> {
    while (underWay.size > 0) await Promise.allSettled(underWay)
    // By then the answers have been written to their connections.
    await new Promise(resolve => setImmediate(resolve))
  }

  return {
    prepare({ operationName, variables, ...asked }, request) {
      const { text, isNew } = texts.find(asked, request.caller)
      if (text === null) throw missingText(asked)
      const valid = read(text)
      const { document } = valid
      if (isNew) texts.keep(text)
      const definition = getOperationAST(document, operationName)
      if (!definition)
        throw new AppError('BAD_USER_INPUT', 'Set operationName to one of the operations in the document.')
      const variableValues = withPlainNumbers(schema, document, operationName, variables ?? {})
      const cost = limits.checkOperation(document, operationName ?? null, variableValues)
      const context = parts.createContext(request)
      const args = { schema, document, operationName, variableValues, contextValue: context }
      const { caller, correlationId } = request
      return { type: definition.operation, valid, args, context, correlationId, caller, cost }
    },

    refuse(error) {
      metrics.graphqlOperation('invalid', 'errors')
      return error instanceof RefusedDocument ? error.errors : [toGraphQLError(error)]
    },

    async execute({ type, valid, args, context, correlationId, caller, cost }, connection) {
      const operation = {
        source: valid.text,
        sourceHash: valid.hash,
        document: valid.document,
        operationName: args.operationName ?? null,
        variables: args.variableValues ?? {},
        contextValue: context,
      }
      const running = whenDrained(
        connection.flow,
        work => callers.run(caller.tenant, cost, work),
        () => correlation.run(correlationId, () => parts.execute(operation)),
      )
      underWay.add(running)
      connection.usage.operations += 1
      try {
        const result = await running
        metrics.graphqlOperation(type, result.errors ? 'errors' : 'ok')
        return result
      } catch (error) {
        return { errors: [toGraphQLError(error)] }
      } finally {
        underWay.delete(running)
        connection.usage.operations -= 1
      }
    },

    async subscribe({ args, context, correlationId, caller, cost }, connection, note) {
      const deliver: Deliver = work =>
        connection.usage.deliveries.run('delivery', cost, () =>
          whenDrained(connection.flow, turn => callers.deliver(caller.tenant, cost, turn), work),
        )
      let onEnd: Release = () => {}
      try {
        onEnd = openSubscription(connection, caller, cost)
        const result = await deliver(() =>
          correlation.run(correlationId, () => subscribeAfresh(args, context, { deliver, note, onEnd })),
        )
        metrics.graphqlOperation('subscription', 'errors' in result ? 'errors' : 'ok')
        return result
      } catch (error) {
        onEnd()
        return { errors: [toGraphQLError(error)] }
      }
    },

    format: (errors, correlationId) => errors.map(error => parts.formatError(error, correlationId)),

    async settled() {
      const late = Promise.withResolvers<void>()
      const cancel = parts.timers.after(settleMs, late.resolve)
      await Promise.race([allAnswered(), late.promise])
      cancel()
    },
  }
}

/** A document that does not parse or validate. */
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

/** Does work for a connection when its turn has come and the client has read the earlier answers. Holds no turn while it waits. */
async function whenDrained<Result>(
  flow: Connection['flow'],
  enter: Enter,
  work: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    await flow.drained()
    const done = await enter(async () => (flow.isDrained() ? { result: await work() } : null))
    if (done) return done.result
  }
}
