import { Readable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { useOneDatabase } from '../../test/support/databases.ts'
import { pdfOf } from '../../test/support/document-files.ts'
import {
  addCase,
  contextOf,
  newTenant,
  openUploadDesk,
  readUnownedBlobs,
  type UploadDesk,
} from '../../test/support/upload-desk.ts'
import type { BlobStore } from '../documents/blob-store.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { purgeErasures } from '../store/erasures.ts'
import { createErasures } from './create-erasures.ts'

const database = useOneDatabase()
let desk: UploadDesk
beforeAll(async () => {
  desk = await openUploadDesk(database())
})
afterAll(() => desk.close())

const unused: Pick<ProviderRegistry, 'client'> = {
  client() {
    throw new Error('No provider was given anything.')
  },
}

function erasures(more: Partial<BlobStore> = {}) {
  const blobs = { ...desk.blobs, ...more }
  return createErasures({ ...desk, blobs, providers: unused, logger: pino({ level: 'silent' }) })
}

/** Creates an applicant of a new tenant with one stored document. */
async function addStored() {
  const tenant = newTenant()
  const { caseId, applicantId } = await addCase(database(), tenant)
  const { url } = await desk.uploads.createUpload(contextOf(tenant), { caseId, fileName: 'a.pdf' })
  const sent = { contentLength: 500, contentType: 'application/pdf', contentEncoding: null, correlationId: 'c' }
  await desk.receive(url.split('/').at(-1) ?? '', { ...sent, body: Readable.from([pdfOf(500)]) })
  const files = () => desk.filesOf(tenant)
  expect(await files()).toHaveLength(1)
  return { tenant, context: contextOf(tenant), applicantId, files }
}

const failing: BlobStore['delete'] = async () => {
  throw new Error('the store is down')
}

const left = {
  complete: false,
  remaining: [
    {
      providerId: null,
      reason: 'INTERNAL',
      message: '1 files could not be deleted yet. Assay tries again every few minutes.',
      references: [],
    },
  ],
}

test('P21 bytes that cannot be deleted are reported, and a repeated mutation deletes them', async () => {
  const { tenant, context, applicantId, files } = await addStored()
  expect(await erasures({ delete: failing }).erase(context, { applicantId })).toEqual(left)
  expect(await readUnownedBlobs(database(), tenant)).toEqual([{ blob_key: expect.any(String), doomed: true }])
  expect(await erasures({ delete: failing }).erase(context, { applicantId })).toEqual(left)
  expect(await erasures().erase(context, { applicantId })).toEqual({ complete: true, remaining: [] })
  expect(await files()).toEqual([])
  expect(await readUnownedBlobs(database(), tenant)).toEqual([])
})

test('P21 bytes that cannot be deleted are deleted by the next sweep', async () => {
  const { context, applicantId, files } = await addStored()
  await erasures({ delete: failing }).erase(context, { applicantId })
  await desk.sweep()
  expect(await files()).toEqual([])
  expect(await erasures({ delete: failing }).erase(context, { applicantId })).toEqual({ complete: true, remaining: [] })
})

test('P21 the record of an erasure is deleted in the end, and the applicant is then unknown', async () => {
  const { context, applicantId } = await addStored()
  await erasures().erase(context, { applicantId })
  await purgeErasures(database(), new Date(desk.now().getTime() + 1))
  await expect(erasures().erase(context, { applicantId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
