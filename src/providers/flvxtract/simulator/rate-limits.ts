import { VendorError } from './vendor-error.ts'

/** Calls per minute and credential. Source: "Rate Limiting", https://flvxtract.com/docs */
const perMinute = { global: 1000, upload: 10, auth: 5 } as const

export type Tier = keyof typeof perMinute

/** What the three headers say. */
export interface RateLimit {
  readonly limit: number
  readonly remaining: number
  /** Unix seconds. */
  readonly reset: number
}

export interface RateLimits {
  /** Counts one call. `exceeded` when it was one too many. */
  take(tier: Tier, credential: string): RateLimit & { readonly exceeded: boolean }
  /** The state without counting. */
  peek(tier: Tier, credential: string): RateLimit
}

/**
 * ASSUMED: windows are whole minutes of the clock, as the sample's reset (1706270460) falls on one.
 * @param speed multiplies every limit.
 */
export function createRateLimits(now: () => Date, speed: number): RateLimits {
  let window = 0
  let used = new Map<string, number>()

  function usedIn(tier: Tier, credential: string, more: number): number {
    const minute = Math.floor(now().getTime() / 60_000)
    if (minute !== window) used = new Map()
    window = minute
    const count = (used.get(`${tier} ${credential}`) ?? 0) + more
    if (more > 0) used.set(`${tier} ${credential}`, count)
    return count
  }
  function toRateLimit(tier: Tier, count: number): RateLimit {
    const limit = Math.max(1, Math.floor(perMinute[tier] * speed))
    return { limit, remaining: Math.max(0, limit - count), reset: (window + 1) * 60 }
  }

  return {
    take(tier, credential) {
      const count = usedIn(tier, credential, 1)
      const state = toRateLimit(tier, count)
      return { ...state, exceeded: count > state.limit }
    },
    peek: (tier, credential) => toRateLimit(tier, usedIn(tier, credential, 0)),
  }
}

export function toRateLimitHeaders(state: RateLimit): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(state.limit),
    'x-ratelimit-remaining': String(state.remaining),
    'x-ratelimit-reset': String(state.reset),
  }
}

export function rateLimitError(): VendorError {
  return new VendorError(429, 'Too many requests. Wait until the time in X-RateLimit-Reset before retrying.')
}
