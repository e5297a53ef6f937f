import { z } from 'zod'
import { type ApiKeyEntry, parseApiKeys } from './auth/api-keys.ts'
import type { JwtSettings } from './auth/jwt.ts'
import { type CallerLimits, readCallerLimits } from './callers/caller-limits.ts'
import { readAllowedRedirects } from './config/allowed-redirects.ts'
import { ConfigError, describeFaults } from './config/config-error.ts'
import { type ProviderOrder, readProviderOrder } from './config/provider-order.ts'
import { readSandboxHosts } from './config/sandbox-hosts.ts'
import { hasCredentials, pickVariables, readTenantsFile } from './config/tenants-file.ts'
import { readTrustedDocuments } from './config/trusted-documents-file.ts'
import {
  baseUrl,
  commaSeparated,
  decimalNumber,
  oneOf,
  splitList,
  webUrl,
  wholeNumber,
} from './config/variable-schemas.ts'
import { type S3Location, s3LocationSchema } from './documents/s3-location.ts'
import type { TenantId } from './domain/tenant.ts'
import { readAccountLimits, variablesOf } from './providers/account-limits.ts'
import type { Environment, Provider } from './providers/provider.ts'

/** The parsed settings. */
export interface Config {
  readonly host: string
  readonly port: number
  /** null: the address on which the server listens. */
  readonly publicUrl: string | null
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** null: a folder in `dataDir`. */
  readonly blobs: S3Location | null
  readonly awsCredentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null
  readonly apiKeys: readonly ApiKeyEntry[]
  readonly jwt: JwtSettings | null
  /** The limits of tenants without their own. */
  readonly callerLimits: CallerLimits
  /** Newest first; null: a key is generated and stored in `dataDir`. */
  readonly secretKeys: readonly string[] | null
  /** Ids of the providers whose simulators run in this process. */
  readonly simulate: readonly string[]
  readonly simulatorSpeed: number
  readonly pollSpeedup: number
  readonly allowedOrigins: readonly string[]
  readonly allowedRedirects: readonly string[]
  /** Addresses of routers that events may be sent to, including all addresses below them. */
  readonly allowedCallbacks: readonly string[]
  /** Per product the preferred provider first; a product without an entry has the order of registration. */
  readonly providerOrder: ProviderOrder
  /** Variables of tenants that have their own, merged with the deployment's. */
  readonly tenants: ReadonlyMap<TenantId, Environment>
  /** Texts of the only documents that callers without the scope `explore` may send, by their ids; null: they may send any. */
  readonly trustedDocuments: ReadonlyMap<string, string> | null
  readonly uploadMaxBytes: number
  readonly uploadExpiresSeconds: number
  readonly eventRetentionDays: number
  readonly logLevel: string
  readonly otlpEndpoint: string | null
  /** Whether the published schema carries `@requiresScopes`. */
  readonly scopeDirectives: boolean
  readonly explorer: boolean
  /** Whether callers need no authentication. Then all data is synthetic, and only loopback and `sandboxHosts` are served. */
  readonly anonymous: boolean
  /** Hosts other than loopback under which a sandbox may be addressed. */
  readonly sandboxHosts: readonly string[]
  /** The providers' own variables. */
  readonly environment: Environment
}

/** The range of speed factors. */
const speed = decimalNumber({ min: 0.01, max: 1_000_000 })
const origin = z
  .string()
  .refine(
    text => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    'wants origins such as https://app.example.com',
  )

const coreSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber({ min: 0, max: 65_535 }).default(4000),
  PUBLIC_URL: baseUrl.optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'wants postgres://<user>:<password>@<host>:<port>/<database>' })
    .optional(),
  BLOB_URL: s3LocationSchema.optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  API_KEYS: z
    .string()
    .transform((text, context) => {
      const parsed = parseApiKeys(text)
      if (parsed.ok) return parsed.entries
      for (const message of parsed.faults) context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
    .optional(),
  JWT_JWKS_URL: webUrl.optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  CALLER_LIMITS: z.string().optional(),
  SECRET_KEY: commaSeparated
    .refine(
      keys => keys.length > 0 && keys.every(key => key.length >= 32),
      'wants at least 32 characters, or several keys of that length separated by commas',
    )
    .optional(),
  SIMULATE: z.string().optional(),
  SIMULATOR_SPEED: speed.default(1),
  POLL_SPEEDUP: speed.default(1),
  SANDBOX_HOSTS: z.string().optional(),
  ALLOWED_ORIGINS: commaSeparated.pipe(z.array(origin)).default([]),
  ALLOWED_REDIRECTS: z.string().optional(),
  ALLOWED_CALLBACKS: z.string().optional(),
  PROVIDER_ORDER: z.string().optional(),
  TENANTS_FILE: z.string().optional(),
  TRUSTED_DOCUMENTS: z.string().optional(),
  UPLOAD_MAX_BYTES: wholeNumber({ min: 1, max: 5_368_709_120 }).default(52_428_800),
  UPLOAD_EXPIRES_SECONDS: wholeNumber({ min: 1, max: 604_800 }).default(900),
  EVENT_RETENTION_DAYS: decimalNumber({ min: 1, max: 36_500 }).default(30),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl.optional(),
  EXPLORER: oneOf(['on', 'off']).optional(),
  SUBGRAPH_SCOPE_DIRECTIVES: oneOf(['on', 'off']).default('off'),
  NODE_ENV: z.string().optional(),
})

