import { readSettings, type SettingsReader } from '../../connector/read-settings.ts'
import { parseCalendarDate } from '../../domain/calendar-date.ts'
import { type CurrencyCode, toCurrencyCode, unknownCurrency } from '../../domain/money.ts'

/** The vendor, by its id here and its name in messages. */
export const vendor = { id: 'bank-xray', name: 'Bank X-Ray' } as const

/** The vendor's web app shows both under the user's profile. */
export interface BankXrayCredentials {
  readonly userId: string
  readonly sessionToken: string
}

export interface BankXrayConfig {
  readonly baseUrl: string
  /** The date that names the version of the API. Sent with every call. */
  readonly apiVersion: string
  /** null when no credentials are set: the provider is then off. */
  readonly credentials: BankXrayCredentials | null
  /** The currency of every amount, because the vendor names none. */
  readonly currency: CurrencyCode
  /** The keys that a webhook may be signed with: several while one replaces another. */
  readonly webhookKeys: readonly string[]
  /** The last parts of the addresses at which unsigned webhooks are accepted. Used only without a key. */
  readonly webhookTokens: readonly string[]
}

export const bankXrayVariables = {
  BANK_XRAY_BASE_URL: { credential: false },
  BANK_XRAY_USER_ID: { credential: true },
  BANK_XRAY_SESSION_TOKEN: { credential: true },
  BANK_XRAY_API_VERSION: { credential: false },
  BANK_XRAY_CURRENCY: { credential: false },
  BANK_XRAY_WEBHOOK_KEY: { credential: false },
  BANK_XRAY_WEBHOOK_TOKEN: { credential: false },
} as const

type Variable = keyof typeof bankXrayVariables

/** https://doc.lending.soprafinancing.io, "Authentication". Older samples say api.october.eu. */
const productionUrl = 'https://api.lending.soprafinancing.io'
/** The newest that https://doc.lending.soprafinancing.io names, "API versioning". */
const latestVersion = '2024-01-25'
const euro = 'EUR'

export const bankXrayConfig = readSettings(
  (reader: SettingsReader<Variable>): BankXrayConfig => ({
    baseUrl: reader.baseUrl('BANK_XRAY_BASE_URL', productionUrl),
    apiVersion: readVersion(reader),
    credentials: readCredentials(reader),
    currency: readCurrency(reader),
    webhookKeys: reader.list('BANK_XRAY_WEBHOOK_KEY'),
    webhookTokens: reader.addressParts('BANK_XRAY_WEBHOOK_TOKEN'),
  }),
)

function readCredentials(reader: SettingsReader<Variable>): BankXrayCredentials | null {
  reader.together('BANK_XRAY_USER_ID', 'BANK_XRAY_SESSION_TOKEN')
  const userId = reader.headerValue('BANK_XRAY_USER_ID')
  const sessionToken = reader.headerValue('BANK_XRAY_SESSION_TOKEN')
  return userId && sessionToken ? { userId, sessionToken } : null
}

function readVersion(reader: SettingsReader<Variable>): string {
  const written = reader.text('BANK_XRAY_API_VERSION')?.trim()
  if (written === undefined) return latestVersion
  if (parseCalendarDate(written) === null)
    reader.report('BANK_XRAY_API_VERSION', `must be a version of the API: a date like ${latestVersion}`)
  return written
}

function readCurrency(reader: SettingsReader<Variable>): CurrencyCode {
  const written = reader.text('BANK_XRAY_CURRENCY')
  if (written === undefined) return euro
  const currency = toCurrencyCode(written)
  if (currency === unknownCurrency)
    reader.report('BANK_XRAY_CURRENCY', `must be the three letters of a currency, like ${euro}`)
  return currency
}
