import type { ApolloServerPlugin, BaseContext } from '@apollo/server'
import { HeaderMap } from '@apollo/server'
import type { ExecuteOperation } from './jit-executor.ts'
import type { RunOperation } from './run-operation.ts'
import type { CallerContext } from './server-parts.ts'

/**
 * Executes operations in place of Apollo Server. Not done by Apollo Server's option `gateway`, which creates objects
 * that keep each request in memory until the next full garbage collection.
 *
 * @param executorFor the executor for the operation of a context
 */
export function answerByExecutor<Context extends BaseContext & CallerContext<Context>>(
  run: RunOperation<Context>,
  executorFor: (contextValue: object) => ExecuteOperation,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, source = '', queryHash = '', document, operation, contextValue }) {
          // Apollo Server reports the error when it is not clear which operation to run.
          if (!operation) return null
          const { operationName = null, variables = {} } = request
          const valid = { text: source, hash: queryHash, document }
          const { status, retryAfterSeconds, ...singleResult } = await run(
            { valid, type: operation.operation, operationName, variables, contextValue },
            executorFor(contextValue),
          )
          const headers = new HeaderMap()
          if (retryAfterSeconds !== null) headers.set('retry-after', String(retryAfterSeconds))
          return { http: { status, headers }, body: { kind: 'single', singleResult } }
        },
      }
    },
  }
}
