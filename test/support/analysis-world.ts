import { Readable } from 'node:stream'
import pino from 'pino'
import { createCheckTogether } from '../../src/analysis/check-together.ts'
import { createAbandonedRunHandler } from '../../src/analysis/create-abandoned-run-handler.ts'
import { createAnalysisCommands } from '../../src/analysis/create-analysis-commands.ts'
import { createAnalysisHandler } from '../../src/analysis/create-analysis-handler.ts'
import { createConsentCommands } from '../../src/analysis/create-consent-commands.ts'
import { receiveWebhook } from '../../src/analysis/receive-webhook.ts'
import type { WorkerDeps } from '../../src/analysis/worker-deps.ts'
import { createRedirectPolicy } from '../../src/auth/redirect-policy.ts'
import type { ActivityEvent, EventSource } from '../../src/domain/activity-event.ts'
import type { AnalysisDocumentInput, StartAnalysis } from '../../src/domain/commands.ts'
import { createId } from '../../src/domain/ids.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { analysisSubject } from '../../src/domain/subject.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { AppError } from '../../src/errors.ts'
import { createIntake } from '../../src/intake/create-intake.ts'
import type { AnalysisDriver } from '../../src/providers/analysis-driver.ts'
import { boundClient, boundReceiver } from '../../src/providers/bound-client.ts'
import { findOffer, requireOffer } from '../../src/providers/capability.ts'
import type { ProviderClient, WebhookReceiver } from '../../src/providers/provider.ts'
import type { ProviderRegistry } from '../../src/providers/registry.ts'
import type { Database } from '../../src/store/database.ts'
import { readEvents } from '../../src/store/event-rows.ts'
import { sql } from '../../src/store/sql.ts'
import type { Handler } from '../../src/work/handler.ts'
import { addChanges, testSecretBox } from './add-changes.ts'
import { lookAtDueWork } from './look-at-due-work.ts'
import { neverAborted } from './never-aborted.ts'
import { WorkerKilled } from './scripted-driver.ts'

export const testProvider = 'test-provider'

/** The time and cause of the next look at an open analysis. */
export interface PlannedLook {
  readonly id: string
  readonly at: Date
  readonly via: EventSource
}

type AnalysisDocumentOptions = Pick<AnalysisDocumentInput, 'password' | 'bankName'>

export interface WorldOptions {
  /** The capabilities of the test provider besides its product. */
  readonly client?: Omit<ProviderClient, 'products'>
  /** Further providers by id, in their order after the test provider. */
  readonly others?: Readonly<Record<string, ProviderClient>>
}

/**
 * Analyses with the test's driver, a manual clock and workers that look when the test says so. If a database has
 * several worlds, only the work of the newest one is done.
 */
