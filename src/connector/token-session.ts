import type { ProviderAnswer } from '../http/provider-http.ts'
import { isSuccess } from './vendor-errors.ts'

/** A login at a vendor. It renews its access token before the token ends. */
export interface TokenSession {
  /**
   * A token that is valid for at least 30 s. Calls that wait at the same time share one renewal.
   * @param refused a token that was answered 401; it is not given again
   */
  accessToken(refused?: string): Promise<string>
}

/** What an answer of the vendor grants. */
export interface GrantedTokens {
  readonly accessToken: string
  /** How long it is valid, in milliseconds from when it was asked for. */
  readonly lifetimeMs: number
  /** null when the answer brings none; the one used before is then kept. */
  readonly refreshToken: string | null
  /** null: it is tried, however old it is. */
  readonly refreshLifetimeMs: number | null
}

/** The calls of one vendor. Both only make tokens, so they may be repeated. */
export interface TokenCalls {
  logIn(): Promise<ProviderAnswer>
  refresh(refreshToken: string): Promise<ProviderAnswer>
  /** @throws AppError PROVIDER_BAD_RESPONSE when a success cannot be read */
  read(answer: ProviderAnswer): GrantedTokens
  /** The error for an answer that is no success. */
  refuse(answer: ProviderAnswer): Error
}

interface Tokens {
  readonly accessToken: string
  readonly expiresMs: number
  readonly refresh: RefreshToken | null
}

interface RefreshToken {
  readonly token: string
  readonly expiresMs: number
}

/** An access token with less time left is renewed. */
const renewalMs = 30_000

export function createTokenSession(calls: TokenCalls, now: () => Date): TokenSession {
  let tokens: Tokens | null = null
  let renewal: Promise<Tokens> | null = null

  async function renew(): Promise<Tokens> {
    const known = tokens?.refresh ?? null
    const isAlive = known !== null && known.expiresMs > now().getTime()
    tokens = (isAlive ? await refresh(known) : null) ?? (await logIn())
    return tokens
  }

  async function logIn(): Promise<Tokens> {
    const askedMs = now().getTime()
    const answer = await calls.logIn()
    if (!isSuccess(answer)) throw calls.refuse(answer)
    return toTokens(calls.read(answer), askedMs, null)
  }

  /** null when the refresh token was refused, or when the answer could not be read. A login follows. */
  async function refresh(known: RefreshToken): Promise<Tokens | null> {
    const askedMs = now().getTime()
    const answer = await calls.refresh(known.token)
    if (answer.status >= 500) throw calls.refuse(answer)
    if (!isSuccess(answer)) return null
    try {
      return toTokens(calls.read(answer), askedMs, known)
    } catch {
      return null
    }
  }

  return {
    async accessToken(refused) {
      const isGood = tokens && tokens.accessToken !== refused && tokens.expiresMs - now().getTime() >= renewalMs
      if (tokens && isGood) return tokens.accessToken
      renewal ??= renew().finally(() => {
        renewal = null
      })
      return (await renewal).accessToken
    },
  }
}

function toTokens(granted: GrantedTokens, askedMs: number, known: RefreshToken | null): Tokens {
  const { accessToken, lifetimeMs, refreshToken, refreshLifetimeMs } = granted
  const refresh =
    refreshToken === null
      ? known
      : { token: refreshToken, expiresMs: askedMs + (refreshLifetimeMs ?? Number.POSITIVE_INFINITY) }
  return { accessToken, expiresMs: askedMs + lifetimeMs, refresh }
}
