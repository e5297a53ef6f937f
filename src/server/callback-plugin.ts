import type { ApolloServerPlugin, BaseContext, GraphQLResponse } from '@apollo/server'
import { HeaderMap } from '@apollo/server'
import { toAppError } from '../errors.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'
import { callbackProtocol } from './callback-channel.ts'
import { parseCallbackRequest } from './callback-request.ts'
import type { FormatError } from './error-reporter.ts'
import { toHttpStatus } from './http-status.ts'
import type { CallerContext, SubscriptionCallbacks } from './subscription-callbacks.ts'

/** Takes subscriptions that come over HTTP with an address to send their events to. */
export function answerCallbackRequests<Context extends BaseContext & CallerContext<Context>>(
  callbacks: SubscriptionCallbacks<Context>,
  formatError: FormatError,
  limits: QueryLimits | null,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ request, schema, document, operation, contextValue }) {
          // Which operation is meant is not known yet when a document has several: Apollo Server leaves that to executors.
          if (operation?.operation !== 'subscription') return null
          const format = (error: unknown) => formatError(error, contextValue.correlationId)
          try {
            const asked = parseCallbackRequest(request.extensions)
            if (asked === null) return null
            const { operationName, variables = {} } = request
            const cost = limits?.checkOperation(document, operationName ?? null, variables) ?? 0
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

/** The media type is ours to say: what routers accept has a parameter that Apollo Server takes for another type. */
function answer(status: number, singleResult: Answer): GraphQLResponse {
  const headers = new HeaderMap([['content-type', 'application/json'], ...Object.entries(callbackProtocol)])
  return { http: { status, headers }, body: { kind: 'single', singleResult } }
}
