import type { ApolloServerPlugin, BaseContext, GraphQLResponse } from '@apollo/server'
import { HeaderMap } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { CallerBudgets } from '../callers/caller-budgets.ts'
import { AppError, toAppError } from '../errors.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'
import { withPlainNumbers } from '../graphql/plain-numbers.ts'
import type { FormatError } from './error-reporter.ts'
import { toHttpStatus } from './http-status.ts'
import type { ExecuteOperation } from './jit-executor.ts'
import type { CallerContext } from './subscription-callbacks.ts'

export interface ExecutionPluginOptions {
  readonly schema: GraphQLSchema
  readonly execute: ExecuteOperation
  readonly limits: QueryLimits | null
  readonly callers: CallerBudgets
  readonly formatError: FormatError
}

/**
 * Executes operations in Apollo Server's stead, and refuses those that ask for too much. Its other way of leaving that to
 * somebody else, `gateway`, makes objects that outlive the request, and the request with them, until the next full
 * garbage collection.
 */
export function answerByExecutor<Context extends BaseContext & CallerContext<Context>>({
  schema,
  execute,
  limits,
  callers,
  formatError,
}: ExecutionPluginOptions): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, source = '', queryHash = '', document, operation, contextValue }) {
          // Apollo Server says what is wrong when it is not clear which operation is meant.
          if (!operation) return null
          const { operationName = null } = request
          const variables = withPlainNumbers(schema, document, operationName, request.variables ?? {})
          const format = (error: unknown) => formatError(error, contextValue.correlationId)
          try {
            if (operation.operation === 'subscription') throw subscriptionOverHttp()
            const cost = limits?.checkOperation(document, operationName, variables) ?? 0
            const asked = { source, sourceHash: queryHash, document, operationName, variables, contextValue }
            const { tenant } = contextValue.caller
            const { data, errors } = await callers.run(tenant, cost, () => execute(asked))
            // Without data nothing was executed: the variables were wrong.
            return answer(data === undefined ? 400 : 200, { data, ...(errors && { errors: errors.map(format) }) })
          } catch (error) {
            const { code, retryAfterSeconds } = toAppError(error)
            return answer(toHttpStatus(code), { errors: [format(error)] }, retryAfterSeconds)
          }
        },
      }
    },
  }
}

type Answer = Extract<GraphQLResponse['body'], { kind: 'single' }>['singleResult']

function answer(status: number, singleResult: Answer, retryAfterSeconds: number | null = null): GraphQLResponse {
  const headers = new HeaderMap()
  if (retryAfterSeconds !== null) headers.set('retry-after', String(retryAfterSeconds))
  return { http: { status, headers }, body: { kind: 'single', singleResult } }
}

function subscriptionOverHttp(): AppError {
  return new AppError(
    'BAD_USER_INPUT',
    'Subscriptions run over a WebSocket at this same address, with the subprotocol graphql-transport-ws.',
  )
}
