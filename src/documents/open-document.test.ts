import { readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { pdfOf } from '../../test/support/document-files.ts'
import { newTenant, openUploadDesk, type UploadDesk } from '../../test/support/upload-desk.ts'
import type { TenantId } from '../domain/tenant.ts'

describeOnOneDatabase('a stored document', database => {
  let desk: UploadDesk
  beforeAll(async () => {
    desk = await openUploadDesk(database())
  })
  afterAll(() => desk.close())

  /** Stores a document with these bytes. @returns its id and the path of its file */
  async function store(tenant: TenantId, bytes: Buffer) {
    const { documentId, token } = await desk.announce(tenant)
    const nothingSaid = { contentLength: null, contentType: null, contentEncoding: null, correlationId: 'c' }
    await desk.receive(token, { body: Readable.from([bytes]), ...nothingSaid })
    const entries = await readdir(desk.folder, { recursive: true, withFileTypes: true })
    const entry = entries.find(({ name }) => name.startsWith(`${tenant}.${documentId}.`))
    return { documentId, path: `${entry?.parentPath}/${entry?.name}` }
  }

  test.each([100, 65_536, 1_000_000])('P14 of %i bytes is read unchanged any number of times', async size => {
    const tenant = newTenant()
    const { documentId } = await store(tenant, pdfOf(size))
    for (const _ of ['once', 'twice'])
      expect((await buffer(await desk.open(tenant, documentId))).equals(pdfOf(size))).toBe(true)
  })

  test('P14 that was altered makes the stream fail before its end', async () => {
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

  test('P14 that is truncated or missing makes the stream fail', async () => {
    const tenant = newTenant()
    const { documentId, path } = await store(tenant, pdfOf(1_000))
    await truncate(path, 999)
    await expect(desk.open(tenant, documentId).then(buffer)).rejects.toMatchObject({ code: 'INTERNAL' })
    await rm(path)
    await expect(desk.open(tenant, documentId)).rejects.toMatchObject({ code: 'INTERNAL', retryable: false })
  })

  test('is DOCUMENT_NOT_READY before its bytes have arrived', async () => {
    const tenant = newTenant()
    const { documentId } = await desk.announce(tenant)
    await expect(desk.open(tenant, documentId)).rejects.toMatchObject({ code: 'DOCUMENT_NOT_READY', retryable: true })
  })

  test('P17 does not exist for another tenant', async () => {
    const { documentId } = await store(newTenant(), pdfOf(100))
    await expect(desk.open(newTenant(), documentId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
