/** Pseudo-random numbers that are the same in every run. */
export interface Random {
  /** An integer from `from` to `to`, both included. */
  integer(from: number, to: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
}

/** Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function createRandom(seed: number): Random {
  let state = seed
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { integer, pick: items => items[integer(0, items.length - 1)] ?? items[0] }
}
