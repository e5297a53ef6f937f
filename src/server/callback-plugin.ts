import type { ApolloServerPlugin, BaseContext, GraphQLResponse } from '@apollo/server'
import { HeaderMap } from '@apollo/server'
import { z } from 'zod'
import { AppError, toAppError } from '../errors.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'
import { withPlainNumbers } from '../graphql/plain-numbers.ts'
import { callbackProtocol } from './callback-channel.ts'
import type { FormatError } from './error-reporter.ts'
import { toHttpStatus } from './http-status.ts'
import type { CallerContext } from './server-parts.ts'
import type { SubscriptionCallbacks } from './subscription-callbacks.ts'

/** A shorter interval is refused, because each heartbeat is a call. */
const leastHeartbeatMs = 1_000
const longestHeartbeatMs = 3_600_000

/** `extensions.subscription` of a router's request that events be sent to it. */
const requestSchema = z.object({
  callbackUrl: z.string(),
  subscriptionId: z.string().min(1).max(200),
  /** A secret that shows the router that a message comes from this server. */
  verifier: z.string().max(1_000),
  /** How often to tell the router that the subscription is alive; 0 for never. */
  heartbeatIntervalMs: z.union([z.literal(0), z.number().min(leastHeartbeatMs).max(longestHeartbeatMs)]).default(5_000),
})
export type CallbackRequest = z.infer<typeof requestSchema>

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
            const { operationName } = request
            const variables = withPlainNumbers(schema, document, operationName, request.variables ?? {})
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

/**
 * @returns null when the extensions of a GraphQL request ask for no callbacks
 *
 * @throws AppError BAD_USER_INPUT for invalid values
 */
function parseCallbackRequest(extensions: Readonly<Record<string, unknown>> | undefined): CallbackRequest | null {
  const asked = extensions?.subscription
  if (asked === undefined || asked === null) return null
  const parsed = requestSchema.safeParse(asked)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path }) => ['extensions', 'subscription', ...path].join('.'))
  throw new AppError('BAD_USER_INPUT', `Missing or invalid: ${fields.join(', ')}.`)
}
