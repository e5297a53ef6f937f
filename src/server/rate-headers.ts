import type { RequestStanding } from '../callers/caller-budgets.ts'

/** The headers' names, for CORS. */
export const rateHeaderNames = [
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'ratelimit-policy',
] as const

/**
 * How many operations the caller may still begin, in headers that many clients read.
 * https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-07
 */
export function toRateHeaders(standing: RequestStanding): Record<(typeof rateHeaderNames)[number], string> {
  const { count, seconds, remaining, resetSeconds } = standing
  return {
    'ratelimit-limit': String(count),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
    'ratelimit-policy': `${count};w=${seconds}`,
  }
}
