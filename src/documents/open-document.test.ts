import { readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { pdfOf } from '../../test/support/document-files.ts'
import { addCase, contextOf, newTenant, openUploadDesk, type UploadDesk } from '../../test/support/upload-desk.ts'
import type { TenantId } from '../domain/tenant.ts'

describeOnEveryDatabase('a stored document', database => {
  let desk: UploadDesk
  beforeAll(async () => {
    desk = await openUploadDesk(database())
  })
  afterAll(() => desk.close())

  async function announce(tenant: TenantId) {
    const { caseId } = await addCase(database(), tenant)
    const { documentId, url } = await desk.uploads.createUpload(contextOf(tenant), { caseId, fileName: 'a.pdf' })
    return { documentId, token: url.split('/').at(-1) ?? '' }
  }

  /** Answers the id of a document with these bytes and the path of its file. */
  async function store(tenant: TenantId, bytes: Buffer) {
    const { documentId, token } = await announce(tenant)
    const nothingSaid = { contentLength: null, contentType: null, contentEncoding: null, correlationId: 'c' }
    await desk.receive(token, { body: Readable.from([bytes]), ...nothingSaid })
    const entries = await readdir(desk.folder, { recursive: true, withFileTypes: true })
    const entry = entries.find(({ name }) => name.startsWith(`${tenant}.${documentId}.`))
    return { documentId, path: `${entry?.parentPath}/${entry?.name}` }
  }

  test.each([100, 65_536, 1_000_000])('P14 of %i bytes is read as it was received, as often as wanted', async size => {
    const tenant = newTenant()
    const { documentId } = await store(tenant, pdfOf(size))
    for (const _ of ['once', 'twice'])
      expect((await buffer(await desk.open(tenant, documentId))).equals(pdfOf(size))).toBe(true)
  })

  test('P14 that was altered cannot be read to its end', async () => {
    const tenant = newTenant()
    const { documentId, path } = await store(tenant, pdfOf(1_000_000))
    const altered = pdfOf(1_000_000)
    altered.write('X', 999_999)
    await writeFile(path, altered)
    let seen = 0
    async function readAll() {
      for await (const chunk of await desk.open(tenant, documentId)) seen += Buffer.from(chunk).length
    }
    await expect(readAll()).rejects.toMatchObject({ code: 'INTERNAL', retryable: false })
    expect(seen).toBeLessThan(1_000_000)
  })

  test('P14 that was cut short, or is lost, is an error', async () => {
    const tenant = newTenant()
    const { documentId, path } = await store(tenant, pdfOf(1_000))
    await truncate(path, 999)
    await expect(desk.open(tenant, documentId).then(buffer)).rejects.toMatchObject({ code: 'INTERNAL' })
    await rm(path)
    await expect(desk.open(tenant, documentId)).rejects.toMatchObject({ code: 'INTERNAL', retryable: false })
  })

  test('has no bytes before they have come', async () => {
    const tenant = newTenant()
    const { documentId } = await announce(tenant)
    await expect(desk.open(tenant, documentId)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_READY', retryable: true })
  })

  test('P17 does not exist for another tenant', async () => {
    const { documentId } = await store(newTenant(), pdfOf(100))
    await expect(desk.open(newTenant(), documentId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
