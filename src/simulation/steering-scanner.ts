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
 * @param known the words that mean something to the vendor; others are passed over.
 */
export function createSteeringScanner(known: readonly string[]): SteeringScanner {
  const found = new Set<string>()
  let tail = ''
  return {
    push(chunk) {
      const window = tail + chunk.toString('latin1')
      for (const [, list = ''] of window.matchAll(marker)) {
        for (const word of list.split(/[ \t,]+/)) if (known.includes(word)) found.add(word)
      }
      tail = window.slice(-overlap)
    },
    words: () => [...found],
  }
}
