import type { BlobStore } from '../../src/documents/blob-store.ts'

async function unexpected(): Promise<never> {
  throw new Error('There are no documents.')
}

/** A store for tests without documents. */
export const noBlobs: BlobStore = { write: unexpected, open: unexpected, delete: unexpected }
