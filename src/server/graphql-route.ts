import { Readable } from 'node:stream'
import type { ApolloServerPlugin, BaseContext, HTTPGraphQLRequest } from '@apollo/server'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Caller } from '../auth/caller.ts'
import { type AnswerBody, fillIn, stringifyAround } from '../graphql/written-json.ts'
import { createTraces } from './answer-traces.ts'
import { askedDocumentOf, toApolloRequest } from './apollo-request.ts'
import { answerCallbackRequests } from './callback-plugin.ts'
import { compressAnswers } from './compress-answers.ts'
import { prefersEventStream } from './event-stream.ts'
import type { EventStreams } from './event-streams.ts'
import { answerByExecutor } from './execution-plugin.ts'
import { refuseForgeable } from './forged-requests.ts'
import type { Metrics } from './metrics.ts'
import { parseOperationRequest } from './operation-request.ts'
import { parseJsonBody } from './parse-json-body.ts'
import { toRateHeaders } from './rate-headers.ts'
import { createRepeatedRequests, type RepeatedRequest } from './repeated-requests.ts'
import { createOperationRunner } from './run-operation.ts'
import type { CallerContext, ServerParts } from './server-parts.ts'
import type { SubscriptionCallbacks } from './subscription-callbacks.ts'

export interface GraphqlRouteOptions<Context> extends ServerParts<Context> {
  /** Creates the same schema again, for requests that are traced. */
  readonly createSchema: () => GraphQLSchema
  readonly callbacks: SubscriptionCallbacks<Context>
  readonly eventStreams: EventStreams
}

export interface GraphqlRoute {
  register(app: FastifyInstance): void
  stop(): Promise<void>
}

const bodyLimit = 1024 * 1024

/**
 * `/graphql` over HTTP: POST for all operations, GET for queries and subscriptions. Clients that accept
 * `text/event-stream` get the results as events. Otherwise subscriptions over HTTP are possible only with callbacks to
 * a router.
 */
export async function createGraphqlRoute<Context extends BaseContext & CallerContext<Context>>(
  options: GraphqlRouteOptions<Context>,
): Promise<GraphqlRoute> {
  const { authenticate, formatError, correlation, limits, logger, callers, eventStreams, texts, documents } = options
  /** The authenticated callers of requests. */
  const askedBy = new WeakMap<FastifyRequest, Caller>()
  const traces = createTraces<Context>(options.createSchema)
  const run = createOperationRunner<Context>(options)
  const repeated = createRepeatedRequests(documents)
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    validationRules: [...limits.validationRules],
    documentStore: documents.store,
    // Called only with valid texts. `texts.find` has already looked up the hashes.
    persistedQueries: {
      cache: {
        get: async () => undefined,
        set: async (_hash, text) => texts.keep(text),
        delete: async () => false,
      },
    },
    // Its own adds a line break, for which all of the text is copied once more.
    stringifyResult: stringifyAround,
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
      traces.plugin,
      answerByExecutor(run, context => traces.executorFor(context) ?? options.execute),
      answerPlainJsonWith200(),
    ],
  })
  await apollo.start()

  /** @throws AppError UNAUTHENTICATED, RATE_LIMITED */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const caller = await authenticate({ headers: request.headers })
    askedBy.set(request, caller)
    try {
      callers.takeRequest(caller)
    } finally {
      reply.headers(toRateHeaders(callers.requestStanding(caller)))
    }
    return caller
  }

  async function answerAtOnce(request: FastifyRequest, reply: FastifyReply): Promise<AnswerBody> {
    const caller = await admit(request, reply)
    const found = texts.find(askedDocumentOf(request), caller)
    const createContext = () => options.createContext({ caller, correlationId: request.id, address: request.ip })
    const known = repeated.read(request, found)
    // Even to parse a hostile document costs more than it is worth, and Apollo Server cannot be kept from it.
    if (!known && found.text !== null) limits.checkSource(found.text)
    const { body, release } = await fillIn(() =>
      known
        ? answerRepeated(known, createContext(), reply)
        : answerByApollo(toApolloRequest(request, found), createContext, reply),
    )
    if (release) reply.raw.once('close', release)
    return body
  }

  async function answerByApollo(
    httpGraphQLRequest: HTTPGraphQLRequest,
    createContext: () => Context,
    reply: FastifyReply,
  ): Promise<AnswerBody> {
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest,
      context: async () => createContext(),
    })
    for (const [name, value] of headers) reply.header(name, value)
    reply.code(status ?? 200)
    if (body.kind !== 'complete') return Readable.from(body.asyncIterator)
    if (status === 200) repeated.remember(reply.request, headers.get('content-type') ?? '')
    return body.string
  }

  /** The same answer as Apollo Server's. */
  async function answerRepeated(known: RepeatedRequest, contextValue: Context, reply: FastifyReply): Promise<string> {
    const { operation, mediaType } = known
    const { status, retryAfterSeconds, data, errors } = await run(
      { ...known, type: operation.operation, contextValue },
      options.execute,
    )
    options.metrics.graphqlOperation(operation.operation, errors ? 'errors' : 'ok')
    if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds))
    reply.header('content-type', mediaType)
    reply.code(status === 400 && acceptsOnlyPlainJson(reply.request.headers.accept) ? 200 : status)
    return stringifyAround({ errors, data })
  }

  async function answerByEvents(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    refuseForgeable(request)
    const asked = parseOperationRequest(request)
    eventStreams.answer(asked, await admit(request, reply), request, reply)
  }

  return {
    register(server) {
      server.register(async app => {
        await compressAnswers(app)
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
          onSend: (request, reply, payload, done) => {
            const caller = askedBy.get(request)
            // A large answer is already a stream, with its length in the header.
            const bytes =
              typeof payload === 'string' || Buffer.isBuffer(payload)
                ? payload.length
                : Number(reply.getHeader('content-length') ?? 0)
            if (caller && !reply.raw.destroyed) reply.raw.once('close', callers.holdAnswer(caller.tenant, bytes))
            done(null, payload)
          },
          handler: (request, reply) =>
            prefersEventStream(request.headers.accept) ? answerByEvents(request, reply) : answerAtOnce(request, reply),
        })
      })
    },
    stop: () => apollo.stop(),
  }
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
 * Answers a well-formed request with 200 if the client accepts only plain JSON, even when there are errors: with that
 * media type the status is about the transport. https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
function answerPlainJsonWith200(): ApolloServerPlugin {
  return {
    async requestDidStart({ request }) {
      if (!acceptsOnlyPlainJson(request.http?.headers.get('accept'))) return
      return {
        async willSendResponse({ response, source }) {
          if (source !== undefined && response.http.status === 400) response.http.status = 200
        },
      }
    },
  }
}

function acceptsOnlyPlainJson(accept = ''): boolean {
  if (!accept.includes('application/json') || accept.includes('application/graphql-response+json')) return false
  // A router that asks for callbacks evaluates the status.
  return !accept.includes('callbackSpec')
}
