import type { BaseContext } from '@apollo/server'
import cors from '@fastify/cors'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import Fastify, { LogController } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { CallbackPolicy } from '../auth/callback-policy.ts'
import type { WhenErased } from '../auth/caller.ts'
import type { OriginPolicy, RequestSource } from '../auth/origin-policy.ts'
import { AppError } from '../errors.ts'
import { createConnectionOperations } from './connection-operations.ts'
import { registerConsole } from './console.ts'
import { toCorrelationId } from './correlation-id.ts'
import { createDocuments } from './documents.ts'
import { refuseConnection } from './end-with-refusal.ts'
import { sendError } from './error-answer.ts'
import { createErrorReporter } from './error-reporter.ts'
import { isEventStream } from './event-stream.ts'
import { createEventStreams } from './event-streams.ts'
import { registerExplorer } from './explorer.ts'
import { createGraphqlRoute } from './graphql-route.ts'
import { type CompileOperation, createJitExecutor } from './jit-executor.ts'
import { createOperationTexts } from './operation-texts.ts'
import { registerOperationalRoutes } from './operational-routes.ts'
import { rateHeaderNames } from './rate-headers.ts'
import { refuseUnrouted } from './refuse-unrouted.ts'
import { registerRequestBodies } from './request-bodies.ts'
import type { CallerContext, ServerParts } from './server-parts.ts'
import { createSubscriptionCallbacks } from './subscription-callbacks.ts'
import { createSubscriptionServer } from './subscriptions.ts'
import type { Timers } from './timers.ts'
import { systemTimers } from './timers.ts'
import { endUnreadAnswers } from './unread-answers.ts'
import type { WaitingSocketLimits } from './waiting-sockets.ts'

export interface ServerDeps<Context> extends Omit<ServerParts<Context>, 'execute' | 'texts' | 'documents' | 'timers'> {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  /** Compiles operations that are sent repeatedly. By default `compileOperation`. */
  readonly compile?: CompileOperation
  /** Creates the same schema again, for requests that are traced. */
  readonly createSchema: () => GraphQLSchema
  readonly whenErased: WhenErased
  readonly origins: OriginPolicy
  /** The addresses to which a router may have events sent. */
  readonly callbacks: CallbackPolicy
  /** Uploads, webhooks and the like. Each gets a scope of its own for its content types and hooks. */
  readonly routes: readonly ((app: FastifyInstance) => void)[]
  /** The checks of `/readyz`, by name. Each throws when it fails. */
  readonly readiness: Readonly<Record<string, () => Promise<unknown>>>
  /** Whether the console at `/console` and the explorers at `/` and `/explorer` are served. */
  readonly explorer: boolean
  readonly timers?: Timers
  /** The texts, by id, that callers without the scope `explore` may send; null when they may send any. */
  readonly trustedDocuments: ReadonlyMap<string, string> | null
  /** How many sockets may wait to be accepted. */
  readonly waitingSockets?: WaitingSocketLimits
}

export interface Server {
  /** Resolves once connections are accepted. */
  start(): Promise<{ readonly url: string; readonly port: number }>
  /** Accepts nothing more, lets running requests finish, and ends every socket and event stream so that clients can resume. */
  stop(): Promise<void>
}

const bodyLimit = 1024 * 1024
const forbidden =
  'Calls without credentials are accepted only from this machine, the hosts of the sandbox and the allowed origins.'
/** The time within which the head of a request must arrive. */
const headersTimeout = 10_000
/** Longer than the slowest upload may take. Other requests have a shorter limit (`bodyPace`). */
const requestTimeout = 11 * 60_000
/** How often Node checks for requests that take too long. */
const connectionsCheckingInterval = 5_000

