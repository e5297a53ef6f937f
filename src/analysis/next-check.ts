import type { PollingRhythm } from '../providers/analysis-driver.ts'

export interface WaitOptions {
  /** Checks in a row that found nothing new. */
  readonly idleChecks: number
  /** What the vendor asked for, in milliseconds; kept to, however much we hurry. */
  readonly vendorMs: number | null
  readonly speedup: number
  /** From 0 to 1. */
  readonly random: number
}

/**
 * How long to wait before asking the vendor again, in milliseconds: its own wish if it has one, else the rhythm's first
 * pause, kept for as long as the rhythm says, then half as long again after every check without news, up to its longest;
 * ±10 % so that many do not ask at once.
 */
export function waitBeforeCheck(rhythm: PollingRhythm, { idleChecks, vendorMs, speedup, random }: WaitOptions): number {
  if (vendorMs !== null) return vendorMs
  const steadyChecks = Math.floor((rhythm.steadyMs ?? 0) / rhythm.firstMs)
  const slower = Math.min(Math.max(0, idleChecks - steadyChecks), 50)
  const wait = Math.min(rhythm.maxMs, rhythm.firstMs * 1.5 ** slower)
  return Math.round((wait * (0.9 + 0.2 * random)) / speedup)
}

/** How long to wait after so many failures in a row: from one second, doubling up to a minute; a vendor's wish goes first. */
export function waitAfterFailure({ idleChecks: failures, vendorMs, speedup, random }: WaitOptions): number {
  return waitBeforeCheck({ firstMs: 1_000, maxMs: 60_000 }, { idleChecks: failures, vendorMs, speedup, random })
}
