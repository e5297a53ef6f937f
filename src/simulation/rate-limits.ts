/** The values of the usual three headers. */
export interface RateLimit {
  readonly limit: number
  readonly remaining: number
  /** Unix seconds. */
  readonly reset: number
}

export type RateLimits<Tier extends string> = ReturnType<typeof createRateLimits<Tier>>

export interface RateLimitsOptions<Tier extends string> {
  /** Calls per minute and credential. */
  readonly perMinute: Readonly<Record<Tier, number>>
  readonly now: () => Date
  /** Multiplies every limit. */
  readonly speed: number
}

/** Counts calls by whole minutes of the clock. */
export function createRateLimits<Tier extends string>({ perMinute, now, speed }: RateLimitsOptions<Tier>) {
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
    /** Counts one call. `exceeded`: whether it was above the limit. */
    take(tier: Tier, credential: string): RateLimit & { readonly exceeded: boolean } {
      const count = usedIn(tier, credential, 1)
      const state = toRateLimit(tier, count)
      return { ...state, exceeded: count > state.limit }
    },
    /** The same without counting. */
    peek: (tier: Tier, credential: string): RateLimit => toRateLimit(tier, usedIn(tier, credential, 0)),
  }
}

export function toRateLimitHeaders(state: RateLimit): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(state.limit),
    'x-ratelimit-remaining': String(state.remaining),
    'x-ratelimit-reset': String(state.reset),
  }
}
