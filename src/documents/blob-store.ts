import type { Readable } from 'node:stream'

/** Bytes by name. A key is made of parts of `A-Z a-z 0-9 _ -`, separated by `/`, and is written to at most once. */
export interface BlobStore {
  /** Keeps all bytes of the source, or none: nothing is visible under the key before the source has ended without an error. */
  write(key: string, source: Readable): Promise<void>
  /** @throws BlobMissing when nothing is kept under the key. */
  open(key: string): Promise<Readable>
  /** Deletes for good, also what a crash left of a write that never ended. Nothing under the key is no fault. */
  delete(key: string): Promise<void>
}

/** The store has no blob with this key. */
export class BlobMissing extends Error {
  override readonly name = 'BlobMissing'
  constructor(key: string, options?: ErrorOptions) {
    super(`There is no blob ${key}.`, options)
  }
}

/** @throws RangeError for a key that is not made as described; keys are ours, so that is a fault of the program. */
export function checkBlobKey(key: string): string {
  if (!/^[\w-]+(?:\/[\w-]+)*$/.test(key) || key.length > 200) throw new RangeError('That is not a key of a blob.')
  return key
}
