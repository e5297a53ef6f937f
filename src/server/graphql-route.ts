import type { ApolloServerPlugin, BaseContext } from '@apollo/server'
import { ApolloServer, HeaderMap } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Authenticate } from '../auth/authenticate.ts'
import type { Caller, CallerRequest } from '../auth/caller.ts'
import type { CallerBudgets } from '../callers/caller-budgets.ts'
import type { Correlation } from '../correlation.ts'
import { toAppError } from '../errors.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'
import { answerCallbackRequests } from './callback-plugin.ts'
import { createDocumentStore } from './document-store.ts'
import { MethodNotAllowedError } from './error-answer.ts'
import type { FormatError } from './error-reporter.ts'
import { answerByExecutor } from './execution-plugin.ts'
import { toHttpStatus } from './http-status.ts'
import type { ExecuteOperation } from './jit-executor.ts'
import type { Metrics } from './metrics.ts'
import { parseJsonBody } from './parse-json-body.ts'
import { createQueryStore } from './query-store.ts'
import type { CallerContext, SubscriptionCallbacks } from './subscription-callbacks.ts'

export interface GraphqlRouteOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema
  readonly limits: QueryLimits | null
  readonly callers: CallerBudgets
  /** How much of automatic persisted queries is kept. */
  readonly storedCharacters?: number
  readonly execute: ExecuteOperation
  readonly createContext: (request: CallerRequest) => Context
  readonly formatError: FormatError
  readonly callbacks: SubscriptionCallbacks<Context>
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
export async function createGraphqlRoute<Context extends BaseContext & CallerContext<Context>>(
  options: GraphqlRouteOptions<Context>,
): Promise<GraphqlRoute> {
  const { authenticate, createContext, formatError, correlation, limits, logger, callers } = options
  /** Whose requests they are, once that is known. */
  const askedBy = new WeakMap<FastifyRequest, Caller>()
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    validationRules: [...(limits?.validationRules ?? [])],
    documentStore: createDocumentStore(),
    persistedQueries: { cache: createQueryStore(options.storedCharacters ?? 8 * 1024 * 1024) },
    // Its own adds a line break, for which all of the text is copied once more.
    stringifyResult: result => JSON.stringify(result),
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
      answerCallbackRequests(options.callbacks, formatError, limits),
      answerByExecutor(options),
      answerPlainJsonWith200(),
    ],
  })
  await apollo.start()

  const handle = fastifyApolloHandler(apollo, {
    async context(request) {
      try {
        const caller = await authenticate({ headers: request.headers })
        callers.takeRequest(caller.tenant)
        askedBy.set(request, caller)
        return createContext({ caller, correlationId: request.id, address: request.ip })
      } catch (error) {
        throw toRefusal(error)
      }
    },
  })
  return {
    register(server) {
      server.register(async app => {
        app.removeContentTypeParser('application/json')
        app.addContentTypeParser(
          'application/json',
          { parseAs: 'buffer' },
          async (_request: FastifyRequest, body: Buffer) => parseJsonBody(body),
        )
        app.route({
          method: ['GET', 'POST'],
          url: '/graphql',
          bodyLimit,
          // Even to parse a hostile document costs more than it is worth, and Apollo Server cannot be kept from it.
          preHandler: async ({ query, body }) => {
            for (const { query: text } of [operationSchema.parse(query), operationSchema.parse(body)])
              if (text !== undefined) limits?.checkSource(text)
          },
          onSend: (request, reply, payload, done) => {
            const caller = askedBy.get(request)
            // A large answer is on its way in pieces already, and has a length.
            const bytes = typeof payload === 'string' ? payload.length : Number(reply.getHeader('content-length') ?? 0)
            if (caller && !reply.raw.destroyed) reply.raw.once('close', callers.holdAnswer(caller.tenant, bytes))
            done(null, payload)
          },
          handler: handle,
        })
        app.route({
          method: ['PUT', 'PATCH', 'DELETE'],
          url: '/graphql',
          onRequest: async (_request, reply) => {
            reply.header('allow', 'GET, POST')
            throw new MethodNotAllowedError('GraphQL is asked for by POST, or by GET for queries.')
          },
          handler: () => {},
        })
      })
    },
    stop: () => apollo.stop(),
  }
}

/** What is looked at before Apollo Server looks at everything. */
const operationSchema = z.object({ query: z.string().optional().catch(undefined) }).catch({})

function toRefusal(cause: unknown): GraphQLError {
  const error = toAppError(cause)
  const { code, retryAfterSeconds } = error
  const headers = new HeaderMap()
  if (code === 'UNAUTHENTICATED') headers.set('www-authenticate', 'Bearer')
  if (retryAfterSeconds !== null) headers.set('retry-after', String(retryAfterSeconds))
  // A fault of ours that is known to pass.
  const status = code === 'INTERNAL' && retryAfterSeconds !== null ? 503 : toHttpStatus(code)
  return new GraphQLError(error.message, { originalError: error, extensions: { code, http: { status, headers } } })
}

function countOperations(metrics: Metrics): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation, response: { body } }) {
          const failed = body.kind === 'single' && body.singleResult.errors !== undefined
          metrics.graphqlOperation(operation?.operation ?? 'invalid', failed ? 'errors' : 'ok')
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
      // A router that wants callbacks goes by the status.
      if (accept.includes('callbackSpec')) return
      return {
        async willSendResponse({ response, source }) {
          if (source !== undefined && response.http.status === 400) response.http.status = 200
        },
      }
    },
  }
}
