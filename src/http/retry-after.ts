type Headers = Readonly<Record<string, string>>

/** Longest wait that is believed of `Retry-After`; whoever means longer will say so again. */
const maxRetryAfterMs = 24 * 3_600_000
/** Longest wait that is believed of `X-RateLimit-Reset`, which vendors use for windows of minutes. */
const maxResetMs = 3_600_000
/** A `Date` further from our clock than this is not a matter of skew. */
const maxSkewMs = 3_600_000

/**
 * How long `Retry-After` asks us to stay away, in milliseconds; null when it is absent or unreadable.
 * Seconds or an HTTP date: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterMs(headers: Headers, now: Date): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : millisecondsUntil(httpDate(text), headers, now)
  return wait === null ? null : Math.min(Math.max(0, wait), maxRetryAfterMs)
}

/**
 * How long it is until `X-RateLimit-Reset`, read as an absolute time in unix seconds, in milliseconds; null when it is absent, unreadable or already past.
 */
export function rateLimitResetMs(headers: Headers, now: Date): number | null {
  const text = headers['x-ratelimit-reset']?.trim() ?? ''
  if (!/^\d+(\.\d+)?$/.test(text)) return null
  const wait = millisecondsUntil(Number(text) * 1000, headers, now)
  return wait === null || wait <= 0 ? null : Math.min(wait, maxResetMs)
}

/** Whether an answer says that it was the last one its window allows. */
export function isLastOfWindow(headers: Headers): boolean {
  return headers['x-ratelimit-remaining']?.trim() === '0'
}

/** Measured by the vendor's own clock where the answer shows it, so that a wrong one on either side does no harm. */
function millisecondsUntil(instantMs: number | null, headers: Headers, now: Date): number | null {
  if (instantMs === null) return null
  const theirs = httpDate(headers.date ?? '')
  const isSkew = theirs !== null && Math.abs(theirs - now.getTime()) <= maxSkewMs
  return instantMs - (isSkew ? theirs : now.getTime())
}

function httpDate(text: string): number | null {
  const instant = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(instant) ? null : instant
}
