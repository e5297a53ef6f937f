import { join } from 'node:path'
import type { BlobStore } from './blob-store.ts'
import { createFolderBlobStore } from './folder-blob-store.ts'
import type { S3Credentials } from './s3-blob-store.ts'
import type { S3Location } from './s3-location.ts'

/** The S3-compatible store at the location, or without a location a folder in the directory. */
export async function openBlobStore(
  location: S3Location | null,
  credentials: S3Credentials | null,
  directory: string,
): Promise<BlobStore & { stop(): void }> {
  if (location && credentials) {
    // Loaded only when needed, because the client is large.
    const { createS3BlobStore } = await import('./s3-blob-store.ts')
    return createS3BlobStore(location, credentials)
  }
  return { ...createFolderBlobStore(join(directory, 'documents')), stop: () => {} }
}
