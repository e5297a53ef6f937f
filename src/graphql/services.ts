import type { SecretBox } from '../auth/secret-box.ts'
import type { Signer } from '../auth/signer.ts'
import type { DocumentFiles } from '../documents/create-document-files.ts'
import type { BankLoginCommands, LiveBankLogins } from '../domain/bank-login-commands.ts'
import type {
  AccessTokenCommands,
  AnalysisCommands,
  ConsentCommands,
  DocumentUploads,
  Erasures,
  Intake,
} from '../domain/commands.ts'
import type { ShipmentCommands } from '../domain/shipment-commands.ts'
import type { EventLog } from '../events/event-log.ts'
import type { BankLists } from '../loaders/bank-lists.ts'
import type { CompanySearches } from '../loaders/company-searches.ts'
import type { Logos } from '../loaders/logos.ts'
import type { PaymentPartners } from '../loaders/payment-partners.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { ReportFiles } from '../reports/create-report-files.ts'
import type { ReachQueries } from '../store/database.ts'
import type { ProviderHealthRow } from '../store/provider-health.ts'

/**
 * The dependencies of resolvers. Commands return the id of what they created or changed; errors of the input are thrown
 * as an AppError, whose `field` is the path below `input`.
 */
export interface Services {
  /** Accepts only queries that are limited to a reach. */
  readonly database: ReachQueries
  readonly now: () => Date
  readonly providers: Pick<ProviderRegistry, 'list' | 'find'>
  /** How vendors have answered calls of these accounts lately. */
  readProviderHealth(accounts: readonly string[]): Promise<readonly ProviderHealthRow[]>
  readonly events: EventLog
  readonly banks: BankLists
  /** Signs the cursors of lists. */
  readonly cursors: Signer
  /** Opens sealed values. */
  readonly secretBox: Pick<SecretBox, 'open'>
  readonly accessTokens: AccessTokenCommands
  readonly reports: Pick<ReportFiles, 'link'>
  readonly documentFiles: Pick<DocumentFiles, 'link'>
  readonly intake: Intake
  readonly erasures: Erasures
  readonly uploads: DocumentUploads
  readonly analyses: AnalysisCommands
  readonly consents: ConsentCommands
  readonly bankLogins: BankLoginCommands
  readonly liveBankLogins: LiveBankLogins
  readonly shipments: ShipmentCommands
  readonly companies: CompanySearches
  readonly logos: Logos
  readonly paymentPartners: PaymentPartners
}

export type * from '../domain/bank-login-commands.ts'
export type * from '../domain/commands.ts'
