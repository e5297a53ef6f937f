import type { Logger } from 'pino'
import { adoptCarriedWork } from './analysis/adopt-work.ts'
import { createCheckTogether } from './analysis/check-together.ts'
import { createAbandonedRunHandler } from './analysis/create-abandoned-run-handler.ts'
import { createAnalysisHandler } from './analysis/create-analysis-handler.ts'
import { receiveWebhook } from './analysis/receive-webhook.ts'
import { connectProviders } from './app/connect-providers.ts'
import { createServices } from './app/create-services.ts'
import { watchClock } from './app/watch-clock.ts'
import { createApiKeyVerifier } from './auth/api-keys.ts'
import { createAuthenticator } from './auth/authenticate.ts'
import { createCallbackPolicy } from './auth/callback-policy.ts'
import { createJwtVerifier } from './auth/jwt.ts'
import { createOriginPolicy } from './auth/origin-policy.ts'
import { createSecretBox } from './auth/secret-box.ts'
import { readOrMakeSecret } from './auth/secret-file.ts'
import { createSigner } from './auth/signer.ts'
import { createCallerBudgets } from './callers/caller-budgets.ts'
import { readCallerLimits } from './callers/caller-limits.ts'
import { createBankUserHandler } from './bank-logins/create-bank-user-handler.ts'
import { createReadingWatch } from './bank-logins/reading-watch.ts'
import { createReceiveReturn } from './bank-logins/receive-return.ts'
import type { Config } from './config.ts'
import { createCorrelation } from './correlation.ts'
import { openBlobStore } from './documents/open-blob-store.ts'
import { createOpenDocument } from './documents/open-document.ts'
import { createReceiveUpload } from './documents/receive-upload.ts'
import { parseTenantId } from './domain/tenant.ts'
import { createEventBus } from './events/bus.ts'
import { withChanges } from './events/change.ts'
import { createEventLog } from './events/create-event-log.ts'
import { createContext } from './graphql/context.ts'
import { formatError } from './graphql/format-error.ts'
import { createQueryLimits } from './graphql/limits/create-query-limits.ts'
import { createSchema } from './graphql/schema.ts'
import { housekeeping } from './housekeeping.ts'
import { banksReader, createBankLists } from './loaders/bank-lists.ts'
import { createMaintenance } from './maintenance.ts'
import type { Provider } from './providers/provider.ts'
import { createReportFiles } from './reports/create-report-files.ts'
import { reservePort } from './reserve-port.ts'
import { createLogger } from './server/create-logger.ts'
import { registerCallbackRoute } from './server/callback-route.ts'
import { createServer } from './server/create-server.ts'
import { registerFileRoute } from './server/file-route.ts'
import { createMetrics } from './server/metrics.ts'
import { registerUploadRoute } from './server/upload-route.ts'
import { registerWebhookRoute } from './server/webhook-route.ts'
import { createReceiveShipmentNotice } from './shipments/receive-shipment-notice.ts'
import { createShipmentHandler } from './shipments/create-shipment-handler.ts'
import type { Database } from './store/database.ts'
import { openDatabase } from './store/open-database.ts'
import { sql } from './store/sql.ts'
import { createWorker } from './work/create-worker.ts'
import type { Handler } from './work/handler.ts'

export interface App {
  /** Resolves once requests are answered. */
  start(): Promise<{ readonly url: string }>
  /** Lets what is under way finish, and hands the rest back. */
  stop(): Promise<void>
}

/** What a test puts in the place of the real thing. */
export interface AppOverrides {
  /** In place of the database's clock. */
  readonly now?: () => Date
  /** In place of this machine's clock. */
  readonly machineNow?: () => Date
  readonly logger?: Logger
  /** Open and up to date; whoever gives it closes it. */
  readonly database?: Database
}

const sandbox = parseTenantId('sandbox')
const minute = 60_000
/** A sender may pause, but not for ever. */
const uploadPace = { idleMs: 30_000, totalMs: 10 * minute }