export function createAnalysisWorld(
  plain: Database,
  driver: AnalysisDriver,
  tenantName: string,
  { client: more = {}, others = {} }: WorldOptions = {},
) {
  const tenant = parseTenantId(tenantName)
  let time = Date.parse('2026-03-01T12:00:00Z')
  const now = () => new Date(time)
  const context = { ...wholeTenant(tenant), correlationId: 'corr-test' }
  const database = addChanges(plain, now)
  const secretBox = testSecretBox

  const client = boundClient({ ...more, products: { STATEMENT_EXTRACTION: driver } })
  const receiver: WebhookReceiver = {
    verify: ({ headers }) => headers.signature === 'good',
    parse: ({ body }) => {
      const [eventId = '', ...references] = body.toString().split(' ')
      return { eventId, eventType: 'test', ours: !eventId.startsWith('foreign'), references }
    },
  }
  /** The enabled providers in their order. */
  const clients = new Map<string, ProviderClient>([
    [testProvider, client],
    ...Object.entries(others).map(([id, of]) => [id, boundClient(of)] as const),
  ])
  const providers: Pick<ProviderRegistry, 'client' | 'accountKey' | 'accounts' | 'order'> = {
    client(_tenant, id) {
      const found = clients.get(id)
      if (found) return found
      throw new AppError('PROVIDER_NOT_CONFIGURED', 'There is no such provider.', { field: ['provider'] })
    },
    // Each world has its own account at the vendor.
    accountKey: of => `account of ${of}`,
    accounts(id) {
      const found = clients.get(id)
      const account = {
        accountKey: `account of ${tenant}`,
        tenants: [],
        enabled: true,
        webhook: boundReceiver(receiver),
      }
      return found ? [{ ...account, client: found }] : null
    },
    order: (_tenant, wanted) => [...clients].filter(([, of]) => findOffer(of, wanted)).map(([id]) => id),
  }
  const logger = pino({ level: 'silent' })
  const deps: WorkerDeps = {
    database,
    providers,
    check: createCheckTogether(),
    openDocument: async () => Readable.from(['%PDF-']),
    async readBanks(of, id) {
      const { list } = requireOffer(providers, of, { providerId: id, wanted: 'banks' })
      return (await list(neverAborted)).map(bank => ({
        fullName: null,
        bic: null,
        bankCode: null,
        logo: null,
        ...bank,
      }))
    },
    secretBox,
    now,
    random: () => 0.5,
    pollSpeedup: 1,
    logger,
  }
  const handlers = new Map<string, Handler<unknown>>([
    ['analysis', mortal(createAnalysisHandler(deps))],
    ['abandoned-run', mortal(createAbandonedRunHandler(deps))],
  ])
  const intake = createIntake({ database })
  const commands = createAnalysisCommands({ database, providers, secretBox })
  const redirects = createRedirectPolicy({
    allowedRedirects: ['https://app.example.com/back'],
    tenants: new Map(),
    anonymous: false,
  })
  const consents = createConsentCommands({ database, providers, secretBox, redirects })

  /** Claims and looks at due analyses, at most `most`. @returns the number of looks */
  const look = (most: number) => lookAtDueWork(database, deps, { tenant, handlers, most })

  const planned = (): Promise<PlannedLook[]> =>
    database.rows<PlannedLook>(sql`
      select id, due_at as at, coalesce(hinted_via, via) as via from work where tenant_id = ${tenant} order by due_at, id`)

  return {
    tenant,
    context,
    deps,
    intake,
    commands,
    consents,
    openCase: openTestCase,
    now,
    planned,
    look,
    pass(ms: number) {
      time += ms
    },
    /** Adds a stored document, by default to a case of a new applicant. */
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
    async start(
      caseId: string,
      documentId: string,
      { password, bankName, ...more }: AnalysisDocumentOptions & Partial<StartAnalysis> = {},
    ) {
      const documents = [{ documentId, password, bankName }]
      return commands.start(context, { caseId, product: 'STATEMENT_EXTRACTION', documents, ...more })
    },
    /** Hints that an analysis may have changed, and looks at due analyses. */
    async hint(analysisId: string, via: EventSource = 'WEBHOOK') {
      await database.change(context, via, async change => change.hint(analysisSubject(analysisId)))
      await look(100)
    },
    /**
     * Looks at analyses one after the other, advancing the clock to the next due one, until none is open or after
     * `most` looks.
     */
    async run(most = 100) {
      for (let done = 0; done < most; done++) {
        const [next] = await planned()
        if (!next) return
        time = Math.max(time, next.at.getTime())
        // The due analysis may be claimed by a killed worker.
        if ((await look(1)) === 0) return
      }
    },
    webhook: (body: string, signature = 'good', providerId = testProvider) =>
      receiveWebhook(
        { database, providers, now, logger },
        providerId,
        { headers: { signature }, body: Buffer.from(body), token: null },
        'corr-webhook',
      ),
    events: (analysisId: string): Promise<ActivityEvent[]> =>
      readEvents(database, wholeTenant(tenant), { analysisId }, { after: 0, limit: 1_000 }),
    /** Expires the claims of killed workers. */
    async expireClaims() {
      await database.rows(sql`
        update work set claimed_until = clock_timestamp() - interval '1 second'
        where tenant_id = ${tenant} and claim_owner is not null`)
    },
    /** Gives all claims to another worker. */
    async passClaimsOn(owner: string) {
      await database.rows(sql`
        update work set claim_owner = ${owner}, claimed_until = clock_timestamp() + interval '1 minute'
        where tenant_id = ${tenant}`)
    },
    /** The row of an analysis' work; undefined once it has ended. */
    async work(analysisId: string) {
      const [row] = await database.rows(sql`select * from work where tenant_id = ${tenant} and id = ${analysisId}`)
      return row
    },
  }

  /** A killed worker logs nothing and releases no claims. */
  function mortal<State>(handler: Handler<State>): Handler<State> {
    return {
      ...handler,
      async fail(claim, failed) {
        if (failed.error.cause instanceof WorkerKilled) throw failed.error.cause
        await handler.fail(claim, failed)
      },
    }
  }

  async function openTestCase(): Promise<string> {
    const applicantId = await intake.createApplicant(context, { kind: 'PERSON' })
    return intake.openCase(context, { applicantId })
  }
}

export type AnalysisWorld = ReturnType<typeof createAnalysisWorld>
