/** Longer than any trailer and any dictionary of a cross-reference stream. */
const longestDictionary = 16_384
const streamStart = /\bstream\r?\n/
const streamEnd = 'endstream'

/**
 * Finds out from the bytes of a PDF, chunk by chunk, whether it is encrypted.
 * Looks for `/Encrypt` where a PDF says that it is encrypted: in the dictionary of a trailer, or of a cross-reference stream
 * (ISO 32000-1, 7.5.5, 7.5.8 and 7.6.1). The word inside streams and strings is ignored.
 */
export function createEncryptionScanner() {
  /** The bytes that were not searched yet: objects, tables and trailers, or the end of a stream's last chunk. */
  let rest = ''
  let isInStream = false
  let found = false

  /** @returns whether the rest may contain more to search */
  function advance(): boolean {
    const end = isInStream ? rest.indexOf(streamEnd) : rest.search(streamStart)
    if (end < 0) {
      if (isInStream) rest = rest.slice(-streamEnd.length)
      else if (rest.length > 4 * longestDictionary) {
        found ||= saysEncrypted(rest)
        rest = rest.slice(-longestDictionary)
      }
      return false
    }
    if (!isInStream) found ||= saysEncrypted(rest.slice(0, end))
    rest = rest.slice(end + (isInStream ? streamEnd : 'stream').length)
    isInStream = !isInStream
    return true
  }

  return {
    push(chunk: Buffer): void {
      if (found) return
      rest += chunk.toString('latin1')
      while (!found && advance());
    },
    isEncrypted: () => found || (!isInStream && saysEncrypted(rest)),
  }
}

/** @param text of a PDF outside of its streams, with at most one dictionary of a stream, at the end */
function saysEncrypted(text: string): boolean {
  if (!text.includes('/Encrypt')) return false
  const plain = text.replace(/\((?:\\[\s\S]|[^\\)])*\)/g, '()')
  const trailers = plain.split(/\btrailer\b/).slice(1)
  const last = plain.split(/\bobj\b/).at(-1) ?? ''
  const dictionaries = [
    ...trailers.map(trailer => trailer.split('startxref')[0] ?? ''),
    ...(/\/Type\s*\/XRef\b/.test(last) ? [last] : []),
  ]
  return dictionaries.some(dictionary => /\/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)/.test(dictionary))
}
