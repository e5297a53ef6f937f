import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { AppError } from '../../src/errors.ts'
import type { AnalysisDriver, ConsentDriver, Progress, ReportBody } from '../../src/providers/analysis-driver.ts'
import type { BankFinding } from '../../src/providers/bank-catalogue.ts'
import type { Findings } from '../../src/providers/findings.ts'
import type {
  ConfiguredProvider,
  Environment,
  Provider,
  ProviderClient,
  WebhookReceiver,
} from '../../src/providers/provider.ts'

export type MemoryProvider = ReturnType<typeof createMemoryProvider>

export interface MemoryProviderOptions {
  /** Whether the vendor has the capability erase. */
  readonly erases?: boolean
  /** Whether it has the capabilities banks and registerWebhook. */
  readonly lists?: boolean
  /** Further capabilities. */
  readonly client?: Omit<ProviderClient, 'products'>
  /** Its variables. Without any it is always on. */
  readonly variables?: Provider['variables']
  /** Its findings for every document. */
  readonly findings?: (reference: string, documentId: string | null) => Findings
}

const noticeSchema = z.object({ id: z.string(), references: z.array(z.string()) })
const hourMs = 3_600_000
const ready: Progress = { kind: 'ready', outcome: 'COMPLETED', providerStage: null, documents: [] }
const checkpointSchema = z.object({ reference: z.string() })

/** A vendor in memory that a test can delay and inspect. */
export function createMemoryProvider(
  id: string,
  { erases = false, lists = false, client = {}, variables = {}, findings = () => ({}) }: MemoryProviderOptions = {},
) {
  /** The bytes of documents by reference. */
  const kept = new Map<string, Buffer[]>()
  let given = 0
  const vendor = {
    kept,
    /** Hooks that a test may delay or make fail. */
    beforeKeeping: async (_signal?: AbortSignal) => {},
    afterKeeping: async () => {},
    whileCollecting: async () => {},
    beforeErasing: async () => {},
    /** Its banks. */
    listBanks: async (_signal: AbortSignal): Promise<readonly BankFinding[]> => [{ name: 'testbank' }],
    /** The registered webhook addresses by account. */
    webhookAddresses: new Map<string, string>(),
    beforeRegistering: async (_account: string) => {},
    /** The answer to checks. */
    progress: ready,
    openReport: async (_reference: string, _signal: AbortSignal): Promise<ReportBody> => {
      throw new AppError('RESULT_EXPIRED', 'There is no report.')
    },
  }

  const driver: AnalysisDriver = {
    accepts: { mediaTypes: ['application/pdf'], maxBytes: 10_000_000, maxDocuments: 20 },
    options: ['password'],
    deadlineMs: 24 * hourMs,
    polling: { firstMs: 5_000, maxMs: 60_000 },
    async submit(job) {
      await vendor.beforeKeeping(job.signal)
      const reference = `${id}-${++given}`
      const documents = await Promise.all(job.documents.map(async document => buffer(await document.open())))
      kept.set(reference, documents)
      await vendor.afterKeeping()
      return {
        kind: 'submitted',
        checkpoint: { reference, first: job.documents[0]?.document.id ?? null },
        references: [reference],
        providerReference: reference,
      }
    },
    check: async () => vendor.progress,
    openReport: (reference, signal) => vendor.openReport(reference, signal),
    async *collect(job, checkpoint) {
      const { reference } = checkpointSchema.parse(checkpoint)
      const found = findings(reference, job.documents[0]?.id ?? null)
      yield { statements: found.statements }
      await vendor.whileCollecting()
      const { transactions, assessments, decision, reports } = found
      yield { transactions, assessments, decision, reports }
    },
  }

  const consents: ConsentDriver = {
    deadlineMs: 2_000 * hourMs,
    // No customer uses the invitation, so no early check is needed.
    polling: { firstMs: 1_000 * hourMs, maxMs: 1_000 * hourMs },
    async submit(job) {
      const reference = `${id}-${++given}`
      kept.set(reference, [Buffer.from(JSON.stringify(job.customer))])
      const url = `https://vendor.example/join/${encodeURIComponent(job.customer.name)}`
      const action = { type: 'OPEN_URL', documentIds: [], url, expiresAt: null } as const
      return { kind: 'action-required', checkpoint: { reference }, action, references: [reference] }
    },
    check: async () => ({
      kind: 'action-required',
      action: { type: 'OPEN_URL', documentIds: [], url: null, expiresAt: null },
      providerStage: null,
    }),
    async *collect() {},
  }

  async function erase(references: readonly string[]): Promise<void> {
    await vendor.beforeErasing()
    for (const reference of references) kept.delete(reference)
  }

  const webhook: WebhookReceiver = {
    verify: ({ headers }) => headers.signature === 'good',
    parse({ body }) {
      const { id: eventId, references } = noticeSchema.parse(JSON.parse(body.toString()))
      return { eventId, eventType: 'test', ours: true, references }
    },
  }
  const names = Object.keys(variables)
  const settings: z.ZodType<ConfiguredProvider, Environment> = z
    .record(z.string(), z.string().optional())
    .transform(given => {
      const [credential, token] = names.map(name => given[name])
      const accountKey = credential ?? `account-of-${id}`
      const ofLists: Partial<ProviderClient> = {
        banks: { list: signal => vendor.listBanks(signal) },
        async registerWebhook(url) {
          await vendor.beforeRegistering(accountKey)
          vendor.webhookAddresses.set(accountKey, url.href)
        },
      }
      return {
        baseUrl: 'http://127.0.0.1:9',
        account:
          names.length > 0 && credential === undefined
            ? null
            : {
                names: [],
                secret: accountKey,
                connect: () => ({
                  products: { STATEMENT_EXTRACTION: driver },
                  consents,
                  ...(erases && { erase }),
                  ...(lists && ofLists),
                  ...client,
                }),
              },
        webhook: names.length > 0 && token === undefined ? null : { ...webhook, token },
      }
    })
  const provider: Provider = {
    id,
    name: id,
    products: ['STATEMENT_EXTRACTION'],
    variables,
    settings,
    budgets: {},
    createSimulator() {
      throw new AppError('CAPABILITY_UNSUPPORTED', 'This vendor has no simulator.')
    },
  }
  return Object.assign(vendor, { provider })
}
