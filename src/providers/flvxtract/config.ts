import { readSettings, type SettingsReader } from '../../connector/read-settings.ts'

/** The vendor, by its id here and its name in messages. */
export const vendor = { id: 'flvxtract', name: 'FLVXtract' } as const

/** One of the two ways to authenticate that the vendor offers. A request never carries both. */
export type FlvxtractCredentials =
  | { readonly kind: 'key-pair'; readonly consumerKey: string; readonly consumerSecret: string }
  | { readonly kind: 'login'; readonly email: string; readonly password: string }

export interface FlvxtractConfig {
  readonly baseUrl: string
  /** null when no credentials are set: the provider is then off. */
  readonly credentials: FlvxtractCredentials | null
  /** The secrets that a webhook may be signed with: several while one replaces another. */
  readonly webhookSecrets: readonly string[]
  /** The only organisation whose webhooks are ours. null: every signed webhook is ours. */
  readonly organizationId: string | null
}

export const flvxtractVariables = {
  FLVXTRACT_BASE_URL: { credential: false },
  FLVXTRACT_CONSUMER_KEY: { credential: true },
  FLVXTRACT_CONSUMER_SECRET: { credential: true },
  FLVXTRACT_EMAIL: { credential: true },
  FLVXTRACT_PASSWORD: { credential: true },
  FLVXTRACT_WEBHOOK_SECRET: { credential: false },
  FLVXTRACT_ORGANIZATION_ID: { credential: false },
} as const

type Variable = keyof typeof flvxtractVariables

/** The vendor's only documented host: https://flvxtract.com/docs, "Base URL". */
const productionUrl = 'https://api.flvxtract.com'

export const flvxtractConfig = readSettings(
  (reader: SettingsReader<Variable>): FlvxtractConfig => ({
    baseUrl: reader.baseUrl('FLVXTRACT_BASE_URL', productionUrl),
    credentials: readCredentials(reader),
    webhookSecrets: reader.list('FLVXTRACT_WEBHOOK_SECRET'),
    organizationId: reader.text('FLVXTRACT_ORGANIZATION_ID')?.trim() ?? null,
  }),
)

function readCredentials(reader: SettingsReader<Variable>): FlvxtractCredentials | null {
  reader.together('FLVXTRACT_CONSUMER_KEY', 'FLVXTRACT_CONSUMER_SECRET')
  reader.together('FLVXTRACT_EMAIL', 'FLVXTRACT_PASSWORD')
  const consumerKey = reader.headerValue('FLVXTRACT_CONSUMER_KEY')
  const consumerSecret = reader.headerValue('FLVXTRACT_CONSUMER_SECRET')
  const email = reader.text('FLVXTRACT_EMAIL')?.trim()
  const password = reader.text('FLVXTRACT_PASSWORD')
  if (consumerKey && email) {
    // It is undocumented which of the two the vendor would use.
    reader.report(
      'FLVXTRACT_EMAIL',
      'must be empty while FLVXTRACT_CONSUMER_KEY is set: give a key pair or a login, not both',
    )
  }
  if (consumerKey && consumerSecret) return { kind: 'key-pair', consumerKey, consumerSecret }
  return email && password ? { kind: 'login', email, password } : null
}
