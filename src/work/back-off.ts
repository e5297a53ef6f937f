/** Pauses between looks, in milliseconds. */
export interface Rhythm {
  readonly firstMs: number
  readonly maxMs: number
  /** How long the pauses stay as short as the first one. By default they become longer at once. */
  readonly steadyMs?: number
}

export interface Pace {
  /** Divides our own pauses, never those that a vendor asks for. */
  readonly pollSpeedup: number
  /** From 0 to 1. */
  readonly random: () => number
}

/**
 * The pause before the next look, in milliseconds, if the vendor asked for none. It begins with the rhythm's first pause
 * and, after `steadyMs`, grows by half with every look without news, up to `maxMs`; ±10 %, so that looks spread out.
 *
 * @param looks consecutive looks that found nothing new, or that failed
 */
export function waitBeforeLook(rhythm: Rhythm, looks: number, { pollSpeedup, random }: Pace): number {
  const steadyLooks = Math.floor((rhythm.steadyMs ?? 0) / rhythm.firstMs)
  const slower = Math.min(Math.max(0, looks - steadyLooks), 50)
  const wait = Math.min(rhythm.maxMs, rhythm.firstMs * 1.5 ** slower)
  return Math.round((wait * (0.9 + 0.2 * random())) / pollSpeedup)
}
