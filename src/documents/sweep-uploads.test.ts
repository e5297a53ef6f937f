import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { pdfOf } from '../../test/support/document-files.ts'
import {
  addCase,
  expiresSeconds,
  graceSeconds,
  newTenant,
  openUploadDesk,
  readDocument,
  readEvents,
  readUnownedBlobs,
  type UploadDesk,
} from '../../test/support/upload-desk.ts'
import { sql } from '../store/sql.ts'
import { noteUnownedBlob } from '../store/unowned-blobs.ts'
import type { BlobStore } from './blob-store.ts'

describeOnEveryDatabase('the sweep', database => {
  let desk: UploadDesk
  beforeAll(async () => {
    desk = await openUploadDesk(database())
  })
  afterAll(() => desk.close())

  const send = (token: string, into: UploadDesk['receive'] = desk.receive) =>
    into(token, {
      body: Readable.from([pdfOf(100)]),
      contentLength: 100,
      contentType: null,
      contentEncoding: null,
      correlationId: 'correlation-of-upload',
    })

  test('P19 rejects documents whose bytes did not arrive once, after the grace period', async () => {
    const [tenant, other] = [newTenant(), newTenant()]
    const abandoned = await desk.announce(tenant)
    const stored = await desk.announce(tenant)
    const elsewhere = await desk.announce(other)
    await send(stored.token)

    desk.advance(expiresSeconds + graceSeconds)
    expect(await desk.sweep()).toEqual({ rejectedDocuments: 0, deletedBlobs: 0 })
    desk.advance(1)
    expect(await desk.sweep()).toEqual({ rejectedDocuments: 2, deletedBlobs: 0 })
    expect(await desk.sweep()).toEqual({ rejectedDocuments: 0, deletedBlobs: 0 })

    expect(await readDocument(database(), tenant, abandoned.documentId)).toMatchObject({
      status: 'REJECTED',
      rejection_code: 'DEADLINE_EXCEEDED',
      rejection_message: 'No complete file arrived before the upload address expired.',
    })
    expect(await readDocument(database(), tenant, stored.documentId)).toMatchObject({ status: 'STORED' })
    expect(await readDocument(database(), other, elsewhere.documentId)).toMatchObject({ status: 'REJECTED' })
    expect((await readEvents(database(), tenant)).at(-1)).toEqual({
      sequence: 2,
      type: 'DOCUMENT_REJECTED',
      via: 'SCHEDULE',
      document_id: abandoned.documentId,
      case_id: abandoned.caseId,
      applicant_id: abandoned.applicantId,
      correlation_id: 'correlation-of-sweep',
    })
    expect(await readEvents(database(), other)).toHaveLength(1)
  })

  test('parallel sweeps reject each document once', async () => {
    const tenant = newTenant()
    await Promise.all(Array.from({ length: 12 }, () => desk.announce(tenant)))
    desk.advance(expiresSeconds + graceSeconds + 1)
    const swept = await Promise.all([desk.sweep(), desk.sweep()])
    expect(swept.reduce((sum, { rejectedDocuments }) => sum + rejectedDocuments, 0)).toBe(12)
    expect(await readEvents(database(), tenant)).toHaveLength(12)
  })

  test('more documents than one batch are all rejected', async () => {
    const tenant = newTenant()
    const { caseId, applicantId } = await addCase(database(), tenant)
    await database().rows(sql`
      insert into documents (tenant_id, id, case_id, applicant_id, file_name, kind, status, created_at, upload_until)
      select ${tenant}, 'doc_' || number, ${caseId}, ${applicantId}, 'x', 'OTHER', 'AWAITING_UPLOAD', ${desk.now()},
        ${desk.now()} from generate_series(1, 150) as number`)
    desk.advance(graceSeconds + 1)
    expect(await desk.sweep()).toEqual({ rejectedDocuments: 150, deletedBlobs: 0 })
  })

  test('deletes the blob of a sender that crashed between writing it and updating the document', async () => {
    const tenant = newTenant()
    const { documentId, token } = await desk.announce(tenant)
    const dying: BlobStore = {
      ...desk.blobs,
      async write(key, source) {
        await desk.blobs.write(key, source)
        throw new Error('killed')
      },
    }
    await expect(send(token, desk.receiveInto(dying))).rejects.toThrow('killed')
    expect(await desk.filesOf(tenant)).toHaveLength(1)
    expect(await desk.sweep()).toEqual({ rejectedDocuments: 0, deletedBlobs: 0 })

    desk.advance(expiresSeconds - 1)
    await send(token)
    expect(await desk.filesOf(tenant)).toHaveLength(2)
    desk.advance(graceSeconds)
    expect(await desk.sweep()).toEqual({ rejectedDocuments: 0, deletedBlobs: 1 })
    expect(await buffer(await desk.open(tenant, documentId))).toEqual(pdfOf(100))
    expect(await desk.filesOf(tenant)).toHaveLength(1)
    expect(await readUnownedBlobs(database(), tenant)).toEqual([])
  })

  test.each([
    ['that is being deleted', () => desk.sweepFrom(unreachable(desk.blobs))],
    ['that has been deleted', () => desk.sweep()],
  ])('a blob %s cannot become the bytes of a document', async (_name, sweepMeanwhile) => {
    const tenant = newTenant()
    const { documentId, token } = await desk.announce(tenant)
    const frozen: BlobStore = {
      ...desk.blobs,
      async write(key, source) {
        await desk.blobs.write(key, source)
        // The process pauses longer than any upload may take, but not beyond the grace period of its document.
        desk.advance(graceSeconds + 1)
        await sweepMeanwhile()
      },
    }
    await expect(send(token, desk.receiveInto(frozen))).rejects.toMatchObject({ reason: 'consumed' })
    expect(await readDocument(database(), tenant, documentId)).toMatchObject({
      status: 'AWAITING_UPLOAD',
      blob_key: null,
    })
    expect(await desk.filesOf(tenant)).toEqual([])
    expect(await readUnownedBlobs(database(), tenant)).toEqual([])
  })

  test('the next sweep tries again after a failure of the store', async () => {
    const tenant = newTenant()
    const key = `${tenant}/doc_x/1`
    await noteUnownedBlob(database(), tenant, key, desk.now())
    desk.advance(graceSeconds + 1)
    expect((await desk.sweepFrom(unreachable(desk.blobs))).deletedBlobs).toBe(0)
    expect(await readUnownedBlobs(database(), tenant)).toEqual([{ blob_key: key, doomed: true }])
    expect((await desk.sweep()).deletedBlobs).toBe(1)
    expect(await readUnownedBlobs(database(), tenant)).toEqual([])
  })
})

function unreachable(blobs: BlobStore): BlobStore {
  return { ...blobs, delete: () => Promise.reject(new Error('no answer')) }
}
