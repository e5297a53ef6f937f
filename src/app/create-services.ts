import type { Logger } from 'pino'
import { withBankNames } from '../analysis/check-bank-names.ts'
import { createAnalysisCommands } from '../analysis/create-analysis-commands.ts'
import { createConsentCommands } from '../analysis/create-consent-commands.ts'
import type { AccessTokens } from '../auth/access-tokens.ts'
import { createAccessTokenCommands } from '../auth/create-access-token-commands.ts'
import { createRedirectPolicy } from '../auth/redirect-policy.ts'
import type { SecretBox } from '../auth/secret-box.ts'
import type { Signer } from '../auth/signer.ts'
import type { ReadingWatch } from '../bank-logins/reading-watch.ts'
import type { CallerBudgets } from '../callers/caller-budgets.ts'
import { readAllowedRedirects } from '../config/allowed-redirects.ts'
import type { Config } from '../config.ts'
import type { BlobStore } from '../documents/blob-store.ts'
import type { DocumentFiles } from '../documents/create-document-files.ts'
import { createDocumentUploads } from '../documents/create-upload.ts'
import { createErasures } from '../erasure/create-erasures.ts'
import type { ChangingDatabase } from '../events/change.ts'
import type { EventLog } from '../events/event-log.ts'
import type { Services } from '../graphql/services.ts'
import { createIntake } from '../intake/create-intake.ts'
import { type BankLists, banksReader } from '../loaders/bank-lists.ts'
import { createCompanySearches } from '../loaders/company-searches.ts'
import { createLogos } from '../loaders/logos.ts'
import { createPaymentPartners } from '../loaders/payment-partners.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { ReportFiles } from '../reports/create-report-files.ts'
import { createShipmentCommands } from '../shipments/create-shipment-commands.ts'
import { readApplicants } from '../store/applicants.ts'
import { readProviderHealth } from '../store/provider-health.ts'
import { createBankServices } from './create-bank-services.ts'

export interface ServiceOptions {
  readonly config: Config
  readonly database: ChangingDatabase
  readonly blobs: BlobStore
  readonly events: EventLog
  readonly callers: CallerBudgets
  readonly providers: ProviderRegistry
  readonly reports: ReportFiles
  readonly documentFiles: DocumentFiles
  readonly banks: BankLists
  readonly secretBox: SecretBox
  readonly accessTokens: AccessTokens
  readonly uploadSigner: Signer
  readonly cursors: Signer
  readonly returnSigner: Signer
  readonly readings: ReadingWatch
  readonly publicUrl: string
  readonly logger: Logger
  readonly now: () => Date
}

/** Creates the services that resolvers call. */
export function createServices(parts: ServiceOptions): Services {
  const { config, uploadSigner, database, now, providers, events, cursors, secretBox, reports, documentFiles, banks } =
    parts
  const redirects = redirectsOf(config)
  return {
    database: database.reads,
    now,
    providers,
    readProviderHealth: accounts => readProviderHealth(database, accounts),
    events,
    cursors,
    secretBox,
    accessTokens: createAccessTokenCommands({
      ...parts,
      hasApplicant: async (reach, id) => (await readApplicants(database, reach, [id])).length > 0,
    }),
    reports,
    documentFiles,
    banks,
    companies: createCompanySearches(parts),
    logos: createLogos(parts),
    paymentPartners: createPaymentPartners(parts),
    intake: createIntake(parts),
    ...createBankServices(parts, redirects),
    erasures: createErasures(parts),
    uploads: createDocumentUploads({
      ...parts,
      signer: uploadSigner,
      maxBytes: config.uploadMaxBytes,
      expiresSeconds: config.uploadExpiresSeconds,
    }),
    ...limitAnalyses(parts.callers, {
      analyses: withBankNames(createAnalysisCommands(parts), { database, providers, readBanks: banksReader(banks) }),
      consents: createConsentCommands({ ...parts, redirects }),
      shipments: createShipmentCommands(parts),
    }),
  }
}

/** Counts analyses, consent requests and shipments against the tenant's limit. */
function limitAnalyses(
  { takeAnalysis }: CallerBudgets,
  { analyses, consents, shipments }: Pick<Services, 'analyses' | 'consents' | 'shipments'>,
): Pick<Services, 'analyses' | 'consents' | 'shipments'> {
  return {
    analyses: {
      ...analyses,
      async start(context, input) {
        takeAnalysis(context)
        return analyses.start(context, input)
      },
      async retry(context, input) {
        takeAnalysis(context)
        return analyses.retry(context, input)
      },
    },
    consents: {
      async request(context, input) {
        takeAnalysis(context)
        return consents.request(context, input)
      },
    },
    shipments: {
      async send(context, channel, input) {
        takeAnalysis(context)
        return shipments.send(context, channel, input)
      },
    },
  }
}

function redirectsOf({ allowedRedirects, anonymous, tenants }: Config) {
  const own = [...tenants].flatMap(([tenant, { ALLOWED_REDIRECTS: list }]) =>
    list === undefined ? [] : [[tenant, readAllowedRedirects(list, [])] as const],
  )
  return createRedirectPolicy({ allowedRedirects, tenants: new Map(own), anonymous })
}
