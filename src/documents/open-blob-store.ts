import { join } from 'node:path'
import type { BlobStore } from './blob-store.ts'
import { createFolderBlobStore } from './folder-blob-store.ts'
import { createS3BlobStore, type S3Credentials } from './s3-blob-store.ts'
import type { S3Location } from './s3-location.ts'

/** The S3-compatible store of that location, or without one a folder in the directory. */
export function openBlobStore(
  location: S3Location | null,
  credentials: S3Credentials | null,
  directory: string,
): BlobStore & { stop(): void } {
  if (location && credentials) return createS3BlobStore(location, credentials)
  return { ...createFolderBlobStore(join(directory, 'documents')), stop: () => {} }
}
