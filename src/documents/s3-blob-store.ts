import { Readable } from 'node:stream'
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  NoSuchKey,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { BlobMissing, type BlobStore, checkBlobKey } from './blob-store.ts'
import type { S3Location } from './s3-location.ts'

/** The values of the standard AWS variables. */
export interface S3Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/**
 * Blobs as objects of an S3-compatible store. Small ones are put in one call, larger ones in parts of 5 MiB, one after
 * the other, so that an upload has at most one part in memory.
 */
export function createS3BlobStore(location: S3Location, credentials: S3Credentials): BlobStore & { stop(): void } {
  const { bucket, endpoint, region } = location
  const start = location.prefix === '' ? '' : `${location.prefix}/`
  const client = new S3Client({
    region,
    credentials,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    // Other S3-compatible stores refuse Amazon's newer checksums. The bytes are checked against our own digest anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const at = (key: string) => ({ Bucket: bucket, Key: start + checkBlobKey(key) })

  return {
    async write(key, source) {
      // With parallel parts, a failed part would not stop the reading of the source.
      await new Upload({ client, queueSize: 1, params: { ...at(key), Body: source } }).done()
    },
    async open(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand(at(key)))
        if (Body instanceof Readable) return Body
      } catch (error) {
        throw error instanceof NoSuchKey ? new BlobMissing(key, { cause: error }) : error
      }
      throw new TypeError('The store answered without a stream.')
    },
    async delete(key) {
      for (let more = true; more; ) {
        const unfinished = await client.send(new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: at(key).Key }))
        for (const { Key, UploadId } of unfinished.Uploads ?? [])
          await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }))
        more = unfinished.IsTruncated === true
      }
      await client.send(new DeleteObjectCommand(at(key)))
    },
    stop() {
      client.destroy()
    },
  }
}