/** The variables that are not a provider's. */
export const coreVariables: readonly string[] = Object.keys(coreSchema.shape)

/** Reads all settings. @throws ConfigError with every fault, each under the name of its variable */
export function loadConfig(env: Environment, providers: readonly Provider[]): Config {
  const given: Environment = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const faults: string[] = []
  const core = coreSchema.safeParse(given)
  if (!core.success) faults.push(...describeFaults(core.error, given))
  const environment = pickVariables(given, providers.flatMap(variablesOf))
  for (const provider of providers) {
    const settings = provider.settings.safeParse(environment)
    if (!settings.success) faults.push(...describeFaults(settings.error, given))
    readAccountLimits(provider, environment, faults)
  }
  const ids = providers.map(provider => provider.id)
  const providerOrder = readProviderOrder(given.PROVIDER_ORDER, providers, faults)
  const allowedRedirects = readAllowedRedirects(given.ALLOWED_REDIRECTS, faults)
  const allowedCallbacks = readAllowedRedirects(given.ALLOWED_CALLBACKS, faults, 'ALLOWED_CALLBACKS')
  const sandboxHosts = readSandboxHosts(given.SANDBOX_HOSTS, faults)
  const callerLimits = readCallerLimits(given.CALLER_LIMITS, faults)
  const tenants = readTenantsFile(given.TENANTS_FILE, providers, environment, faults)
  const trustedDocuments = readTrustedDocuments(given.TRUSTED_DOCUMENTS, faults)

  const environments = [environment, ...tenants.values()]
  const withCredentials = providers.filter(provider =>
    environments.some(variables => hasCredentials(provider, variables)),
  )
  const simulate = readSimulated(given.SIMULATE, ids, withCredentials.length > 0, faults)
  const jwt = readJwt(given, faults)
  const awsCredentials = readAwsCredentials(given, faults)
  const anonymous = given.API_KEYS === undefined && jwt === null
  if (anonymous && withCredentials.some(provider => !simulate.includes(provider.id)))
    faults.push(
      'API_KEYS: missing. Real providers are configured, so callers must be known: set API_KEYS, or JWT_JWKS_URL with JWT_ISSUER and JWT_AUDIENCE',
    )
  else if (anonymous && given.HOST !== undefined && !isLoopback(given.HOST) && sandboxHosts.length === 0)
    faults.push(
      `HOST: got "${given.HOST}"; wants a loopback address (127.0.0.1, ::1 or localhost), unless callers are known by API_KEYS or JWTs, or SANDBOX_HOSTS names the hosts under which anybody may use the sandbox`,
    )
  if (!anonymous && sandboxHosts.length > 0)
    faults.push('SANDBOX_HOSTS: is for a sandbox only. Leave it out where callers are known by API_KEYS or JWTs')
  if (!anonymous && given.SECRET_KEY === undefined)
    faults.push('SECRET_KEY: missing. Set at least 32 random characters; it signs addresses and seals secrets')
  if (!core.success || faults.length > 0) throw new ConfigError(faults)
  const settings = core.data

  return {
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL ?? null,
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL ?? null,
    blobs: settings.BLOB_URL ?? null,
    awsCredentials,
    apiKeys: settings.API_KEYS ?? [],
    jwt,
    callerLimits,
    secretKeys: settings.SECRET_KEY ?? null,
    simulate,
    simulatorSpeed: settings.SIMULATOR_SPEED,
    pollSpeedup: settings.POLL_SPEEDUP,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    allowedRedirects,
    allowedCallbacks,
    providerOrder,
    tenants,
    trustedDocuments,
    uploadMaxBytes: settings.UPLOAD_MAX_BYTES,
    uploadExpiresSeconds: settings.UPLOAD_EXPIRES_SECONDS,
    eventRetentionDays: settings.EVENT_RETENTION_DAYS,
    logLevel: settings.LOG_LEVEL,
    otlpEndpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    scopeDirectives: settings.SUBGRAPH_SCOPE_DIRECTIVES === 'on',
    explorer: settings.EXPLORER === undefined ? settings.NODE_ENV !== 'production' : settings.EXPLORER === 'on',
    anonymous,
    sandboxHosts,
    environment,
  }
}

function readSimulated(
  text: string | undefined,
  ids: readonly string[],
  real: boolean,
  faults: string[],
): readonly string[] {
  const asked = text === undefined ? (real ? [] : ['all']) : splitList(text)
  if (asked.includes('all')) return ids
  const unknown = asked.filter(id => !ids.includes(id))
  if (unknown.length > 0)
    faults.push(`SIMULATE: got "${text}"; wants all, or some of ${ids.join(', ')}, comma-separated`)
  return asked
}

function readJwt(given: Environment, faults: string[]): JwtSettings | null {
  const { JWT_JWKS_URL: jwksUrl, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = given
  if (jwksUrl !== undefined && issuer !== undefined && audience !== undefined) return { jwksUrl, issuer, audience }
  if (jwksUrl !== undefined || issuer !== undefined || audience !== undefined)
    faults.push('JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE: wants all three or none of them')
  return null
}

function readAwsCredentials(given: Environment, faults: string[]): Config['awsCredentials'] {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, BLOB_URL: blobs } = given
  if (blobs === undefined) return null
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey }
  faults.push('AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: missing. BLOB_URL needs both')
  return null
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
