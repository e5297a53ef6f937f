type Headers = Readonly<Record<string, string>>

/** The longest wait that is accepted from `Retry-After`. A vendor that means longer repeats it in the next answer. */
const maxRetryAfterMs = 24 * 3_600_000
/** The longest wait that is accepted from `X-RateLimit-Reset`, which vendors use for windows of minutes. */
const maxResetMs = 3_600_000
/** A `Date` further from our clock than this is ignored, because it is not clock skew. */
const maxSkewMs = 3_600_000

/**
 * The wait of `Retry-After` in milliseconds; null when it is absent or unreadable.
 * Seconds or an HTTP date: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterMs(headers: Headers, now: Date): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : millisecondsUntil(httpDate(text), headers, now)
  return wait === null ? null : Math.min(Math.max(0, wait), maxRetryAfterMs)
}

/** The milliseconds until `X-RateLimit-Reset`, read as unix seconds; null when it is absent, unreadable or past. */
export function rateLimitResetMs(headers: Headers, now: Date): number | null {
  const text = headers['x-ratelimit-reset']?.trim() ?? ''
  if (!/^\d+(\.\d+)?$/.test(text)) return null
  const wait = millisecondsUntil(Number(text) * 1000, headers, now)
  return wait === null || wait <= 0 ? null : Math.min(wait, maxResetMs)
}

/** Whether an answer says that it was the last one in its window. */
export function isLastOfWindow(headers: Headers): boolean {
  return headers['x-ratelimit-remaining']?.trim() === '0'
}

/** Measured by the vendor's clock if the answer has it, so that a wrong clock on either side does not matter. */
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
