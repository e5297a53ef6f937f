import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createSigner } from '../../src/auth/signer.ts'
import { useOneDatabase } from '../support/databases.ts'
import {
  announceDocument,
  createApplicant,
  eraseApplicant,
  openCase,
  prepareCase,
  uniquePdf,
} from '../support/journey.ts'
import { type AppOnDatabase, secretKey, startAppOn, tenantKeys } from '../support/start-app-on.ts'

const noon = new Date('2026-03-01T12:00:00Z')
const link = z.object({ url: z.string(), expiresAt: z.string() })

describe('a document', () => {
  const database = useOneDatabase()
  const bytes = uniquePdf()
  const name = 'Kontoauszug März "1".pdf'
  let app: AppOnDatabase
  let time = noon
  let applicantId: string
  let documentId: string

  beforeAll(async () => {
    app = await startAppOn(database(), [], {}, { now: () => time })
    const prepared = await prepareCase(app.client(tenantKeys.acme), bytes, name)
    applicantId = prepared.applicantId
    documentId = prepared.documentId
  })
  afterAll(() => app.stop())
  beforeEach(() => {
    time = noon
  })

  async function download(key: string = tenantKeys.acme, id = documentId) {
    const document = await app.client(key).read('document', id, z.object({ download: link.nullable() }).nullable())
    return document?.download ?? null
  }
  async function failure(url: string) {
    const response = await fetch(url)
    const { error } = z.object({ error: z.object({ code: z.string() }) }).parse(await response.json())
    return { status: response.status, code: error.code }
  }

  test('P14 is downloaded unchanged from an address that needs no credential, and is sandboxed in a browser', async () => {
    const { url = '', expiresAt } = (await download()) ?? {}
    expect(expiresAt).toBe('2026-03-01T12:15:00.000Z')
    const response = await fetch(url)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition':
        'attachment; filename="Kontoauszug_M_rz__1_.pdf"; filename*=UTF-8\'\'Kontoauszug%20M%C3%A4rz%20%221%22.pdf',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })

  test('is answered as a whole to a range request', async () => {
    const { url = '' } = (await download()) ?? {}
    const response = await fetch(url, { headers: { range: 'bytes=0-3', 'accept-encoding': 'gzip' } })
    expect([response.status, response.headers.get('content-encoding')]).toEqual([200, null])
    expect((await response.arrayBuffer()).byteLength).toBe(bytes.byteLength)
  })

  test('has no address before its bytes are stored', async () => {
    const client = app.client(tenantKeys.acme)
    const caseId = await openCase(client, await createApplicant(client))
    const { document } = await announceDocument(client, { caseId, fileName: 'later.pdf' })
    expect(await download(tenantKeys.acme, document?.id)).toBeNull()
  })

  test('P17 has no address that another tenant can get or forge', async () => {
    expect(await download(tenantKeys.globex)).toBeNull()
    const until = noon.getTime() + 60_000
    const sign = (purpose: string, text: string, secret = secretKey) => createSigner([secret], purpose).sign(text)
    for (const token of [
      sign('document', `globex ${documentId} ${until}`),
      sign('document', `acme doc_01kb0000000000000000000000 ${until}`),
      sign('document', `acme ${documentId}`),
      sign('report', `acme ${documentId} ${until}`),
      sign('upload', `acme ${documentId} ${until}`),
      sign('document', `acme ${documentId} ${until}`, 'another-secret-of-32-characters-or-more'),
      'nonsense',
    ])
      expect(await failure(`${app.url}/files/${token}`)).toEqual({ status: 404, code: 'NOT_FOUND' })
    const genuine = await fetch(`${app.url}/files/${sign('document', `acme ${documentId} ${until}`)}`)
    expect(genuine.status).toBe(200)
    await genuine.body?.cancel()
  })

  test('cannot be downloaded when the address has expired', async () => {
    const { url = '' } = (await download()) ?? {}
    time = new Date('2026-03-01T12:15:00Z')
    expect(await failure(url)).toEqual({ status: 410, code: 'RESULT_EXPIRED' })
  })

  test('P21 cannot be downloaded when its applicant was erased', async () => {
    const { url = '' } = (await download()) ?? {}
    await eraseApplicant(app.client(tenantKeys.acme), applicantId)
    expect(await failure(url)).toEqual({ status: 404, code: 'NOT_FOUND' })
  })
})
