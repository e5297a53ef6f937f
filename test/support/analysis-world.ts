import { Readable } from 'node:stream'
import pino from 'pino'
import { advanceAnalysis } from '../../src/analysis/advance-analysis.ts'
import { createCheckTogether } from '../../src/analysis/check-together.ts'
import { createAnalysisCommands } from '../../src/analysis/create-analysis-commands.ts'
import { createConsentCommands } from '../../src/analysis/create-consent-commands.ts'
import type { AnalysisJob, Jobs } from '../../src/analysis/jobs.ts'
import { receiveWebhook } from '../../src/analysis/receive-webhook.ts'
import { sweepAnalyses } from '../../src/analysis/sweep-analyses.ts'
import type { WorkerDeps } from '../../src/analysis/worker-deps.ts'
import { createRedirectPolicy } from '../../src/auth/redirect-policy.ts'
import { createSecretBox } from '../../src/auth/secret-box.ts'
import type { ActivityEvent } from '../../src/domain/activity-event.ts'
import { createId } from '../../src/domain/ids.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { createAppendEvents } from '../../src/events/append-events.ts'
import { createEventBus } from '../../src/events/bus.ts'
import { createIntake } from '../../src/intake/create-intake.ts'
import type { AnalysisDriver, ConsentDriver } from '../../src/providers/analysis-driver.ts'
import type { ProviderClient, WebhookReceiver } from '../../src/providers/provider.ts'
import type { DataProvider, ProviderRegistry } from '../../src/providers/registry.ts'
import type { Database } from '../../src/store/database.ts'
import { readEvents } from '../../src/store/event-rows.ts'
import { sql } from '../../src/store/sql.ts'

export const testProvider = 'test-provider'

interface PlannedJob {
  readonly job: AnalysisJob
  readonly at: number
}

/** The life of analyses with a driver of the test's own, a clock that moves only when told, and a queue to look into. */
export function createAnalysisWorld(
  database: Database,
  driver: AnalysisDriver,
  tenantName: string,
  consentDriver?: ConsentDriver,
) {
  const tenant = parseTenantId(tenantName)
  let time = Date.parse('2026-03-01T12:00:00Z')
  const now = () => new Date(time)
  let planned: PlannedJob[] = []
  const context = { tenant, correlationId: 'corr-test' }

  const jobs: Pick<Jobs, 'send' | 'sendAgain'> = {
    async send(_queries, job, at) {
      planned.push({ job, at: at?.getTime() ?? time })
    },
    async sendAgain(_queries, job) {
      planned.push({ job, at: time })
    },
  }
  const provider: DataProvider = {
    id: testProvider,
    name: 'Test',
    products: ['STATEMENT_EXTRACTION'],
    capabilities: [],
    simulated: true,
    enabled: true,
    healthKey: 'vendor/account',
  }
  const client: ProviderClient = {
    products: { STATEMENT_EXTRACTION: driver },
    ...(consentDriver && { consents: consentDriver }),
  }
  const receiver: WebhookReceiver = {
    verify: ({ headers }) => headers.signature === 'good',
    parse: ({ body }) => {
      const [eventId = '', ...references] = body.toString().split(' ')
      return { eventId, eventType: 'test', ours: !eventId.startsWith('foreign'), references }
    },
  }
  const providers: ProviderRegistry = {
    list: () => [provider],
    find: (_tenant, id) => (id === testProvider ? provider : null),
    client: () => client,
    // Each world is a customer of its own at the vendor.
    accountKey: of => `account of ${of}`,
    webhookReceivers: id => (id === testProvider ? [{ accountKey: `account of ${tenant}`, receiver }] : null),
    order: () => [testProvider],
    stop: async () => {},
  }
  const appendEvents = createAppendEvents(createEventBus(database), now)
  const secretBox = createSecretBox(['a-secret-of-at-least-32-characters'])
  const logger = pino({ level: 'silent' })
  const deps: WorkerDeps = {
    database,
    appendEvents,
    providers,
    jobs,
    check: createCheckTogether(),
    openDocument: async () => Readable.from(['%PDF-']),
    secretBox,
    now,
    random: () => 0.5,
    pollSpeedup: 1,
    logger,
  }
  const intake = createIntake({ database, appendEvents, now })
  const commands = createAnalysisCommands({ database, appendEvents, providers, jobs, secretBox, now })

  const redirects = createRedirectPolicy({
    allowedRedirects: ['https://app.example.com/back'],
    tenants: new Map(),
    anonymous: false,
  })
  const consents = createConsentCommands({ database, appendEvents, providers, jobs, secretBox, redirects, now })

  return {
    tenant,
    context,
    deps,
    intake,
    commands,
    consents,
    openCase: openTestCase,
    now,
    planned: () => planned,
    forgetJobs: () => {
      planned = []
    },
    pass(ms: number) {
      time += ms
    },
    /** A stored document in a case of a new applicant. */
    async addDocument(caseId?: string) {
      const of = caseId ?? (await openTestCase())
      const id = createId('document')
      await database.rows(sql`
        insert into documents (tenant_id, id, case_id, applicant_id, file_name, kind, media_type, byte_size, sha256,
          status, created_at, stored_at, upload_until)
        select tenant_id, ${id}, id, applicant_id, 'statement.pdf', 'BANK_STATEMENT', 'application/pdf', 5, ${`digest-${id}`},
          'STORED', ${now()}, ${now()}, ${now()} from cases where tenant_id = ${tenant} and id = ${of}`)
      return { caseId: of, documentId: id }
    },
    async start(caseId: string, documentId: string, more: { password?: string; idempotencyKey?: string } = {}) {
      const { password, idempotencyKey } = more
      const product = 'STATEMENT_EXTRACTION' as const
      return commands.start(context, { caseId, product, documents: [{ documentId, password }], idempotencyKey })
    },
    advance: (analysisId: string, via: AnalysisJob['via'] = 'POLL') =>
      advanceAnalysis(deps, { ...context, analysisId, via }),
    /** Does what is due, moving the clock to what is not, until nothing is planned or so many jobs are done. */
    async runJobs(most = 100) {
      for (let done = 0; done < most && planned.length > 0; done++) {
        planned.sort((a, b) => a.at - b.at)
        const [next, ...rest] = planned
        if (!next) return
        planned = rest
        time = Math.max(time, next.at)
        await advanceAnalysis(deps, next.job)
      }
    },
    webhook: (body: string, signature = 'good') =>
      receiveWebhook(
        { database, providers, jobs, now, logger },
        testProvider,
        { headers: { signature }, body: Buffer.from(body), token: null },
        'corr-webhook',
      ),
    sweep: () => sweepAnalyses(database, jobs, now()),
    events: (analysisId: string): Promise<ActivityEvent[]> => readEvents(database, tenant, { analysisId }, 0, 1_000),
    /** Lets the lease of a worker that was killed run out. */
    async expireLeases() {
      await database.rows(sql`
        update analyses set lease_until = clock_timestamp() - interval '1 second'
        where tenant_id = ${tenant} and lease_owner is not null`)
    },
  }

  async function openTestCase(): Promise<string> {
    const applicantId = await intake.createApplicant(context, { kind: 'PERSON' })
    return intake.openCase(context, { applicantId })
  }
}

export type AnalysisWorld = ReturnType<typeof createAnalysisWorld>
