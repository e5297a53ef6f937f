/** How long to wait between two looks. Times are milliseconds. */
export interface Rhythm {
  readonly firstMs: number
  readonly maxMs: number
  /** For how long the first pause is kept before pauses become longer; not at all when absent. */
  readonly steadyMs?: number
}

export interface WaitOptions {
  /** Looks in a row that found nothing new, or that failed. */
  readonly looks: number
  /** What the vendor asked for, in milliseconds; never shortened by us. */
  readonly vendorMs: number | null
  readonly speedup: number
  /** From 0 to 1. */
  readonly random: number
}

/**
 * How long to wait before the next look, in milliseconds: the vendor's own wish if it has one, else the rhythm's first pause,
 * kept for as long as the rhythm says, then half as long again after every look without news, up to its longest; ±10 % so
 * that many do not ask at once.
 */
export function waitBeforeLook(rhythm: Rhythm, { looks, vendorMs, speedup, random }: WaitOptions): number {
  if (vendorMs !== null) return vendorMs
  const steadyLooks = Math.floor((rhythm.steadyMs ?? 0) / rhythm.firstMs)
  const slower = Math.min(Math.max(0, looks - steadyLooks), 50)
  const wait = Math.min(rhythm.maxMs, rhythm.firstMs * 1.5 ** slower)
  return Math.round((wait * (0.9 + 0.2 * random)) / speedup)
}

const afterFailure: Rhythm = { firstMs: 1_000, maxMs: 60_000 }

/** How long to wait after so many failures in a row: from one second up to a minute; a vendor's wish goes first. */
export function waitAfterFailure(options: WaitOptions): number {
  return waitBeforeLook(afterFailure, options)
}
