import { z } from 'zod'
import { parseAnswer } from '../../connector/parse-answer.ts'
import { isSuccess } from '../../connector/vendor-errors.ts'
import type { ProviderAnswer, ProviderHttp } from '../../http/provider-http.ts'
import type { FlvxtractCredentials } from './config.ts'
import { parseErrorPayload } from './error-payload.ts'
import { toFlvxtractError } from './errors.ts'
import type { TokensPayload } from './payloads.ts'
import { tokensPayload } from './payloads.ts'
import { vendor } from './vendor.ts'

/** A login whose access token is renewed when it must be. */
export interface Session {
  /**
   * A token that is good for 30 s at least. However many ask at once, one renewal serves them all.
   * @param refused the token of a call that was answered 401; it is not given again.
   */
  accessToken(refused?: string): Promise<string>
}

interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly expiresAt: number
}

export interface SessionDeps {
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
    const answer = await ask('log in', '/api/auth/login', { body: { email, password }, unauthorized: [401, 403] })
    if (!isSuccess(answer)) throw toFlvxtractError(answer.status, parseErrorPayload(answer.body))
    return toTokens(parseAnswer(vendor, tokensPayload, answer), null)
  }

  /** null when the refresh token is dead, or its answer, which is undocumented, not understood: then a login is due. */
  async function refresh(refreshToken: string): Promise<Tokens | null> {
    // A refusal says nothing of the credentials: a login follows.
    const answer = await ask('refresh login', '/api/auth/refresh', { body: { refreshToken }, unauthorized: [] })
    if (answer.status >= 500) throw toFlvxtractError(answer.status, parseErrorPayload(answer.body))
    if (!isSuccess(answer)) return null
    try {
      return toTokens(parseAnswer(vendor, tokensPayload, answer), refreshToken)
    } catch {
      return null
    }
  }

  /** Repeatable, as neither call leaves anything at the vendor but another token. */
  function ask(
    operation: string,
    path: string,
    {
      body,
      unauthorized,
    }: { readonly body: Readonly<Record<string, string>>; readonly unauthorized: readonly number[] },
  ): Promise<ProviderAnswer> {
    return http.send({
      operation,
      method: 'POST',
      path,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      budget: 'authentication',
      repeatable: true,
      unauthorized,
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

/** How long a token lives by its own claims, whose difference does not depend on whose clock is right; an hour if it has none. */
function lifetimeOf(accessToken: string): number {
  try {
    const { iat, exp } = claims.parse(JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()))
    const claimedMs = (exp - iat) * 1000
    return claimedMs > 0 && claimedMs < lifetimeMs ? claimedMs : lifetimeMs
  } catch {
    return lifetimeMs
  }
}
