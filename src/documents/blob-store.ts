import type { Readable } from 'node:stream'

/** Stores bytes by key. A key consists of parts of `A-Z a-z 0-9 _ -`, separated by `/`, and is written at most once. */
export interface BlobStore {
  /** Stores all bytes of the source or none: nothing is visible under the key before the source has ended without an error. */
  write(key: string, source: Readable): Promise<void>
  /** @throws BlobMissing when there is no blob with the key */
  open(key: string): Promise<Readable>
  /** Deletes a blob permanently, and also the rest of a write that crashed. An unknown key is no error. */
  delete(key: string): Promise<void>
}

/** The store has no blob with this key. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing'
  constructor(key: string, options?: ErrorOptions) {
    super(`There is no blob ${key}.`, options)
  }
}

/** @throws RangeError for a malformed key. Keys are made by this program, so that is a bug. */
export function checkBlobKey(key: string): string {
  if (!/^[\w-]+(?:\/[\w-]+)*$/.test(key) || key.length > 200) throw new RangeError('That is not a key of a blob.')
  return key
}
