import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { adoptCarriedWork } from './analysis/adopt-work.ts'
import { createCheckTogether } from './analysis/check-together.ts'
import { createAbandonedRunHandler } from './analysis/create-abandoned-run-handler.ts'
import { createAnalysisHandler } from './analysis/create-analysis-handler.ts'
import { receiveWebhook } from './analysis/receive-webhook.ts'
import { checkTrustedDocuments } from './app/check-trusted-documents.ts'
import { connectProviders } from './app/connect-providers.ts'
import { createAppSandbox, sandboxTenant } from './app/create-app-sandbox.ts'
import { createServices } from './app/create-services.ts'
import { watchClock } from './app/watch-clock.ts'
import { createAccessTokens } from './auth/access-tokens.ts'
import { createApiKeyVerifier } from './auth/api-keys.ts'
import { createAuthenticator } from './auth/authenticate.ts'
import { createCallbackPolicy } from './auth/callback-policy.ts'
import { createFileLinks } from './auth/file-links.ts'
import { createJwtVerifier } from './auth/jwt.ts'
import { createOriginPolicy } from './auth/origin-policy.ts'
import { createSecretBox } from './auth/secret-box.ts'
import { readOrMakeSecret } from './auth/secret-file.ts'
import { createSigner } from './auth/signer.ts'
import { createBankUserHandler } from './bank-logins/create-bank-user-handler.ts'
import { createReadingWatch } from './bank-logins/reading-watch.ts'
import { createReceiveReturn } from './bank-logins/receive-return.ts'
import { createCallerBudgets } from './callers/caller-budgets.ts'
import { readCallerLimits } from './callers/caller-limits.ts'
import type { Config } from './config.ts'
import { createCorrelation } from './correlation.ts'
import { openBlobStore } from './documents/open-blob-store.ts'
import { createDocumentFiles } from './documents/create-document-files.ts'
import { createOpenDocument } from './documents/open-document.ts'
import { createReceiveUpload } from './documents/receive-upload.ts'
import { wholeTenant } from './domain/reach.ts'
import { createEventBus } from './events/bus.ts'
import { withChanges } from './events/change.ts'
import { createEventLog } from './events/create-event-log.ts'
import { createWhenErased } from './events/when-erased.ts'
import { createContext } from './graphql/context.ts'
import { formatError } from './graphql/format-error.ts'
import { createQueryLimits } from './graphql/limits/create-query-limits.ts'
import { createSchema, publishedSchema } from './graphql/schema.ts'
import { housekeeping } from './housekeeping.ts'
import { banksReader, createBankLists } from './loaders/bank-lists.ts'
import { createMaintenance } from './maintenance.ts'
import type { Provider } from './providers/provider.ts'
import { createReportFiles } from './reports/create-report-files.ts'
import { reservePort } from './reserve-port.ts'
import { createRowPlanCompiler } from './row-plans/compile-with-row-plans.ts'
import { createSandboxTime, refuseMovedClock } from './sandbox/sandbox-time.ts'
import { registerCallbackRoute } from './server/callback-route.ts'
import { createLogger } from './server/create-logger.ts'
import { createServer } from './server/create-server.ts'
import { registerFileRoute } from './server/file-route.ts'
import { createMetrics } from './server/metrics.ts'
import { registerSandboxRoute } from './server/sandbox-route.ts'
import { registerUploadRoute } from './server/upload-route.ts'
import { registerWebhookRoute } from './server/webhook-route.ts'
import { createShipmentHandler } from './shipments/create-shipment-handler.ts'
import { createReceiveShipmentNotice } from './shipments/receive-shipment-notice.ts'
import { findApplicantId } from './store/applicants.ts'
import type { Database } from './store/database.ts'
import { openDatabase } from './store/open-database.ts'
import { sql } from './store/sql.ts'
import { createWorker } from './work/create-worker.ts'
import type { Handler } from './work/handler.ts'

export interface App {
  /** Resolves when requests are accepted. */
  start(): Promise<{ readonly url: string }>
  /** Lets running work finish and gives claims back. */
  stop(): Promise<void>
}

/** The parts that a test replaces. */
export interface AppOverrides {
  /** Replaces the database's clock. */
  readonly now?: () => Date
  /** Replaces this machine's clock. */
  readonly machineNow?: () => Date
  readonly logger?: Logger
  /** An open and migrated database. The caller closes it. */
  readonly database?: Database
}

const minute = 60_000
/** The longest pause and the longest total time of an upload. */
const uploadPace = { idleMs: 30_000, totalMs: 10 * minute }

