import { readSettings, type SettingsReader } from '../../connector/read-settings.ts'

/** The vendor, by its id here and its name in messages. */
export const vendor = { id: 'finoos', name: 'finoOS' } as const

/**
 * The scopes of an account and of its users. `bankingExternal` is in no list of https://os.fino.ai/tmp/docv1, but "Set
 * Logins" and "Update Logins" require it.
 */
export const scopes = [
  'banking',
  'bankingExternal',
  'companies',
  'companiesLogo',
  'contracts',
  'documentShipment',
  'paymentPartnerAnalysis',
] as const
export type Scope = (typeof scopes)[number]

export interface FinoosCredentials {
  readonly name: string
  readonly secret: string
}

export interface FinoosConfig {
  readonly baseUrl: string
  /** null when no credentials are set: the provider is then off. */
  readonly credentials: FinoosCredentials | null
  /** The scopes that each user gets. The vendor bills each of them for each user. */
  readonly scopes: readonly Scope[]
  /** IANA name of the time zone in which the vendor's instants become calendar dates of a bank. */
  readonly timeZone: string
}

export const finoosVariables = {
  FINOOS_BASE_URL: { credential: false },
  FINOOS_NAME: { credential: true },
  FINOOS_SECRET: { credential: true },
  FINOOS_SCOPES: { credential: false },
  FINOOS_TIME_ZONE: { credential: false },
} as const

type Variable = keyof typeof finoosVariables

/** "Introduction" of https://os.fino.ai/tmp/docv1; for tests the vendor has https://os.test.fino.cloud/api/v1. */
const productionUrl = 'https://os.fino.cloud/api/v1'

export const finoosConfig = readSettings(
  (reader: SettingsReader<Variable>): FinoosConfig => ({
    baseUrl: reader.baseUrl('FINOOS_BASE_URL', productionUrl),
    credentials: readCredentials(reader),
    scopes: readScopes(reader),
    timeZone: readTimeZone(reader),
  }),
)

function readCredentials(reader: SettingsReader<Variable>): FinoosCredentials | null {
  reader.together('FINOOS_NAME', 'FINOOS_SECRET')
  const name = reader.text('FINOOS_NAME')?.trim()
  const secret = reader.text('FINOOS_SECRET')
  return name && secret ? { name, secret } : null
}

function readScopes(reader: SettingsReader<Variable>): readonly Scope[] {
  const named = new Set(reader.list('FINOOS_SCOPES'))
  for (const name of named)
    if (!isScope(name)) reader.report('FINOOS_SCOPES', `has no "${name}"; there are ${scopes.join(', ')}`)
  return named.size === 0 ? ['banking'] : scopes.filter(scope => named.has(scope))
}

export function isScope(name: string): name is Scope {
  return scopes.some(scope => scope === name)
}

function readTimeZone(reader: SettingsReader<Variable>): string {
  const name = reader.text('FINOOS_TIME_ZONE')?.trim() ?? 'Europe/Berlin'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    reader.report('FINOOS_TIME_ZONE', `got "${name}"; wants the IANA name of a time zone, like Europe/Berlin`)
    return 'Europe/Berlin'
  }
}
