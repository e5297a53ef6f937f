import { afterAll, onTestFinished } from 'vitest'
import { createApiKeyVerifier, parseApiKeys } from '../../auth/api-keys.ts'
import type { Scope } from '../../auth/caller.ts'
import type { TokenClaims } from '../../auth/token-claims.ts'
import type { Authenticate } from '../../auth/authenticate.ts'
import { createAuthenticator } from '../../auth/authenticate.ts'
import { createCallbackPolicy } from '../../auth/callback-policy.ts'
import { createOriginPolicy } from '../../auth/origin-policy.ts'
import { createCallerBudgets } from '../../callers/caller-budgets.ts'
import { type CallerLimits, defaultCallerLimits } from '../../callers/caller-limits.ts'
import { createCorrelation } from '../../correlation.ts'
import { parseTenantId } from '../../domain/tenant.ts'
import { formatError } from '../../graphql/format-error.ts'
import { createQueryLimits } from '../../graphql/limits/create-query-limits.ts'
import type { Timers } from '../timers.ts'
import { createLogger } from '../create-logger.ts'
import type { ServerDeps } from '../create-server.ts'
import { createServer } from '../create-server.ts'
import { createMetrics } from '../metrics.ts'
import type { FakeContext } from './fake-schema.ts'
import { createFakeContext, createFakeSchema } from './fake-schema.ts'

export const acmeKey = 'acme-0123456789-abcdefghij'

export interface TestServerOptions extends Partial<Omit<ServerDeps<FakeContext>, 'callers' | 'now'>> {
  /** Its time is that of the server, too. */
  readonly timers?: Timers & { readonly now?: () => Date }
  /** Whether every caller is the tenant of a sandbox. */
  readonly anonymous?: boolean
  readonly allowedOrigins?: readonly string[]
  /** Limits of every tenant that differ from the defaults. */
  readonly callerLimits?: Partial<CallerLimits>
  readonly jwt?: Parameters<typeof createAuthenticator>[0]['jwt']
}

/** Starts the server with the fake schema on a free loopback port. The only key is `acmeKey`, with the scope `read`. */
export async function startTestServer(options: TestServerOptions = {}) {
  const { anonymous = false, allowedOrigins = [], jwt, callerLimits = {}, ...overrides } = options
  const now = overrides.timers?.now ?? (() => new Date())
  const correlation = createCorrelation()
  const { schema, feed, addGate } = createFakeSchema(correlation)
  const metrics = createMetrics()
  const lines: string[] = []
  const server = await createServer<FakeContext>({
    host: '127.0.0.1',
    port: 0,
    schema,
    createSchema: () => createFakeSchema(correlation).schema,
    limits: createQueryLimits(schema),
    callers: createCallerBudgets({ now, limitsOf: () => ({ ...defaultCallerLimits, ...callerLimits }) }),
    createContext: createFakeContext,
    formatError,
    authenticate: createTestAuthenticator(anonymous, jwt),
    whenErased: async () => false,
    callbacks: createCallbackPolicy([]),
    trustedDocuments: null,
    origins: createOriginPolicy({ allowedOrigins, publicUrl: null, anonymous }),
    routes: [],
    readiness: {},
    explorer: false,
    metrics,
    correlation,
    logger: createLogger('trace', { write: line => void lines.push(line) }),
    now,
    ...overrides,
  })
  const { url, port } = await server.start()
  return { url, port, feed, addGate, metrics, log: () => lines.join(''), stop: server.stop }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>

/** The same, stopped when the test that started it has finished. */
export async function startServerForTest(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(options)
  onTestFinished(server.stop)
  return server
}

/** The same, stopped after all tests of the file or of the `describe` that starts it. */
export async function startServerForSuite(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(options)
  afterAll(server.stop)
  return server
}

/** Claims of a genuine token of the tenant of `acmeKey`. */
export function createClaims(expiresAt: Date, scopes: readonly Scope[] = []): TokenClaims {
  return { tenant: parseTenantId('acme'), applicant: null, scopes: new Set(scopes), expiresAt }
}

function createTestAuthenticator(anonymous: boolean, jwt: TestServerOptions['jwt']): Authenticate {
  const parsed = parseApiKeys(`acme:${acmeKey}:read`)
  return createAuthenticator({
    apiKeys: createApiKeyVerifier(parsed.ok ? parsed.entries : []),
    accessTokens: { verify: async () => null },
    findApplicantId: async (_tenant, applicant) => applicant,
    anonymous: anonymous ? { tenant: parseTenantId('sandbox') } : null,
    ...(jwt ? { jwt } : {}),
  })
}
