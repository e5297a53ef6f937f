import { VendorError } from './vendor-error.ts'

/**
 * Calls per minute and credential. Source: "Rate Limiting", https://flvxtract.com/docs
 * ASSUMED: windows are whole minutes of the clock, as the sample's reset (1706270460) falls on one.
 */
export const perMinute = { global: 1000, upload: 10, auth: 5 } as const

export type Tier = keyof typeof perMinute

export function rateLimitError(): VendorError {
  return new VendorError(429, 'Too many requests. Wait until the time in X-RateLimit-Reset before retrying.')
}
