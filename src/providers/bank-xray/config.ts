import { z } from 'zod'
import { createSettingsReader, environment, type SettingsReader } from '../../connector/read-settings.ts'
import { parseCalendarDate } from '../../domain/calendar-date.ts'
import { type CurrencyCode, toCurrencyCode, unknownCurrency } from '../../domain/money.ts'

/** What the vendor's web app shows together under a user's profile. */
export interface BankXrayCredentials {
  readonly userId: string
  readonly sessionToken: string
}

export interface BankXrayConfig {
  readonly baseUrl: string
  /** The date of the API's version, sent with every call. */
  readonly apiVersion: string
  /** null when none are set: the provider is then off. */
  readonly credentials: BankXrayCredentials | null
  /** Of every amount: the vendor names none. */
  readonly currency: CurrencyCode
  /** Every key that a webhook may be signed with; several while one replaces another. */
  readonly webhookKeys: readonly string[]
  /** Every last part of the address under which unsigned webhooks are taken; heeded only without a key. */
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

/** A blank variable counts as absent. All faults are reported together, each under its variable's name. */
export const bankXrayConfig = environment.transform((env, context) => {
  const reader = createSettingsReader<Variable>(env, context)
  const config: BankXrayConfig = {
    baseUrl: reader.baseUrl('BANK_XRAY_BASE_URL', productionUrl),
    apiVersion: readVersion(reader),
    credentials: readCredentials(reader),
    currency: readCurrency(reader),
    webhookKeys: reader.list('BANK_XRAY_WEBHOOK_KEY'),
    webhookTokens: readTokens(reader),
  }
  return reader.hasFaults() ? z.NEVER : config
})

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
    reader.report('BANK_XRAY_CURRENCY', `must be a currency's three letters, like ${euro}`)
  return currency
}

function readTokens(reader: SettingsReader<Variable>): readonly string[] {
  const tokens = reader.list('BANK_XRAY_WEBHOOK_TOKEN')
  if (tokens.some(token => !/^[A-Za-z0-9_.~-]+$/.test(token)))
    reader.report(
      'BANK_XRAY_WEBHOOK_TOKEN',
      'must be made of letters, digits and _ . ~ - alone, to be part of an address',
    )
  return tokens
}
