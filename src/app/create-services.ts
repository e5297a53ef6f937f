import type { Logger } from 'pino'
import { withBankNames } from '../analysis/check-bank-names.ts'
import { createAnalysisCommands } from '../analysis/create-analysis-commands.ts'
import { createConsentCommands } from '../analysis/create-consent-commands.ts'
import type { AccessTokens } from '../auth/access-tokens.ts'
import { createAccessTokenCommands } from '../auth/create-access-token-commands.ts'
import { createRedirectPolicy } from '../auth/redirect-policy.ts'
import type { SecretBox } from '../auth/secret-box.ts'
import type { Signer } from '../auth/signer.ts'
import { createBankLoginCommands } from '../bank-logins/create-bank-login-commands.ts'
import { createLiveBankLogins } from '../bank-logins/live-bank-logins.ts'
import type { ReadingWatch } from '../bank-logins/reading-watch.ts'
import type { CallerBudgets } from '../callers/caller-budgets.ts'
import { readAllowedRedirects } from '../config/allowed-redirects.ts'
import type { Config } from '../config.ts'
import type { BlobStore } from '../documents/blob-store.ts'
import type { DocumentFiles } from '../documents/create-document-files.ts'
import { createDocumentUploads } from '../documents/create-upload.ts'
import type { RequestContext } from '../domain/request-context.ts'
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

interface ServiceOptions {
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
  const visits = { ...parts, redirects, anonymous: config.anonymous }
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
    liveBankLogins: createLiveBankLogins(visits),
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
      bankLogins: createBankLoginCommands(visits),
    }),
  }
}

type Counted = Pick<Services, 'analyses' | 'consents' | 'shipments' | 'bankLogins'>

/** Counts analyses, consent requests, shipments, bank sessions and imports against the tenant's limit of analyses. */
function limitAnalyses(
  { takeAnalysis }: CallerBudgets,
  { analyses, consents, shipments, bankLogins }: Counted,
): Counted {
  const counted =
    <Input extends unknown[], Result>(command: (context: RequestContext, ...input: Input) => Promise<Result>) =>
    async (context: RequestContext, ...input: Input): Promise<Result> => {
      takeAnalysis(context)
      return command(context, ...input)
    }
  return {
    analyses: { ...analyses, start: counted(analyses.start), retry: counted(analyses.retry) },
    consents: { request: counted(consents.request) },
    shipments: { send: counted(shipments.send) },
    bankLogins: {
      ...bankLogins,
      connect: counted(bankLogins.connect),
      manage: counted(bankLogins.manage),
      synchronize: counted(bankLogins.synchronize),
      importLogins: counted(bankLogins.importLogins),
    },
  }
}

function redirectsOf({ allowedRedirects, anonymous, tenants }: Config) {
  const own = [...tenants].flatMap(([tenant, { ALLOWED_REDIRECTS: list }]) =>
    list === undefined ? [] : [[tenant, readAllowedRedirects(list, [])] as const],
  )
  return createRedirectPolicy({ allowedRedirects, tenants: new Map(own), anonymous })
}
