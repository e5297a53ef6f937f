import type { Rate } from './caller-limits.ts'

/** A token bucket that refills at a constant rate. */
export interface TokenBucket {
  /** Takes a token. @returns null, or the seconds until the next one when it is empty */
  take(): number | null
  isFull(): boolean
  /** The number of tokens, and the seconds until it is full. */
  standing(): { readonly remaining: number; readonly resetSeconds: number }
}

export function createTokenBucket({ count, seconds }: Rate, now: () => Date): TokenBucket {
  const perMs = count / (seconds * 1_000)
  let tokens = count
  let filledAt = now().getTime()

  function fill(): void {
    const time = now().getTime()
    // A clock that was set back adds and removes nothing.
    tokens = Math.min(count, tokens + Math.max(0, time - filledAt) * perMs)
    filledAt = time
  }

  return {
    take() {
      fill()
      if (tokens < 1) return Math.max(1, Math.ceil((1 - tokens) / perMs / 1_000))
      tokens -= 1
      return null
    },
    standing() {
      fill()
      return { remaining: Math.floor(tokens), resetSeconds: Math.ceil((count - tokens) / perMs / 1_000) }
    },
    isFull() {
      fill()
      return tokens === count
    },
  }
}
