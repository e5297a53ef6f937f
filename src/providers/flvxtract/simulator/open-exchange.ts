import type { Opened, Received } from '../../../simulation/http-server.ts'
import { type RateLimit, type RateLimits, toRateLimitHeaders } from '../../../simulation/rate-limits.ts'
import type { JournalEntry } from './journal.ts'
import type { Organisation } from './organisation.ts'
import { rateLimitError, type Tier } from './rate-limits.ts'
import type { Exchange } from './routes.ts'

/** Lets a route authenticate and count; the answer's headers tell of what was counted last. */
export function openExchange(
  received: Received<JournalEntry>,
  limits: RateLimits<Tier>,
  identify: () => Organisation,
): Opened<Exchange> {
  let rateLimit: RateLimit = limits.peek('global', 'anonymous')
  const exchange: Exchange = {
    ...received,
    count(tier, credential) {
      const state = limits.take(tier, credential)
      rateLimit = state
      if (state.exceeded) throw rateLimitError()
    },
    authenticate() {
      const organisation = identify()
      exchange.count('global', organisation.id)
      return organisation
    },
  }
  return { exchange, headers: () => toRateLimitHeaders(rateLimit) }
}
