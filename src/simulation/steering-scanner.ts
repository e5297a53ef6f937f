const marker = /assay-simulate:[ \t]*([a-z-]+(?:[ \t,]+[a-z-]+)*)/g

/** The longest marker that is found when it lies across two chunks. */
const overlap = 256

export interface SteeringScanner {
  push(chunk: Buffer): void
  /** Every known word met so far. */
  words(): readonly string[]
}

/**
 * Looks for `assay-simulate: <word> …` in a file's raw bytes as they pass.
 * @param known the words that mean something to the vendor; others are passed over. One that ends in `-` stands for all that
 * begin with it.
 */
export function createSteeringScanner(known: readonly string[]): SteeringScanner {
  const found = new Set<string>()
  const isKnown = (word: string) => known.some(one => (one.endsWith('-') ? word.startsWith(one) : word === one))
  let tail = ''
  return {
    push(chunk) {
      const window = tail + chunk.toString('latin1')
      for (const [, list = ''] of window.matchAll(marker)) {
        for (const word of list.split(/[ \t,]+/)) if (isKnown(word)) found.add(word)
      }
      tail = window.slice(-overlap)
    },
    words: () => [...found],
  }
}