/** How long running requests may take to finish when the server stops. */
const maxStopMs = 8_000

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** The server for HTTP and WebSockets, with all its routes. */
export async function createServer<Context extends BaseContext & CallerContext<Context>>(
  deps: ServerDeps<Context>,
): Promise<Server> {
  const { schema, metrics, logger, origins, timers = systemTimers } = deps
  const formatError = createErrorReporter(deps.formatError, logger)
  const execute = createJitExecutor(schema, deps.compile && { compile: deps.compile })
  const loggerInstance: FastifyBaseLogger = logger
  let stopped: Promise<void> | null = null

  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'correlationId' }),
    genReqId: ({ headers }) => toCorrelationId(headers),
    bodyLimit,
    requestTimeout,
    http: { headersTimeout, connectionsCheckingInterval },
    // Tokens are longer than the router's default limit for a path parameter.
    routerOptions: { maxParamLength: 1_000 },
    frameworkErrors(error, request, reply) {
      reply.headers(headersOf(request))
      sendError(request, reply, error)
    },
    clientErrorHandler: refuseConnection,
    // The hook below refuses requests then, in the shape of all errors.
    return503OnClosing: false,
  })

  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersOf(request))
    if (!origins.mayCall(toSource(request.headers))) return done(new AppError('FORBIDDEN', forbidden))
    if (stopped !== null && !request.routeOptions.config.whileStopping)
      return done(new AppError('INTERNAL', 'The server is stopping. Send the request again.', { retryAfterSeconds: 1 }))
    done()
  })
  // Not in an earlier hook: reading the body would lose the correlation id again.
  app.addHook('preHandler', (request, _reply, done) => deps.correlation.run(request.id, done))
  // The members of this line contain no input. Searching them for secrets would take far longer than writing the line.
  const requests = logger.child({}, { redact: [] })
  app.addHook('onResponse', (request, reply, done) => {
    const { id: correlationId, method, routeOptions } = request
    const route = routeOptions.url ?? 'none'
    const ms = Math.round(reply.elapsedTime)
    // The duration of an event stream is not an answer time.
    if (!isEventStream(reply)) metrics.httpRequest(method, route, reply.statusCode, ms)
    requests.info({ correlationId, method, route, status: reply.statusCode, ms }, 'request')
    done()
  })
  app.setErrorHandler<Error>((error, request, reply) => sendError(request, reply, error))

  await app.register(cors, {
    delegator: (request, callback) =>
      callback(null, {
        origin: origins.isTrusted(toSource(request.headers)),
        methods: ['GET', 'POST', 'PUT'],
        exposedHeaders: ['x-correlation-id', 'retry-after', ...rateHeaderNames],
        maxAge: 600,
        // Otherwise OPTIONS without the headers of a preflight is refused with a text, not with the shape of all errors.
        strictPreflight: false,
      }),
  })

  // After CORS, so that a page may read the refusal.
  refuseUnrouted(app)
  registerRequestBodies(app, timers)
  const cancelLookingAtAnswers = endUnreadAnswers(app, timers, deps.now)

  const texts = createOperationTexts(deps.trustedDocuments)
  const shared = { ...deps, formatError, execute, timers, texts, documents: createDocuments() }
  const callbacks = createSubscriptionCallbacks(shared, deps.callbacks)
  const operations = createConnectionOperations(shared)
  const sockets = createSubscriptionServer({ ...shared, operations })
  const eventStreams = createEventStreams(shared, operations)
  const graphql = await createGraphqlRoute({ ...shared, callbacks, eventStreams })
  graphql.register(app)
  registerOperationalRoutes(app, { schema, metrics, readiness: deps.readiness, isStopping: () => stopped !== null })
  if (deps.explorer) {
    registerExplorer(app)
    app.register(async scope => registerConsole(scope))
  }
  for (const register of deps.routes) app.register(async scope => register(scope))
  app.server.on('upgrade', sockets.upgrade)

  async function drain(): Promise<void> {
    const cancel = timers.after(maxStopMs, () => app.server.closeAllConnections())
    // A connection that was busy when the server began to close is not closed by Node when it becomes idle.
    const cancelLooking = timers.every(50, () => app.server.closeIdleConnections())
    await Promise.all([sockets.stop(), eventStreams.stop(), callbacks.stop(), app.close()])
    cancel()
    cancelLooking()
    cancelLookingAtAnswers()
    await graphql.stop()
  }

  return {
    async start() {
      await app.listen({ host: deps.host, port: deps.port })
      const address = app.server.address()
      if (address === null || typeof address === 'string') throw new Error('The server is not listening on a port.')
      const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
      return { url: `http://${host}:${address.port}`, port: address.port }
    },
    stop() {
      stopped ??= drain()
      return stopped
    },
  }
}

function headersOf({ id }: { readonly id: string }) {
  return { ...securityHeaders, 'x-correlation-id': id }
}

function toSource({ host, origin }: { readonly host?: string; readonly origin?: string }): RequestSource {
  return { host, origin }
}
