import { z } from 'zod'
import {
  type Authorization,
  createFixedAuthorization,
  createTokenAuthorization,
} from '../../connector/authorization.ts'
import { parseAnswer } from '../../connector/parse-answer.ts'
import { createTokenSession, type TokenSession } from '../../connector/token-session.ts'
import type { ProviderAnswer, ProviderCall, ProviderHttp } from '../../http/provider-http.ts'
import { type FlvxtractCredentials, vendor } from './config.ts'
import { parseErrorPayload, toFlvxtractError } from './errors.ts'
import { tokensPayload } from './payloads.ts'

/** One of the two documented ways, never both: https://flvxtract.com/docs, "Authentication". */
export function createAuthorization(
  credentials: FlvxtractCredentials,
  deps: { readonly http: ProviderHttp; readonly now: () => Date },
): Authorization {
  if (credentials.kind === 'login') return createTokenAuthorization(createSession({ ...deps, credentials }), 'Bearer ')
  const { consumerKey, consumerSecret } = credentials
  return createFixedAuthorization({ 'x-consumer-key': consumerKey, 'x-consumer-secret': consumerSecret })
}

interface SessionDeps {
  readonly http: ProviderHttp
  readonly credentials: Extract<FlvxtractCredentials, { kind: 'login' }>
  readonly now: () => Date
}

/** "Tokens expire after 60 minutes": https://flvxtract.com/docs, "JWT Bearer Token". */
const lifetimeMs = 3_600_000

export function createSession({ http, credentials, now }: SessionDeps): TokenSession {
  function ask(
    call: Pick<ProviderCall, 'operation' | 'path' | 'unauthorized' | 'signal'>,
    body: object,
  ): Promise<ProviderAnswer> {
    return http.send({
      ...call,
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      budget: 'authentication',
      repeatable: true,
    })
  }

  const { email, password } = credentials
  return createTokenSession(
    {
      provider: vendor.id,
      logIn: signal =>
        ask({ operation: 'log in', path: '/api/auth/login', unauthorized: [401, 403], signal }, { email, password }),
      // The refusal of a refresh token does not mean that the credentials are refused.
      refresh: (refreshToken, signal) =>
        ask({ operation: 'refresh login', path: '/api/auth/refresh', unauthorized: [], signal }, { refreshToken }),
      read(answer) {
        const { accessToken, refreshToken } = parseAnswer(vendor, tokensPayload, answer)
        return { accessToken, lifetimeMs: lifetimeOf(accessToken), refreshToken, refreshLifetimeMs: null }
      },
      refuse: ({ status, body }) => toFlvxtractError(status, parseErrorPayload(body)),
    },
    now,
  )
}

const claims = z.object({ iat: z.number(), exp: z.number() })

/** The lifetime by the token's own claims, whose difference does not depend on any clock; an hour if it has none. */
function lifetimeOf(accessToken: string): number {
  try {
    const { iat, exp } = claims.parse(JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()))
    const claimedMs = (exp - iat) * 1000
    return claimedMs > 0 && claimedMs < lifetimeMs ? claimedMs : lifetimeMs
  } catch {
    return lifetimeMs
  }
}
