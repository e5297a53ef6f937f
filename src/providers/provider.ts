import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Environment } from '../connector/read-settings.ts'
import type { AnalysisProduct } from '../domain/analysis.ts'
import type { BudgetRules, ProviderHttp } from '../http/provider-http.ts'
import type { Clock } from '../simulation/clock.ts'
import type { SetCondition } from '../simulation/condition.ts'
import type { SimulatedOutcomes } from '../simulation/outcomes.ts'
import type { AnalysisDriver, ConsentDriver } from './analysis-driver.ts'
import type { BankCatalogue } from './bank-catalogue.ts'
import type { BankLoginDriver } from './bank-login-driver.ts'
import type { CompanyDirectory, LogoDirectory } from './company-directory.ts'
import type { PaymentPartnerSource } from './payment-partner-source.ts'
import type { ShipmentDriver } from './shipment-driver.ts'

export type { Environment }

/** A vendor that Assay integrates. Everything about it is in its folder; `index.ts` registers it with one line. */
export interface Provider {
  /** Also the prefix of its variables (in capitals, `-` as `_`) and the last part of its webhook's path. */
  readonly id: string
  readonly name: string
  /** The products that it offers when it is configured. */
  readonly products: readonly AnalysisProduct[]
  /**
   * All variables of the provider; `<ID>_LIMITS` and `<ID>_MAX_PARALLEL` come with every provider. Those marked
   * `credential` switch the provider on.
   */
  readonly variables: Readonly<Record<string, { readonly credential: boolean }>>
  /** Parses its variables. Without them the provider is off, which is not a fault. */
  readonly settings: z.ZodType<ConfiguredProvider, Environment>
  /**
   * Calls allowed in a span of time, as the vendor documents them, by name; `default` covers every call that names none. Empty
   * where it documents none. `<ID>_LIMITS` sets what an account has bought.
   */
  readonly budgets: BudgetRules
  /** A server that behaves as the vendor's documentation says. */
  createSimulator(options: SimulatorOptions): Simulator
}

/** A provider with one set of settings: the deployment's own, or a tenant's. */
export interface ConfiguredProvider {
  readonly baseUrl: string
  /** null when there are no credentials: the provider is then off. */
  readonly account: VendorAccount | null
  /** null when the vendor has no webhook, or when nothing is configured to verify it. */
  readonly webhook: WebhookReceiver | null
}

/** A set of credentials at the vendor. Equal accounts share budgets and tokens. */
export interface VendorAccount {
  /** Everything but the secret by which two accounts at the same address differ. */
  readonly names: readonly string[]
  readonly secret: string
  connect(deps: ProviderDeps): ProviderClient
}

export interface ProviderDeps {
  /** Calls to `baseUrl`, with time-outs, budgets and circuit breaker. */
  readonly http: ProviderHttp
  readonly now: () => Date
  readonly logger: Logger
  /** Divides every wait that is ours to choose, never one that the vendor told us. */
  readonly pollSpeedup: number
}

/**
 * What a configured provider can do. An absent member is a capability that the vendor lacks: nothing is stubbed. The names of the
 * members are what `DataProvider.capabilities` lists. Every method gets a signal. When it is aborted, the method fails
 * with an `AppError` at once.
 */
export interface ProviderClient {
  readonly products: Readonly<Partial<Record<AnalysisProduct, AnalysisDriver>>>
  /** Invites customers to hand their statements to the vendor themselves. */
  readonly consents?: ConsentDriver
  /** The banks that the vendor knows. */
  readonly banks?: BankCatalogue
  /** Connects customers' accounts at banks and reads them. */
  readonly bankLogins?: BankLoginDriver
  /** A directory of companies. */
  readonly companies?: CompanyDirectory
  /** Logos of companies and banks. */
  readonly logos?: LogoDirectory
  /** Finds a company's payment partners. */
  readonly paymentPartners?: PaymentPartnerSource
  /** Sends documents as letters and faxes. */
  readonly shipments?: ShipmentDriver
  /**
   * Sets the address for the webhooks of the account. May be repeated. Absent if the address is set in the vendor's dashboard.
   */
  registerWebhook?(url: URL, signal: AbortSignal): Promise<void>
  /**
   * Checks the account's credentials by one call that costs nothing and changes nothing. Absent where the vendor documents none.
   * @returns facts about the account from the answer
   * @throws AppError PROVIDER_UNAUTHORIZED when it refuses them; others when it did not answer
   */
  checkCredentials?(signal: AbortSignal): Promise<readonly AccountFact[]>
  /**
   * Permanently deletes what the vendor has under these ids of its own, with everything derived from it. An id that the vendor
   * does not know is not a fault. Absent where the vendor documents no deletion.
   */
  erase?(references: readonly string[], signal: AbortSignal): Promise<void>
}

/** A fact about a vendor account for an operator, such as its scopes. */
export interface AccountFact {
  readonly name: string
  readonly value: string
}

/** A webhook as it arrived. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
  /** The part of the path after the provider's id; null when there is none. */
  readonly token: string | null
}

export interface WebhookReceiver {
  /** Whether the raw bytes carry a valid signature, or came to the secret address. Constant time, never throws. */
  verify(request: WebhookRequest): boolean
  /** @throws AppError BAD_USER_INPUT when the verified body is not what the vendor documents. */
  parse(request: WebhookRequest): WebhookNotice
  /**
   * The last part of the webhook's path, if that authenticates the sender instead of a signature. The newest of several
   * tokens.
   */
  readonly token?: string
}

/** A verified webhook. It says only that something may have changed. */
export interface WebhookNotice {
  /** The vendor's id of the event; copies carry the same. */
  readonly eventId: string
  readonly eventType: string
  /** false when it belongs to another account than the configured one; it is then ignored. */
  readonly ours: boolean
  /** Vendor ids that something happened to. Empty for a test event. */
  readonly references: readonly string[]
}

export interface SimulatorOptions extends Partial<Clock> {
  /** 0 for any free port. */
  readonly port: number
  /** Divides processing delays, multiplies rate limits. */
  readonly speed: number
  readonly logger: Logger
  /** Where its webhooks are sent; null: no webhooks. */
  readonly webhookUrl: string | null
}

/** A server on loopback that answers as the vendor documents. */
export interface Simulator {
  /** Listens. @returns the variables with which the provider reaches it */
  start(): Promise<Environment>
  /** The outcomes that can be tried with it. A contract test tries each. */
  readonly outcomes: SimulatedOutcomes
  /** Sets the state of the vendor as a whole. */
  readonly setCondition: SetCondition
  stop(): Promise<void>
}
