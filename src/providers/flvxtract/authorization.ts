import { z } from 'zod'
import { parseAnswer } from '../../connector/parse-answer.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { ProviderAnswer, ProviderCall, ProviderHttp } from '../../http/provider-http.ts'
import { type FlvxtractCredentials, vendor } from './config.ts'
import { parseErrorPayload, toFlvxtractError } from './errors.ts'
import { type TokensPayload, tokensPayload } from './payloads.ts'

type Headers = Readonly<Record<string, string>>

/** The headers that authenticate a call. */
export interface Authorization {
  /** Whether there can be new headers after a 401. */
  readonly renewable: boolean
  headers(): Promise<Headers>
  /** New headers in place of those that were answered 401; null when there are none. */
  renewed(refused: Headers): Promise<Headers | null>
}

/** One of the two documented ways, never both: https://flvxtract.com/docs, "Authentication". */
export function createAuthorization(
  credentials: FlvxtractCredentials,
  deps: { readonly http: ProviderHttp; readonly now: () => Date },
): Authorization {
  if (credentials.kind === 'key-pair') {
    const headers = { 'x-consumer-key': credentials.consumerKey, 'x-consumer-secret': credentials.consumerSecret }
    return { renewable: false, headers: async () => headers, renewed: async () => null }
  }
  const session = createSession({ ...deps, credentials })
  return {
    renewable: true,
    headers: async () => toBearer(await session.accessToken()),
    renewed: async refused => toBearer(await session.accessToken(refused.authorization?.slice(bearer.length))),
  }
}

const bearer = 'Bearer '

function toBearer(accessToken: string): Headers {
  return { authorization: bearer + accessToken }
}

/** A login that renews its access token before it ends. */
interface Session {
  /**
   * A token that is valid for at least 30 s. Calls that wait at the same time share one renewal.
   * @param refused a token that was answered 401; it is not given again
   */
  accessToken(refused?: string): Promise<string>
}

interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly expiresAt: number
}

interface SessionDeps {
  readonly http: ProviderHttp
  readonly credentials: Extract<FlvxtractCredentials, { kind: 'login' }>
  readonly now: () => Date
}

/** "Tokens expire after 60 minutes": https://flvxtract.com/docs, "JWT Bearer Token". */
const lifetimeMs = 3_600_000
const renewalMs = 30_000

export function createSession({ http, credentials, now }: SessionDeps): Session {
  let tokens: Tokens | null = null
  let renewal: Promise<Tokens> | null = null

  async function renew(): Promise<Tokens> {
    const known = tokens?.refreshToken ?? null
    tokens = (known === null ? null : await refresh(known)) ?? (await login())
    return tokens
  }

  async function login(): Promise<Tokens> {
    const { email, password } = credentials
    const call = { operation: 'log in', path: '/api/auth/login', unauthorized: [401, 403] }
    const answer = await ask(call, { email, password })
    if (!isSuccess(answer)) throw toFlvxtractError(answer.status, parseErrorPayload(answer.body))
    return toTokens(parseAnswer(vendor, tokensPayload, answer), null)
  }

  /** null when the refresh token was refused, or when its answer, which is undocumented, could not be read. A login follows. */
  async function refresh(refreshToken: string): Promise<Tokens | null> {
    // The refusal of a refresh token does not mean that the credentials are refused.
    const call = { operation: 'refresh login', path: '/api/auth/refresh', unauthorized: [] }
    const answer = await ask(call, { refreshToken })
    if (answer.status >= 500) throw toFlvxtractError(answer.status, parseErrorPayload(answer.body))
    if (!isSuccess(answer)) return null
    try {
      return toTokens(parseAnswer(vendor, tokensPayload, answer), refreshToken)
    } catch {
      return null
    }
  }

  /** Repeatable, because both calls only make a token. */
  function ask(call: Pick<ProviderCall, 'operation' | 'path' | 'unauthorized'>, body: object): Promise<ProviderAnswer> {
    return http.send({
      ...call,
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      budget: 'authentication',
      repeatable: true,
    })
  }

  function toTokens({ accessToken, refreshToken }: TokensPayload, known: string | null): Tokens {
    return {
      accessToken,
      refreshToken: refreshToken ?? known,
      expiresAt: now().getTime() + lifetimeOf(accessToken),
    }
  }

  return {
    async accessToken(refused) {
      const isGood = tokens && tokens.accessToken !== refused && tokens.expiresAt - now().getTime() >= renewalMs
      if (tokens && isGood) return tokens.accessToken
      renewal ??= renew().finally(() => {
        renewal = null
      })
      return (await renewal).accessToken
    },
  }
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
