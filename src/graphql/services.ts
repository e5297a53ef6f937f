import type { SecretBox } from '../auth/secret-box.ts'
import type { Signer } from '../auth/signer.ts'
import type { BankLoginCommands, LiveBankLogins } from '../domain/bank-login-commands.ts'
import type { AnalysisCommands, ConsentCommands, DocumentUploads, Erasures, Intake } from '../domain/commands.ts'
import type { ShipmentCommands } from '../domain/shipment-commands.ts'
import type { EventLog } from '../events/event-log.ts'
import type { BankLists } from '../loaders/bank-lists.ts'
import type { CompanySearches } from '../loaders/company-searches.ts'
import type { Logos } from '../loaders/logos.ts'
import type { PaymentPartners } from '../loaders/payment-partners.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { ReportFiles } from '../reports/create-report-files.ts'
import type { Database } from '../store/database.ts'

/**
 * What resolvers act through. Commands answer the id of what they made or changed; what a caller did wrong is thrown as
 * an AppError, whose `field` is the path below `input`.
 */
export interface Services {
  readonly database: Database
  readonly now: () => Date
  readonly providers: ProviderRegistry
  readonly events: EventLog
  readonly banks: BankLists
  /** Signs the cursors of lists. */
  readonly cursors: Signer
  /** Opens what is kept encrypted. */
  readonly secretBox: Pick<SecretBox, 'open'>
  readonly reports: Pick<ReportFiles, 'link'>
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
