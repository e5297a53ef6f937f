import { createHash } from 'node:crypto'

/** A list that is never empty. */
export type Choices<T> = readonly [T, ...T[]]

/** Repeatable random values: the same seed gives the same sequence on every machine. */
export type Random = ReturnType<typeof createRandom>

/** sfc32, seeded with the first 128 bits of the seed's SHA-256. */
export function createRandom(seed: string) {
  const hash = createHash('sha256').update(seed).digest()
  let [a, b, c, counter] = [hash.readUInt32LE(0), hash.readUInt32LE(4), hash.readUInt32LE(8), hash.readUInt32LE(12)]
  /** A number in [0, 1). */
  function fraction(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 0x1_0000_0000
  }
  /** An integer in the range, including both ends. */
  const integer = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    integer,
    /** true in `share` percent of the calls. */
    percent: (share: number) => fraction() * 100 < share,
    pick: <T>(choices: Choices<T>): T => choices[integer(0, choices.length - 1)] ?? choices[0],
  }
}
