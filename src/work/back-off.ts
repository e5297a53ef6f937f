/** Pauses between looks, in milliseconds. */
export interface Rhythm {
  readonly firstMs: number
  readonly maxMs: number
  /** How long the pauses stay as short as the first one. By default they become longer at once. */
  readonly steadyMs?: number
}

export interface WaitOptions {
  /** Consecutive looks that found nothing new, or that failed. */
  readonly looks: number
  /** The pause that the vendor asked for, in milliseconds. It is never shortened. */
  readonly vendorMs: number | null
  readonly speedup: number
  /** From 0 to 1. */
  readonly random: number
}

/**
 * The pause before the next look, in milliseconds: that of the vendor if it asked for one. Else it begins with the
 * rhythm's first pause and, after `steadyMs`, grows by half with every look without news, up to `maxMs`; ±10 %, so that
 * looks spread out.
 */
export function waitBeforeLook(rhythm: Rhythm, { looks, vendorMs, speedup, random }: WaitOptions): number {
  if (vendorMs !== null) return vendorMs
  const steadyLooks = Math.floor((rhythm.steadyMs ?? 0) / rhythm.firstMs)
  const slower = Math.min(Math.max(0, looks - steadyLooks), 50)
  const wait = Math.min(rhythm.maxMs, rhythm.firstMs * 1.5 ** slower)
  return Math.round((wait * (0.9 + 0.2 * random)) / speedup)
}
