const marker = /assay-simulate:[ \t]*([a-z-]+(?:[ \t,]+[a-z-]+)*)/g

/** The longest marker that is found across two chunks. */
const overlap = 256

/**
 * Looks for `assay-simulate: <word> …` in a file's raw bytes as they pass.
 * @param known the words with a meaning; others are ignored. One that ends in `-` stands for all words with this beginning
 */
export function createSteeringScanner(known: readonly string[]) {
  const found = new Set<string>()
  const isKnown = (word: string) => known.some(one => (one.endsWith('-') ? word.startsWith(one) : word === one))
  let tail = ''
  return {
    push(chunk: Buffer): void {
      const window = tail + chunk.toString('latin1')
      for (const [, list = ''] of window.matchAll(marker)) {
        for (const word of list.split(/[ \t,]+/)) if (isKnown(word)) found.add(word)
      }
      tail = window.slice(-overlap)
    },
    /** The known words found so far. */
    words: () => [...found],
  }
}
