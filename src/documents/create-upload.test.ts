import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import {
  addCase,
  contextOf,
  maxBytes,
  newTenant,
  openUploadDesk,
  readDocument,
  type UploadDesk,
} from '../../test/support/upload-desk.ts'
import { createId } from '../domain/ids.ts'
import type { TenantId } from '../domain/tenant.ts'
import { sql } from '../store/sql.ts'
import { maxDocumentsPerCase } from './create-upload.ts'
import { parseUploadToken } from './upload-token.ts'

describeOnOneDatabase('an upload', database => {
  let desk: UploadDesk
  beforeAll(async () => {
    desk = await openUploadDesk(database())
  })
  afterAll(() => desk.close())

  const tokenOf = (url: string) => url.split('/').at(-1) ?? ''

  test('creates the document and returns a signed address that expires', async () => {
    const tenant = newTenant()
    const { caseId, applicantId } = await addCase(database(), tenant)
    const input = {
      caseId,
      fileName: 'Kontoauszug März (1).pdf',
      byteSize: 1_234,
      mediaType: 'Application/PDF; version=1',
      kind: 'BANK_STATEMENT',
      period: 'MONTH',
      date: '2026-02-28',
    } as const
    const upload = await desk.uploads.createUpload(contextOf(tenant), input)

    const until = new Date(desk.now().getTime() + 900_000)
    expect(upload).toEqual({
      documentId: upload.documentId,
      url: `https://assay.example/uploads/${tokenOf(upload.url)}`,
      method: 'PUT',
      headers: [{ name: 'Content-Type', value: 'application/pdf' }],
      expiresAt: until,
    })
    expect(parseUploadToken(desk.signer, tokenOf(upload.url))).toEqual({ tenant, documentId: upload.documentId, until })
    expect(await readDocument(database(), tenant, upload.documentId)).toEqual({
      tenant_id: tenant,
      id: upload.documentId,
      case_id: caseId,
      applicant_id: applicantId,
      file_name: 'Kontoauszug März (1).pdf',
      kind: 'BANK_STATEMENT',
      media_type: 'application/pdf',
      byte_size: 1_234,
      sha256: null,
      period: 'MONTH',
      date: '2026-02-28',
      status: 'AWAITING_UPLOAD',
      rejection_code: null,
      rejection_message: null,
      created_at: desk.now(),
      stored_at: null,
      upload_until: until,
      blob_key: null,
    })
  })

  test('needs only a case and a name; the document is then a bank statement of any type', async () => {
    const tenant = newTenant()
    const { caseId } = await addCase(database(), tenant)
    const upload = await desk.uploads.createUpload(contextOf(tenant), { caseId, fileName: 'a' })
    expect(upload.headers).toEqual([{ name: 'Content-Type', value: 'application/octet-stream' }])
    const row = await readDocument(database(), tenant, upload.documentId)
    expect(row).toMatchObject({ kind: 'BANK_STATEMENT', media_type: null, byte_size: null, period: null, date: null })
  })

  test.each([
    [{ fileName: '' }, 'BAD_USER_INPUT', 'fileName'],
    [{ fileName: '   ' }, 'BAD_USER_INPUT', 'fileName'],
    [{ fileName: 'x'.repeat(256) }, 'BAD_USER_INPUT', 'fileName'],
    [{ fileName: 'a\u0000b.pdf' }, 'BAD_USER_INPUT', 'fileName'],
    [{ fileName: 'a\nb.pdf' }, 'BAD_USER_INPUT', 'fileName'],
    [{ fileName: '../a.pdf' }, 'BAD_USER_INPUT', 'fileName'],
    [{ fileName: 'C:\\a.pdf' }, 'BAD_USER_INPUT', 'fileName'],
    [{ fileName: '..' }, 'BAD_USER_INPUT', 'fileName'],
    [{ byteSize: 0 }, 'DOCUMENT_EMPTY', 'byteSize'],
    [{ byteSize: -1 }, 'BAD_USER_INPUT', 'byteSize'],
    [{ byteSize: 1.5 }, 'BAD_USER_INPUT', 'byteSize'],
    [{ byteSize: maxBytes + 1 }, 'DOCUMENT_TOO_LARGE', 'byteSize'],
    [{ mediaType: 'text/html' }, 'DOCUMENT_TYPE_UNSUPPORTED', 'mediaType'],
    [{ kind: 'OTHER' as const, period: 'MONTH' as const }, 'BAD_USER_INPUT', 'period'],
    [{ date: '2026-02-30' }, 'BAD_USER_INPUT', 'date'],
    [{ caseId: 'case_unknown' }, 'NOT_FOUND', 'caseId'],
  ])('%j is refused as %s', async (wrong, code, field) => {
    const tenant = newTenant()
    const { caseId } = await addCase(database(), tenant)
    const creating = desk.uploads.createUpload(contextOf(tenant), { caseId, fileName: 'a.pdf', ...wrong })
    await expect(creating).rejects.toMatchObject({ code, field: [field] })
    expect(await database().rows(sql`select id from documents where tenant_id = ${tenant}`)).toEqual([])
  })

  test('a name of 255 characters and the largest size are accepted', async () => {
    const tenant = newTenant()
    const { caseId } = await addCase(database(), tenant)
    const input = { caseId, fileName: '😀'.repeat(255), byteSize: maxBytes }
    await expect(desk.uploads.createUpload(contextOf(tenant), input)).resolves.toBeDefined()
  })

  test('P17 another tenant’s case is refused like one that does not exist', async () => {
    const { caseId } = await addCase(database(), newTenant())
    const creating = desk.uploads.createUpload(contextOf(newTenant()), { caseId, fileName: 'a.pdf' })
    await expect(creating).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['caseId'] })
  })

  test('the same idempotency key returns the same document with a new address', async () => {
    const tenant = newTenant()
    const { caseId } = await addCase(database(), tenant)
    const input = { caseId, fileName: 'a.pdf', idempotencyKey: 'once' }
    const first = await desk.uploads.createUpload(contextOf(tenant), input)
    desk.advance(600)
    const second = await desk.uploads.createUpload(contextOf(tenant), { ...input, kind: 'BANK_STATEMENT' })
    expect(second.documentId).toBe(first.documentId)
    expect(second.expiresAt).toEqual(new Date(first.expiresAt.getTime() + 600_000))
    expect(second.url).not.toBe(first.url)
    const row = await readDocument(database(), tenant, first.documentId)
    expect(row).toMatchObject({ upload_until: second.expiresAt, status: 'AWAITING_UPLOAD' })
  })

  test('the same idempotency key with another input is a conflict, and keys of other tenants are independent', async () => {
    const tenant = newTenant()
    const { caseId } = await addCase(database(), tenant)
    const input = { caseId, fileName: 'a.pdf', idempotencyKey: 'once' }
    const first = await desk.uploads.createUpload(contextOf(tenant), input)
    const other = desk.uploads.createUpload(contextOf(tenant), { ...input, fileName: 'b.pdf' })
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'] })

    const stranger = newTenant()
    const { caseId: theirs } = await addCase(database(), stranger)
    const second = await desk.uploads.createUpload(contextOf(stranger), { ...input, caseId: theirs })
    expect(second.documentId).not.toBe(first.documentId)
  })

  test('a case has at most 200 documents, also with parallel requests', async () => {
    const tenant = newTenant()
    const { caseId, applicantId } = await addCase(database(), tenant)
    for (let index = 2; index < maxDocumentsPerCase; index += 1) await announceDirectly(tenant, caseId, applicantId)
    const input = { caseId, fileName: 'a.pdf' }
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map(() => desk.uploads.createUpload(contextOf(tenant), input)),
    )
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected'])
    const another = desk.uploads.createUpload(contextOf(tenant), input)
    await expect(another).rejects.toMatchObject({ code: 'INVALID_STATE', field: ['caseId'] })
  })

  async function announceDirectly(tenant: TenantId, caseId: string, applicantId: string) {
    const [id, at] = [createId('document'), desk.now()]
    await database().rows(sql`
      insert into documents (tenant_id, id, case_id, applicant_id, file_name, kind, status, created_at, upload_until)
      values (${tenant}, ${id}, ${caseId}, ${applicantId}, 'x', 'OTHER', 'AWAITING_UPLOAD', ${at}, ${at})`)
  }
})
