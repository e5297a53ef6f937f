import { z } from 'zod'
import type { Environment } from '../provider.ts'

/** Either of the two ways in that the vendor offers; one request never carries both. */
export type FlvxtractCredentials =
  | { readonly kind: 'key-pair'; readonly consumerKey: string; readonly consumerSecret: string }
  | { readonly kind: 'login'; readonly email: string; readonly password: string }

export interface FlvxtractConfig {
  readonly baseUrl: string
  /** null when none are set: the provider is then off. */
  readonly credentials: FlvxtractCredentials | null
  /** Every secret a webhook may be signed with; several while one replaces another. */
  readonly webhookSecrets: readonly string[]
  /** The only organisation whose webhooks are ours; null believes every one that is signed. */
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

const optional = z.string().optional()

const environment = z.object({
  FLVXTRACT_BASE_URL: optional,
  FLVXTRACT_CONSUMER_KEY: optional,
  FLVXTRACT_CONSUMER_SECRET: optional,
  FLVXTRACT_EMAIL: optional,
  FLVXTRACT_PASSWORD: optional,
  FLVXTRACT_WEBHOOK_SECRET: optional,
  FLVXTRACT_ORGANIZATION_ID: optional,
} satisfies Record<Variable, typeof optional>)

type Report = (variable: Variable, wanted: string) => void

/** The vendor's only documented host: https://flvxtract.com/docs, "Base URL". */
const productionUrl = 'https://api.flvxtract.com'

/** A blank variable counts as absent. All faults are reported together, each under its variable's name. */
export const flvxtractConfig = environment.transform((env, context) => {
  let faults = 0
  const report: Report = (variable, wanted) => {
    faults += 1
    context.addIssue({ code: 'custom', path: [variable], message: wanted })
  }
  const config: FlvxtractConfig = {
    baseUrl: readBaseUrl(env, report),
    credentials: readCredentials(env, report),
    webhookSecrets: (read(env, 'FLVXTRACT_WEBHOOK_SECRET') ?? '')
      .split(',')
      .map(secret => secret.trim())
      .filter(secret => secret !== ''),
    organizationId: read(env, 'FLVXTRACT_ORGANIZATION_ID')?.trim() ?? null,
  }
  return faults === 0 ? config : z.NEVER
})

function read(env: Environment, variable: Variable): string | undefined {
  const value = env[variable]
  return value?.trim() ? value : undefined
}

function readBaseUrl(env: Environment, report: Report): string {
  const text = (read(env, 'FLVXTRACT_BASE_URL') ?? productionUrl).trim()
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.search || url.hash) {
    report(
      'FLVXTRACT_BASE_URL',
      `must be an http or https URL without credentials, query or fragment, like ${productionUrl}`,
    )
    return productionUrl
  }
  return url.href.replace(/\/+$/, '')
}

function readCredentials(env: Environment, report: Report): FlvxtractCredentials | null {
  const [consumerKey, consumerSecret] = readPair(env, 'FLVXTRACT_CONSUMER_KEY', 'FLVXTRACT_CONSUMER_SECRET', report)
  const [email, password] = readPair(env, 'FLVXTRACT_EMAIL', 'FLVXTRACT_PASSWORD', report)
  if (consumerKey && email) {
    // Which one the vendor would heed is undocumented, and a tenant's must never be overruled by the deployment's.
    report('FLVXTRACT_EMAIL', 'must be empty while FLVXTRACT_CONSUMER_KEY is set: give a key pair or a login, not both')
  }
  if (consumerKey && consumerSecret) {
    const pair = { kind: 'key-pair', consumerKey: consumerKey.trim(), consumerSecret: consumerSecret.trim() } as const
    if (!isHeaderValue(pair.consumerKey)) report('FLVXTRACT_CONSUMER_KEY', 'must be printable ASCII without spaces')
    if (!isHeaderValue(pair.consumerSecret))
      report('FLVXTRACT_CONSUMER_SECRET', 'must be printable ASCII without spaces')
    return pair
  }
  return email && password ? { kind: 'login', email: email.trim(), password } : null
}

function readPair(env: Environment, first: Variable, second: Variable, report: Report) {
  const pair = [read(env, first), read(env, second)] as const
  if (pair[0] && !pair[1]) report(second, `is missing: ${first} needs it`)
  if (pair[1] && !pair[0]) report(first, `is missing: ${second} needs it`)
  return pair
}

function isHeaderValue(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text)
}
