import type { ProviderAnswer } from '../http/provider-http.ts'
import { untilAborted } from '../http/until-aborted.ts'
import { isSuccess } from './vendor-errors.ts'

export type TokenSession = ReturnType<typeof createTokenSession>

export interface WantedToken {
  /** A token that was answered with 401. It is not returned again. */
  readonly refused?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** The tokens in an answer of the vendor. */
export interface GrantedTokens {
  readonly accessToken: string
  /** How long it is valid, in milliseconds from the request. */
  readonly lifetimeMs: number
  /** null when the answer has none; the previous one is then kept. */
  readonly refreshToken: string | null
  /** null: unknown, so the token is always tried. */
  readonly refreshLifetimeMs: number | null
}

/** The calls of one vendor. Both only make tokens, so they may be repeated. */
export interface TokenCalls {
  /** Id of the provider. */
  readonly provider: string
  logIn(signal: AbortSignal): Promise<ProviderAnswer>
  refresh(refreshToken: string, signal: AbortSignal): Promise<ProviderAnswer>
  /** @throws AppError PROVIDER_BAD_RESPONSE when a success cannot be read */
  read(answer: ProviderAnswer): GrantedTokens
  /** The error for an answer that is not a success. */
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

interface Renewal {
  readonly tokens: Promise<Tokens>
  readonly controller: AbortController
  /** The number of waiting calls. */
  waiting: number
}

/** A login at a vendor. It renews its access token before the token expires. */
export function createTokenSession(calls: TokenCalls, now: () => Date) {
  let tokens: Tokens | null = null
  let renewal: Renewal | null = null

  async function renew(signal: AbortSignal): Promise<Tokens> {
    const known = tokens?.refresh ?? null
    const isAlive = known !== null && known.expiresMs > now().getTime()
    return (isAlive ? await refresh(known, signal) : null) ?? (await logIn(signal))
  }

  async function logIn(signal: AbortSignal): Promise<Tokens> {
    const askedMs = now().getTime()
    const answer = await calls.logIn(signal)
    if (!isSuccess(answer)) throw calls.refuse(answer)
    return toTokens(calls.read(answer), askedMs, null)
  }

  /** null when the refresh token was refused, or when the answer could not be read. A login follows. */
  async function refresh(known: RefreshToken, signal: AbortSignal): Promise<Tokens | null> {
    const askedMs = now().getTime()
    const answer = await calls.refresh(known.token, signal)
    if (answer.status >= 500) throw calls.refuse(answer)
    if (!isSuccess(answer)) return null
    try {
      return toTokens(calls.read(answer), askedMs, known)
    } catch {
      return null
    }
  }

  function startRenewal(): Renewal {
    const controller = new AbortController()
    const started: Renewal = { tokens: renew(controller.signal), controller, waiting: 0 }
    const end = (): void => {
      if (renewal === started) renewal = null
    }
    started.tokens.then(renewed => {
      tokens = renewed
      end()
    }, end)
    return started
  }

  return {
    /**
     * A token that is valid for at least 30 s. Calls that wait at the same time share one renewal, which ends when the signals of all
     * of them are aborted.
     * @throws AppError PROVIDER_TIMEOUT, at once, when the caller's signal is aborted
     */
    async accessToken({ refused, signal }: WantedToken = {}): Promise<string> {
      const isGood = tokens && tokens.accessToken !== refused && tokens.expiresMs - now().getTime() >= renewalMs
      if (tokens && isGood) return tokens.accessToken
      renewal ??= startRenewal()
      const shared = renewal
      shared.waiting += 1
      try {
        return (await untilAborted(signal, calls.provider, () => shared.tokens)).accessToken
      } finally {
        shared.waiting -= 1
        if (shared.waiting === 0 && renewal === shared) {
          // No call waits for it any more. The next call starts another one.
          renewal = null
          shared.controller.abort()
        }
      }
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
