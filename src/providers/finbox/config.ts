import { readSettings, type SettingsReader } from '../../connector/read-settings.ts'

/** The vendor, by its id here and its name in messages. */
export const vendor = { id: 'finbox', name: 'FinBox BankConnect' } as const

/** Both are needed: sessions and uploads take the key alone, everything else takes both. */
export interface FinboxCredentials {
  readonly apiKey: string
  readonly serverHash: string
}

export interface FinboxConfig {
  readonly baseUrl: string
  /** null when no credentials are set: the provider is then off. */
  readonly credentials: FinboxCredentials | null
  /** The last parts of the addresses at which webhooks are accepted: several while one replaces another, the newest first. */
  readonly webhookTokens: readonly string[]
}

export const finboxVariables = {
  FINBOX_BASE_URL: { credential: false },
  FINBOX_API_KEY: { credential: true },
  FINBOX_SERVER_HASH: { credential: true },
  FINBOX_WEBHOOK_TOKEN: { credential: false },
} as const

type Variable = keyof typeof finboxVariables

/** https://docs.finbox.in/session-flow/submit-data-backend.html, "Endpoint". No sandbox host is documented. */
const productionUrl = 'https://apis.bankconnect.finbox.in/bank-connect/v1'

export const finboxConfig = readSettings(
  (reader: SettingsReader<Variable>): FinboxConfig => ({
    baseUrl: reader.baseUrl('FINBOX_BASE_URL', productionUrl),
    credentials: readCredentials(reader),
    webhookTokens: reader.addressParts('FINBOX_WEBHOOK_TOKEN'),
  }),
)

function readCredentials(reader: SettingsReader<Variable>): FinboxCredentials | null {
  reader.together('FINBOX_API_KEY', 'FINBOX_SERVER_HASH')
  const apiKey = reader.headerValue('FINBOX_API_KEY')
  const serverHash = reader.headerValue('FINBOX_SERVER_HASH')
  return apiKey && serverHash ? { apiKey, serverHash } : null
}
