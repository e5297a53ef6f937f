import type { ApolloServerOptionsWithGateway, ApolloServerPlugin, BaseContext } from '@apollo/server'
import { ApolloServer, HeaderMap } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema, ValidationRule } from 'graphql'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import type { Authenticate } from '../auth/authenticate.ts'
import type { Caller } from '../auth/caller.ts'
import type { Correlation } from '../correlation.ts'
import { toAppError } from '../errors.ts'
import type { FormatError } from './error-reporter.ts'
import { toHttpStatus } from './http-status.ts'
import type { ExecuteOperation } from './jit-executor.ts'
import type { Metrics } from './metrics.ts'

export interface GraphqlRouteOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema
  readonly validationRules: readonly ValidationRule[]
  readonly maxTokens: number
  readonly execute: ExecuteOperation
  readonly createContext: (request: { readonly caller: Caller; readonly correlationId: string }) => Context
  readonly formatError: FormatError
  readonly correlation: Correlation
  readonly authenticate: Authenticate
  readonly metrics: Metrics
  readonly logger: Logger
}

export interface GraphqlRoute {
  register(app: FastifyInstance): void
  stop(): Promise<void>
}

const bodyLimit = 1024 * 1024

/** `/graphql` over HTTP: POST for everything but subscriptions, GET for queries. */
export async function createGraphqlRoute<Context extends BaseContext>(
  options: GraphqlRouteOptions<Context>,
): Promise<GraphqlRoute> {
  const { authenticate, createContext, formatError, correlation, logger } = options
  const apollo = new ApolloServer<Context>({
    gateway: createExecutorHook(options.schema, options.execute),
    validationRules: [...options.validationRules],
    parseOptions: { maxTokens: options.maxTokens },
    formatError: (_formatted, error) => formatError(error, correlation.current() ?? ''),
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      countOperations(options.metrics),
      answerPlainJsonWith200(),
    ],
  })
  await apollo.start()

  const handle = fastifyApolloHandler(apollo, {
    async context(request) {
      try {
        const caller = await authenticate({ headers: request.headers })
        return createContext({ caller, correlationId: request.id })
      } catch (error) {
        throw toRefusal(error)
      }
    },
  })
  return {
    register(app) {
      app.route({
        method: ['GET', 'POST'],
        url: '/graphql',
        bodyLimit,
        handler: handle,
      })
    },
    stop: () => apollo.stop(),
  }
}

type ExecutorHook = ApolloServerOptionsWithGateway<BaseContext>['gateway']

/** Apollo Server lets nobody execute but a gateway, so that is what our executor pretends to be. */
function createExecutorHook(schema: GraphQLSchema, execute: ExecuteOperation): ExecutorHook {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => {}
    },
    load: async () => ({
      async executor({ source, queryHash, document, request, operation, context }) {
        if (operation?.operation === 'subscription') return { errors: [subscriptionOverHttp()] }
        return execute({
          source,
          sourceHash: queryHash,
          document,
          operationName: request.operationName ?? null,
          variables: request.variables ?? {},
          contextValue: context,
        })
      },
    }),
    stop: async () => {},
  }
}

function subscriptionOverHttp(): GraphQLError {
  return new GraphQLError(
    'Subscriptions run over a WebSocket at this same address, with the subprotocol graphql-transport-ws.',
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  )
}

function toRefusal(cause: unknown): GraphQLError {
  const error = toAppError(cause)
  const headers = new HeaderMap(error.code === 'UNAUTHENTICATED' ? [['www-authenticate', 'Bearer']] : [])
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: toHttpStatus(error.code), headers } },
  })
}

function countOperations(metrics: Metrics): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, errors }) {
          metrics.graphqlOperation(operation?.operation ?? 'invalid', errors ? 'errors' : 'ok')
        },
      }
    },
  }
}

/**
 * Who asks for plain JSON gets a well-formed request answered with 200, errors and all: with that media type the status
 * speaks of the transport. https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
function answerPlainJsonWith200(): ApolloServerPlugin {
  return {
    async requestDidStart({ request }) {
      const accept = request.http?.headers.get('accept') ?? ''
      if (!accept.includes('application/json') || accept.includes('application/graphql-response+json')) return
      return {
        async willSendResponse({ response, source }) {
          if (source !== undefined && response.http.status === 400) response.http.status = 200
        },
      }
    },
  }
}