/** Makes everything and puts it together; the only place that knows all parts. */
export async function createApp(
  config: Config,
  providers: readonly Provider[],
  overrides: AppOverrides = {},
): Promise<App> {
  const { machineNow = () => new Date(), logger = createLogger(config.logLevel) } = overrides
  // What has to be ended, in the order in which it was begun.
  const ending: (() => Promise<void> | void)[] = []
  async function end(): Promise<void> {
    for (const step of ending.splice(0).reverse()) await step()
  }

  try {
    // First, since a port that is taken is told at once.
    const port = await reservePort(config.host, config.port)
    const opened =
      overrides.database ??
      (await openDatabase(config.databaseUrl, config.dataDir, {
        onError: error => logger.warn({ err: error }, 'the connection that listens to the database is lost'),
      }))
    if (!overrides.database) ending.push(() => opened.stop())
    const reserve = opened.lane('reserve')
    const metrics = createMetrics()
    const clock = watchClock({ database: reserve, machineNow, metrics, logger })
    await clock.start()
    ending.push(() => clock.stop())
    const now = overrides.now ?? clock.now
    const secrets = config.secretKeys ?? [await readOrMakeSecret(config.dataDir)]
    const blobs = await openBlobStore(config.blobs, config.awsCredentials, config.dataDir)
    ending.push(() => blobs.stop())

    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    const publicUrl = config.publicUrl ?? `http://${host}:${port}`
    const correlation = createCorrelation()

    const registry = await connectProviders(
      { config, providers, publicUrl, database: opened.lane('work'), correlation, metrics, logger, now },
      step => ending.push(step),
    )

    const bus = createEventBus(opened)
    await bus.start()
    ending.push(() => bus.stop())
    const secretBox = createSecretBox(secrets)
    const database = withChanges(opened, { bus, secretBox, now })
    const work = withChanges(opened.lane('work'), { bus, secretBox, now })
    const events = createEventLog({
      database,
      bus,
      signer: createSigner(secrets, 'event-cursor'),
      onError: error => logger.error({ err: error }, 'the event log could not be read'),
    })
    events.start()
    ending.push(() => events.stop())

    const callers = createCallerBudgets({
      now,
      limitsOf: tenant =>
        readCallerLimits(config.tenants.get(tenant)?.CALLER_LIMITS, [], 'CALLER_LIMITS', config.callerLimits),
    })

    const { pollSpeedup } = config
    const looks = { database: work, secretBox, now, random: Math.random, pollSpeedup, logger }
    const check = createCheckTogether()
    const openDocument = createOpenDocument(work, blobs)
    const banks = createBankLists({ database, providers: registry, now })
    const readBanks = banksReader(banks)
    const analyses = createAnalysisHandler({ ...looks, providers: registry, check, openDocument, readBanks })
    const shipmentSigner = createSigner(secrets, 'shipment')
    const shipments = createShipmentHandler({
      database: work,
      providers: registry,
      openDocument,
      signer: shipmentSigner,
      publicUrl,
      logger,
    })
    const worker = createWorker({
      ...looks,
      handlers: new Map<string, Handler<unknown>>([
        ['analysis', analyses],
        ['abandoned-run', createAbandonedRunHandler({ database: work, providers: registry, logger })],
        ['shipment', shipments],
        ['bank-user', createBankUserHandler({ ...looks, providers: registry })],
      ]),
      correlate: correlation.run,
      onDone: metrics.job,
    })

    const uploadSigner = createSigner(secrets, 'upload')
    const returnSigner = createSigner(secrets, 'bank-return')
    const readings = createReadingWatch(opened)
    await readings.start()
    ending.push(() => readings.stop())
    const reports = createReportFiles({
      database,
      providers: registry,
      signer: createSigner(secrets, 'report'),
      publicUrl,
      now,
      expiresSeconds: config.uploadExpiresSeconds,
    })
    const services = createServices({
      config,
      database,
      blobs,
      events,
      callers,
      providers: registry,
      reports,
      banks,
      secretBox,
      uploadSigner,
      cursors: createSigner(secrets, 'list-cursor'),
      returnSigner,
      readings,
      publicUrl,
      logger,
      now,
    })
    const origins = createOriginPolicy({
      allowedOrigins: config.allowedOrigins,
      publicUrl,
      anonymous: config.anonymous,
    })
    const receive = createReceiveUpload({
      database,
      blobs,
      logger,
      signer: uploadSigner,
      now,
      maxBytes: config.uploadMaxBytes,
    })
    const takeWebhook = receiveWebhook.bind(null, { database, providers: registry, now, logger })
    const receiveReturn = createReceiveReturn({ database, signer: returnSigner })
    const receiveShipmentNotice = createReceiveShipmentNotice({ database, providers: registry, signer: shipmentSigner })
    const schema = createSchema({ scopeDirectives: config.scopeDirectives })
    const server = await createServer({
      host: config.host,
      port,
      schema,
      limits: createQueryLimits(schema),
      callers,
      createContext: request => createContext(services, request),
      formatError,
      authenticate: createAuthenticator({
        apiKeys: createApiKeyVerifier(config.apiKeys),
        jwt: config.jwt ? createJwtVerifier(config.jwt, now) : undefined,
        anonymous: config.anonymous ? { tenant: sandbox } : null,
      }),
      origins,
      callbacks: createCallbackPolicy(config.allowedCallbacks),
      routes: [
        scope => registerUploadRoute(scope, { receive, pace: uploadPace }),
        scope => registerWebhookRoute(scope, takeWebhook),
        scope => registerFileRoute(scope, reports),
        scope => registerCallbackRoute(scope, { receiveReturn, receiveShipmentNotice }),
      ],
      readiness: {
        database: () => reserve.acrossTenants(sql`select name from schema_migrations limit 1`),
        clock: async () => clock.describe(),
      },
      explorer: config.explorer,
      metrics,
      correlation,
      logger,
      now,
    })

    const { eventRetentionDays } = config
    const readTime = overrides.now ? async () => now() : clock.read
    const tasks = housekeeping({ database: work, blobs, logger, readTime, eventRetentionDays })
    const maintenance = createMaintenance(tasks, logger)

    return {
      async start() {
        // At once, since one after the other may take longer than a process is given to stop. Calls to providers that are
        // under way may finish, for a while, and new ones are refused: so every look comes to an end and plans the next.
        ending.push(async () => {
          await Promise.all([server.stop(), maintenance.stop(), worker.stop(), registry.stop()])
        })
        try {
          await adoptCarriedWork(database, registry, secretBox)
          await worker.start()
          maintenance.start()
          const { url } = await server.start()
          return { url }
        } catch (error) {
          await end()
          throw error
        }
      },
      stop: end,
    }
  } catch (error) {
    await end()
    throw error
  }
}
