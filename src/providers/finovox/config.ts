import { readSettings, type SettingsReader } from '../../connector/read-settings.ts'

/** The vendor, by its id here and its name in messages. */
export const vendor = { id: 'finovox', name: 'Finovox' } as const

/** Whether the vendor answers at once with a token, or keeps the call open until it has decided. */
export type CaseMode = 'asynchronous' | 'synchronous'

export interface FinovoxConfig {
  readonly baseUrl: string
  /** null when no key is set: the provider is then off. */
  readonly apiKey: string | null
  readonly mode: CaseMode
}

export const finovoxVariables = {
  FINOVOX_BASE_URL: { credential: false },
  FINOVOX_API_KEY: { credential: true },
  FINOVOX_MODE: { credential: false },
} as const

type Variable = keyof typeof finovoxVariables

/** The only documented host: https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start */
const productionUrl = 'https://api-v2.finovox.com'

export const finovoxConfig = readSettings(
  (reader: SettingsReader<Variable>): FinovoxConfig => ({
    baseUrl: reader.baseUrl('FINOVOX_BASE_URL', productionUrl),
    apiKey: reader.headerValue('FINOVOX_API_KEY') ?? null,
    mode: readMode(reader),
  }),
)

function readMode(reader: SettingsReader<Variable>): CaseMode {
  const mode = reader.text('FINOVOX_MODE')?.trim().toLowerCase() ?? 'asynchronous'
  if (mode === 'asynchronous' || mode === 'synchronous') return mode
  reader.report('FINOVOX_MODE', 'must be asynchronous or synchronous')
  return 'asynchronous'
}