/** Creates all parts and connects them. No other module knows all parts. */
export async function createApp(
  config: Config,
  providers: readonly Provider[],
  overrides: AppOverrides = {},
): Promise<App> {
  const { machineNow = () => new Date(), logger = createLogger(config.logLevel) } = overrides
  const schema = publishedSchema(config)
  const limits = createQueryLimits(schema)
  checkTrustedDocuments(config.trustedDocuments, schema, limits)
  // The functions that stop started parts, in the order of the starts.
  const ending: (() => Promise<void> | void)[] = []
  async function end(): Promise<void> {
    for (const step of ending.splice(0).reverse()) await step()
  }

  try {
    // First, so that a port in use is reported at once.
    const port = await reservePort(config.host, config.port)
    const opened =
      overrides.database ??
      (await openDatabase(config.databaseUrl, config.dataDir, {
        onError: error =>
          logger.warn({ err: error }, 'the connection that listens for database notifications was lost'),
      }))
    if (!overrides.database) ending.push(() => opened.stop())
    const reserve = opened.lane('reserve')
    const metrics = createMetrics()
    const clock = watchClock({ database: reserve, machineNow, metrics, logger })
    await clock.start()
    ending.push(() => clock.stop())
    const usualNow = overrides.now ?? clock.now
    const usualRead = overrides.now ? async () => usualNow() : clock.read
    if (!config.anonymous) await refuseMovedClock(reserve)
    const sandboxTime = config.anonymous
      ? await createSandboxTime({
          database: reserve,
          now: usualNow,
          read: usualRead,
          onError: error => logger.warn({ err: error }, 'the clock of the sandbox could not be read'),
        })
      : null
    if (sandboxTime) ending.push(() => sandboxTime.stop())
    const { now, read: readTime } = sandboxTime ?? { now: usualNow, read: usualRead }
    const secrets = config.secretKeys ?? [await readOrMakeSecret(config.dataDir)]
    const blobs = await openBlobStore(config.blobs, config.awsCredentials, config.dataDir)
    ending.push(() => blobs.stop())

    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    const publicUrl = config.publicUrl ?? `http://${config.sandboxHosts[0] ?? host}:${port}`
    const correlation = createCorrelation()

    const { registry, simulators } = await connectProviders(
      {
        config,
        providers,
        publicUrl,
        database: opened.lane('work'),
        correlation,
        metrics,
        logger,
        now,
        simulatorClock: sandboxTime,
      },
      step => ending.push(step),
    )

    const bus = createEventBus(opened)
    await bus.start()
    ending.push(() => bus.stop())
    const secretBox = createSecretBox(secrets)
    const changing = { bus, secretBox, now, during: sandboxTime?.during }
    const database = withChanges(opened, changing)
    const work = withChanges(opened.lane('work'), changing)
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

    const accessTokens = createAccessTokens(secrets, now)
    const uploadSigner = createSigner(secrets, 'upload')
    const returnSigner = createSigner(secrets, 'bank-return')
    const readings = createReadingWatch(opened)
    await readings.start()
    ending.push(() => readings.stop())
    const linksOf = (purpose: string) =>
      createFileLinks({
        signer: createSigner(secrets, purpose),
        publicUrl,
        now,
        expiresSeconds: config.uploadExpiresSeconds,
      })
    const reports = createReportFiles({ database, providers: registry, links: linksOf('report') })
    const documentFiles = createDocumentFiles({
      database,
      openDocument: createOpenDocument(database, blobs),
      links: linksOf('document'),
    })
    const services = createServices({
      config,
      database,
      blobs,
      events,
      callers,
      providers: registry,
      reports,
      documentFiles,
      banks,
      secretBox,
      accessTokens,
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
      sandboxHosts: config.sandboxHosts,
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
    const sandbox = sandboxTime && createAppSandbox({ time: sandboxTime, simulators, registry, config })
    const server = await createServer({
      compile: createRowPlanCompiler(schema),
      host: config.host,
      port,
      schema,
      createSchema: () => createSchema(config),
      limits,
      callers,
      createContext: request => createContext(services, request),
      formatError,
      authenticate: createAuthenticator({
        apiKeys: createApiKeyVerifier(config.apiKeys),
        accessTokens,
        jwt: config.jwt ? createJwtVerifier(config.jwt, now) : undefined,
        findApplicantId: (tenant, named) => findApplicantId(database, wholeTenant(tenant), named),
        anonymous: config.anonymous ? { tenant: sandboxTenant } : null,
      }),
      whenErased: createWhenErased(
        events,
        async reach => (await findApplicantId(database, reach, reach.boundTo ?? '')) !== null,
      ),
      origins,
      callbacks: createCallbackPolicy(config.allowedCallbacks),
      trustedDocuments: config.trustedDocuments,
      routes: [
        scope => registerUploadRoute(scope, { receive, pace: uploadPace }),
        scope => registerWebhookRoute(scope, takeWebhook),
        scope => registerFileRoute(scope, [reports, documentFiles]),
        scope => registerCallbackRoute(scope, { receiveReturn, receiveShipmentNotice }),
        ...(sandbox ? [(scope: FastifyInstance) => registerSandboxRoute(scope, sandbox)] : []),
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
    const tasks = housekeeping({ database: work, blobs, logger, readTime, eventRetentionDays })
    const maintenance = createMaintenance(tasks, logger)

    return {
      async start() {
        // In parallel, because one after the other may take longer than a process has time to stop. Running calls to
        // providers may finish for a while and new ones are refused, so every look ends and schedules the next one.
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
