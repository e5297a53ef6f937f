import type { Rate } from './caller-limits.ts'

/** Counts what is taken, and fills up again evenly. */
export interface TokenBucket {
  /** Takes one. @returns null, or the seconds until there is one again when there is none */
  take(): number | null
  isFull(): boolean
}

export function createTokenBucket({ count, seconds }: Rate, now: () => Date): TokenBucket {
  const perMs = count / (seconds * 1_000)
  let tokens = count
  let filledAt = now().getTime()

  function fill(): void {
    const time = now().getTime()
    // A clock that was set back gives nothing, and takes nothing away.
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
    isFull() {
      fill()
      return tokens === count
    },
  }
}
