import type { BaseContext } from '@apollo/server'
import cors from '@fastify/cors'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import Fastify, { LogController } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Authenticate } from '../auth/authenticate.ts'
import { type CallbackPolicy, createCallbackPolicy } from '../auth/callback-policy.ts'
import type { CallerRequest } from '../auth/caller.ts'
import type { OriginPolicy, RequestSource } from '../auth/origin-policy.ts'
import type { CallerBudgets } from '../callers/caller-budgets.ts'
import type { Correlation } from '../correlation.ts'
import { AppError } from '../errors.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'
import { toCorrelationId } from './correlation-id.ts'
import { sendError } from './error-answer.ts'
import type { FormatError } from './error-reporter.ts'
import { createErrorReporter } from './error-reporter.ts'
import { registerExplorer } from './explorer.ts'
import { createGraphqlRoute } from './graphql-route.ts'
import { createJitExecutor } from './jit-executor.ts'
import type { Metrics } from './metrics.ts'
import { registerOperationalRoutes } from './operational-routes.ts'
import { registerRequestBodies } from './request-bodies.ts'
import { type CallerContext, createSubscriptionCallbacks } from './subscription-callbacks.ts'
import { createSubscriptionServer } from './subscriptions.ts'
import type { Timers } from './timers.ts'
import { systemTimers } from './timers.ts'
import { endUnreadAnswers } from './unread-answers.ts'
import type { WaitingSocketLimits } from './waiting-sockets.ts'

export interface ServerDeps<Context extends BaseContext> {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  readonly schema: GraphQLSchema
  /** Bounds on what may be asked, over HTTP and over sockets; null: none. */
  readonly limits: QueryLimits | null
  /** How much each tenant may ask for at a time. */
  readonly callers: CallerBudgets
  readonly createContext: (request: CallerRequest) => Context
  readonly formatError: FormatError
  readonly authenticate: Authenticate
  readonly origins: OriginPolicy
  /** Where events may be sent to on a router's request; absent: nowhere. */
  readonly callbacks?: CallbackPolicy
  /** Uploads, webhooks and the like; each gets a scope of its own for its content types and hooks. */
  readonly routes: readonly ((app: FastifyInstance) => void)[]
  /** What has to work for `/readyz` to say so, by name; each throws when it does not. */
  readonly readiness: Readonly<Record<string, () => Promise<unknown>>>
  /** Whether the explorers at `/` and `/explorer` are served. */
  readonly explorer: boolean
  readonly metrics: Metrics
  readonly correlation: Correlation
  readonly logger: Logger
  readonly now: () => Date
  readonly timers?: Timers
  /** How long a socket may take until it has said who it is and has been accepted. */
  readonly initWaitMs?: number
  /** How many sockets may be waiting for that. */
  readonly waitingSockets?: WaitingSocketLimits
  /** How long requests in flight may take to finish when the server stops. */
  readonly stopMs?: number
}

export interface Server {
  /** Resolves once connections are accepted. */
  start(): Promise<{ readonly url: string; readonly port: number }>
  /** Accepts nothing more, lets requests in flight finish, and ends every socket with a resumable code. */
  stop(): Promise<void>
}

const bodyLimit = 1024 * 1024
/** The head of a request has to come within this time, and so has the first one of a connection. */
const headersTimeout = 10_000
/** Longer than the slowest upload may take; what is not an upload has to be faster (`bodyPace`). */
const requestTimeout = 11 * 60_000
/** How often Node looks for requests that take too long. */
const connectionsCheckingInterval = 5_000

const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** Everything that answers HTTP and WebSockets, wired together. */
export async function createServer<Context extends BaseContext & CallerContext<Context>>(
  deps: ServerDeps<Context>,
): Promise<Server> {
  const { schema, metrics, logger, origins, timers = systemTimers, stopMs = 8_000 } = deps
  const formatError = createErrorReporter(deps.formatError, logger)
  const execute = createJitExecutor(schema)
  const loggerInstance: FastifyBaseLogger = logger
  let stopped: Promise<void> | null = null

  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'correlationId' }),
    genReqId: ({ headers }) => toCorrelationId(headers),
    bodyLimit,
    requestTimeout,
    http: { headersTimeout, connectionsCheckingInterval },
    // Tokens are longer than the router expects of a part of a path.
    routerOptions: { maxParamLength: 1_000 },
    frameworkErrors: (error, request, reply) => sendError(request, reply, error),
    clientErrorHandler: (_error, socket) => socket.destroy(),
  })

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...securityHeaders, 'x-correlation-id': request.id })
    if (!origins.mayCall(toSource(request.headers)))
      throw new AppError('FORBIDDEN', 'Without credentials only this machine and the allowed origins may call.')
  })
  // Not earlier: what the reading of a body leads to does not know of whom it was.
  app.addHook('preHandler', (request, _reply, done) => deps.correlation.run(request.id, done))
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, log } = request
    const route = routeOptions.url ?? 'none'
    const ms = Math.round(reply.elapsedTime)
    metrics.httpRequest(method, route, reply.statusCode, ms)
    log.info({ method, route, status: reply.statusCode, ms }, 'request')
  })
  app.setErrorHandler<Error>((error, request, reply) => sendError(request, reply, error))
  app.setNotFoundHandler((request, reply) => sendError(request, reply, nothingHere()))

  await app.register(cors, {
    delegator: (request, callback) =>
      callback(null, {
        origin: origins.isTrusted(toSource(request.headers)),
        methods: ['GET', 'POST', 'PUT'],
        exposedHeaders: ['x-correlation-id', 'retry-after'],
        maxAge: 600,
      }),
  })

  // After CORS, so that a page may read the refusal. The body is not waited for.
  app.addHook('onRequest', async request => {
    if (request.is404) throw nothingHere()
  })
  registerRequestBodies(app, timers)
  const cancelLookingAtAnswers = endUnreadAnswers(app, timers, deps.now)

  const shared = { ...deps, formatError, execute, timers }
  const policy = deps.callbacks ?? createCallbackPolicy([])
  const callbacks = createSubscriptionCallbacks<Context>({ ...shared, policy })
  const graphql = await createGraphqlRoute({ ...shared, callbacks })
  const sockets = createSubscriptionServer(shared)
  graphql.register(app)
  registerOperationalRoutes(app, { schema, metrics, readiness: deps.readiness, isStopping: () => stopped !== null })
  if (deps.explorer) registerExplorer(app)
  for (const register of deps.routes) app.register(async scope => register(scope))
  app.server.on('upgrade', sockets.upgrade)

  async function drain(): Promise<void> {
    const cancel = timers.after(stopMs, () => app.server.closeAllConnections())
    // A connection that was busy when the closing began is not closed by itself once it has become idle.
    const cancelLooking = timers.every(50, () => app.server.closeIdleConnections())
    await Promise.all([sockets.stop(), callbacks.stop(), app.close()])
    cancel()
    cancelLooking()
    cancelLookingAtAnswers()
    await graphql.stop()
  }

  return {
    async start() {
      await app.listen({ host: deps.host, port: deps.port })
      const address = app.server.address()
      if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')
      const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
      return { url: `http://${host}:${address.port}`, port: address.port }
    },
    stop() {
      stopped ??= drain()
      return stopped
    },
  }
}

function nothingHere(): AppError {
  return new AppError('NOT_FOUND', 'There is nothing here.')
}

function toSource({ host, origin }: { readonly host?: string; readonly origin?: string }): RequestSource {
  return { host, origin }
}
