import { Readable } from 'node:stream'
import type { Signer } from '../auth/signer.ts'
import { wholeTenant } from '../domain/reach.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { markRejected, markStored, readUploadState } from '../store/document-rows.ts'
import { noteUnownedBlob } from '../store/unowned-blobs.ts'
import { createBlobKey } from './blob-key.ts'
import type { BlobStore } from './blob-store.ts'
import { type DiscardBlobDeps, discardBlob } from './discard-blob.ts'
import { checkSize, type InspectionLimits, inspectUpload, sizeDiffers, type UploadFacts } from './inspect-upload.ts'
import { isFinalRefusal, UploadRefusal } from './upload-refusal.ts'
import { parseUploadToken, type UploadGrant } from './upload-token.ts'

export interface ReceiveUploadDeps extends DiscardBlobDeps {
  readonly database: ChangingDatabase
  /** The signer of the addresses. */
  readonly signer: Signer
  readonly now: () => Date
  readonly maxBytes: number
}

/** Incoming bytes with their headers. */
export interface IncomingUpload {
  readonly body: AsyncIterable<Uint8Array>
  /** null when the sender does not know it beforehand. */
  readonly contentLength: number | null
  readonly contentType: string | null
  readonly contentEncoding: string | null
  readonly correlationId: string
}

export interface ReceivedUpload extends UploadFacts {
  readonly documentId: string
}

/**
 * Stores the bytes of one document unchanged. They are kept only if all arrived and are acceptable. Of several parallel
 * senders, the first to finish wins.
 *
 * @throws UploadRefusal when they are refused; after any other error they may be sent again
 */
export type ReceiveUpload = (token: string, upload: IncomingUpload) => Promise<ReceivedUpload>

export function createReceiveUpload(deps: ReceiveUploadDeps): ReceiveUpload {
  return async (token, upload) => {
    const grant = parseUploadToken(deps.signer, token)
    if (!grant) throw unknownAddress()
    if (deps.now() >= grant.until) throw expiredAddress()
    const limits = { maxBytes: deps.maxBytes, declaredSize: await declaredSizeOf(deps, grant) }
    try {
      checkDeclaration(upload, limits)
      return await keep(deps, grant, upload, limits)
    } catch (error) {
      if (error instanceof UploadRefusal && isFinalRefusal(error)) await reject(deps, grant, upload, error)
      throw error
    }
  }
}

/** Writes the bytes under a key that no other attempt has, and makes them the document's in one transaction. */
async function keep(
  deps: ReceiveUploadDeps,
  { tenant, documentId }: UploadGrant,
  { body, correlationId }: IncomingUpload,
  limits: InspectionLimits,
): Promise<ReceivedUpload> {
  const { database, now } = deps
  const blobKey = createBlobKey(tenant, documentId)
  await noteUnownedBlob(database, tenant, blobKey, now())
  try {
    const facts = await write(deps.blobs, blobKey, body, limits)
    await database.change({ ...wholeTenant(tenant), correlationId }, 'REQUEST', async change => {
      const owners = await markStored(change.tx, tenant, documentId, { blobKey, ...facts, storedAt: change.at })
      if (!owners) throw consumedAddress('The document no longer waits for bytes.')
      change.emit({ type: 'DOCUMENT_STORED', ...owners })
    })
    return { documentId, ...facts }
  } catch (error) {
    // After any other failure the commit may have succeeded, so the sweep checks the database.
    const isRefusal = error instanceof UploadRefusal
    const isErased = !isRefusal && (await readUploadState(database, tenant, documentId)) === null
    if (isRefusal || isErased) await discardBlob(deps, tenant, blobKey)
    throw isErased ? unknownAddress() : error
  }
}

async function write(
  blobs: BlobStore,
  key: string,
  body: AsyncIterable<Uint8Array>,
  limits: InspectionLimits,
): Promise<UploadFacts> {
  const inspection = inspectUpload(body, limits)
  try {
    await blobs.write(key, Readable.from(inspection.bytes, { objectMode: false }))
  } catch (error) {
    throw inspection.refusal() ?? error
  }
  const facts = inspection.facts()
  if (!facts) throw new Error('The blob store confirmed the upload before all bytes had arrived.')
  return facts
}

async function reject(
  { database }: ReceiveUploadDeps,
  { tenant, documentId }: UploadGrant,
  { correlationId }: IncomingUpload,
  refusal: UploadRefusal,
): Promise<void> {
  await database.change({ ...wholeTenant(tenant), correlationId }, 'REQUEST', async change => {
    const owners = await markRejected(change.tx, tenant, documentId, refusal)
    if (!owners) throw consumedAddress('The document no longer waits for bytes.')
    change.emit({ type: 'DOCUMENT_REJECTED', ...owners })
  })
}

/** @throws UploadRefusal when the document does not wait for bytes */
async function declaredSizeOf(deps: ReceiveUploadDeps, { tenant, documentId }: UploadGrant): Promise<number | null> {
  const state = await readUploadState(deps.database, tenant, documentId)
  if (!state || state.status === 'ERASED') throw unknownAddress()
  if (state.status === 'STORED') throw consumedAddress('The document has its bytes.')
  if (state.status === 'REJECTED') throw consumedAddress(`The document was rejected: ${state.rejectionMessage}`)
  return state.byteSize
}

/** Checks the headers before any byte is read. */
function checkDeclaration(
  { contentLength, contentType, contentEncoding }: IncomingUpload,
  limits: InspectionLimits,
): void {
  if (contentEncoding !== null && contentEncoding.toLowerCase() !== 'identity')
    throw new UploadRefusal('not-raw', 'Send the bytes as they are, without a content encoding.')
  if (/^\s*(multipart\/|application\/x-www-form-urlencoded)/i.test(contentType ?? ''))
    throw new UploadRefusal('not-raw', 'Send the bytes of the file as the body, not a form.')
  if (contentLength === null) return
  if (contentLength === 0) throw new UploadRefusal('empty', 'No bytes were sent.')
  checkSize(contentLength, limits)
  if (limits.declaredSize !== null && contentLength !== limits.declaredSize) throw sizeDiffers(limits.declaredSize)
}

function unknownAddress(): UploadRefusal {
  return new UploadRefusal('unknown', 'There is no such upload.')
}

function expiredAddress(): UploadRefusal {
  return new UploadRefusal(
    'expired',
    'This address has expired. Ask createDocumentUpload for another one; the same idempotencyKey gives one for the same document.',
  )
}

function consumedAddress(why: string): UploadRefusal {
  return new UploadRefusal('consumed', `${why} An address takes one upload; ask createDocumentUpload for another one.`)
}
