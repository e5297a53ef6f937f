import { createHash, randomUUID } from 'node:crypto'
import type { DocumentNode, ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql'
import { GraphQLError, getOperationAST, parse, specifiedRules, validate } from 'graphql'
import type { ServerOptions, SubscribePayload } from 'graphql-ws'
import { LRUCache } from 'lru-cache'
import type { Caller } from '../auth/caller.ts'
import type { Correlation } from '../correlation.ts'
import { toAppError } from '../errors.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'
import { documentBytes, keptDocumentBytes } from './document-store.ts'
import type { FormatError } from './error-reporter.ts'
import type { ExecuteOperation } from './jit-executor.ts'
import type { Metrics } from './metrics.ts'
import type { RenewableContext } from './subscribe-afresh.ts'
import { subscribeAfresh } from './subscribe-afresh.ts'

/** What is known of a socket. */
export interface SocketState {
  /** null until `connection_init` has been accepted. */
  caller: Caller | null
  /** No operation is begun any more. */
  ending: boolean
}

export interface SocketOperationsOptions<Context> {
  readonly schema: GraphQLSchema
  readonly limits: QueryLimits | null
  readonly execute: ExecuteOperation
  readonly createContext: (request: { readonly caller: Caller; readonly correlationId: string }) => Context
  readonly formatError: FormatError
  readonly correlation: Correlation
  readonly metrics: Metrics
}

interface ReadDocument {
  readonly document: DocumentNode
  readonly errors: readonly GraphQLError[]
}

/** Operations that one socket may have under way at once. */
const maxOperations = 100

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
  const { schema, metrics, correlation, limits } = options
  const documents = new LRUCache<string, ReadDocument>({
    maxSize: keptDocumentBytes,
    sizeCalculation: ({ document }) => documentBytes(document),
  })
  const correlationIds = new WeakMap<SubscribePayload, string>()
  const prepared = new WeakMap<ExecutionArgs, { readonly context: Context; readonly correlationId: string }>()
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
    const errors = validate(schema, document, [...specifiedRules, ...(limits?.validationRules ?? [])])
    if (errors.length === 0) documents.set(text, { document, errors })
    return { document, errors }
  }

  function prepare({
    query,
    operationName,
    variables,
  }: SubscribePayload): Omit<ExecutionArgs, 'contextValue'> | readonly GraphQLError[] {
    try {
      const { document, errors } = read(query)
      if (errors.length > 0) return errors
      if (!getOperationAST(document, operationName)) return [refusal('Name one of the operations sent.')]
      const variableValues = variables ?? {}
      limits?.checkOperation(document, operationName ?? null, variableValues)
      return { schema, document, operationName, variableValues }
    } catch (error) {
      if (error instanceof GraphQLError) return [error]
      const { code, message } = toAppError(error)
      if (code === 'QUERY_TOO_COMPLEX') return [refusal(message, code)]
      throw error
    }
  }

  return {
    onSubscribe({ extra, subscriptions }, _id, payload) {
      const correlationId = randomUUID()
      correlationIds.set(payload, correlationId)
      const { caller } = extra
      if (caller === null || extra.ending) return [refusal('The socket is closing.')]
      if (Object.keys(subscriptions).length > maxOperations)
        return [refusal(`A socket runs at most ${maxOperations} operations at once. Open another one.`, 'RATE_LIMITED')]
      const args = prepare(payload)
      if (!('schema' in args)) {
        metrics.graphqlOperation('invalid', 'errors')
        return args
      }
      const context = options.createContext({ caller, correlationId })
      const withContext = { ...args, contextValue: context }
      prepared.set(withContext, { context, correlationId })
      return withContext
    },

    async execute(args) {
      const { context, correlationId } = preparedFor(args)
      const source = args.document.loc?.source.body ?? ''
      const operation = {
        source,
        sourceHash: createHash('sha256').update(source).digest('hex'),
        document: args.document,
        operationName: args.operationName ?? null,
        variables: args.variableValues ?? {},
        contextValue: context,
      }
      const running = correlation.run(correlationId, () => options.execute(operation))
      underWay.add(running)
      try {
        const result = await running
        const type = getOperationAST(args.document, args.operationName)?.operation ?? 'invalid'
        metrics.graphqlOperation(type, result.errors ? 'errors' : 'ok')
        return result
      } finally {
        underWay.delete(running)
      }
    },

    async subscribe(args) {
      const { context, correlationId } = preparedFor(args)
      const result = await correlation.run(correlationId, () => subscribeAfresh(args, context))
      metrics.graphqlOperation('subscription', 'errors' in result ? 'errors' : 'ok')
      if (!(Symbol.asyncIterator in result)) return result
      return counted(() => correlation.run(correlationId, () => result.next()), result, metrics)
    },

    onNext: (_context, _id, payload, _args, result) =>
      result.errors ? { ...result, errors: format(result.errors, payload) } : undefined,

    onError: (_context, _id, payload, errors) => format(errors, payload),

    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
      // The answers themselves are handed to their sockets before anything else happens.
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

function refusal(message: string, code = 'BAD_USER_INPUT'): GraphQLError {
  return new GraphQLError(message, { extensions: { code } })
}

/** Counts a subscription as open until it ends, whichever side ends it. */
function counted(
  next: () => Promise<IteratorResult<ExecutionResult>>,
  results: AsyncIterableIterator<ExecutionResult>,
  metrics: Metrics,
): AsyncIterableIterator<ExecutionResult> {
  let open = true
  metrics.subscriptions(1)
  const end = () => {
    if (open) metrics.subscriptions(-1)
    open = false
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
