import type { ApolloServerPlugin, BaseContext, GraphQLResponse } from '@apollo/server'
import { HeaderMap } from '@apollo/server'
import { toAppError } from '../errors.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'
import { callbackProtocol } from './callback-channel.ts'
import { parseCallbackRequest } from './callback-request.ts'
import type { FormatError } from './error-reporter.ts'
import { toHttpStatus } from './http-status.ts'
import type { CallerContext } from './server-parts.ts'
import type { SubscriptionCallbacks } from './subscription-callbacks.ts'

/** Accepts subscriptions over HTTP whose events are to be sent to a callback address. */
export function answerCallbackRequests<Context extends BaseContext & CallerContext<Context>>(
  callbacks: SubscriptionCallbacks<Context>,
  formatError: FormatError,
  limits: QueryLimits,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, schema, document, operation, contextValue }) {
          // Null when the document has several operations and none is chosen. Apollo Server leaves that error to executors.
          if (operation?.operation !== 'subscription') return null
          const format = (error: unknown) => formatError(error, contextValue.correlationId)
          try {
            const asked = parseCallbackRequest(request.extensions)
            if (asked === null) return null
            const { operationName, variables = {} } = request
            const cost = limits.checkOperation(document, operationName ?? null, variables)
            const args = { schema, document, operationName, variableValues: variables, contextValue }
            const { data, errors } = await callbacks.begin(asked, { args, cost }, contextValue)
            return answer(200, { data, ...(errors && { errors: errors.map(format) }) })
          } catch (error) {
            return answer(toHttpStatus(toAppError(error).code), { errors: [format(error)] })
          }
        },
      }
    },
  }
}

type Answer = Extract<GraphQLResponse['body'], { kind: 'single' }>['singleResult']

/** Sets the media type itself: routers accept it with a parameter, for which Apollo Server would not choose it. */
function answer(status: number, singleResult: Answer): GraphQLResponse {
  const headers = new HeaderMap([['content-type', 'application/json'], ...Object.entries(callbackProtocol)])
  return { http: { status, headers }, body: { kind: 'single', singleResult } }
}
