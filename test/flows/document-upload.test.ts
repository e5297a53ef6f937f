import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import { Readable } from 'node:stream'
import { buffer, json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSigner } from '../../src/auth/signer.ts'
import type { IncomingUpload, ReceiveUpload } from '../../src/documents/receive-upload.ts'
import { toUploadToken } from '../../src/documents/upload-token.ts'
import { parseTenantId, type TenantId } from '../../src/domain/tenant.ts'
import { startTestServer, type TestServer } from '../../src/server/testing/start-test-server.ts'
import { registerUploadRoute } from '../../src/server/upload-route.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import { documentFiles, pdfOf } from '../support/document-files.ts'
import {
  addCase,
  contextOf,
  maxBytes,
  newTenant,
  openUploadDesk,
  readDocument,
  readEvents,
  type UploadDesk,
} from '../support/upload-desk.ts'

const page = 'https://app.example'

describeOnOneDatabase('a document sent over HTTP', database => {
  let desk: UploadDesk
  let server: TestServer
  /** The function that the route calls; a test may wrap it. */
  let receive: ReceiveUpload
  const pace = { idleMs: 20_000, totalMs: 60_000 }

  beforeAll(async () => {
    desk = await openUploadDesk(database())
    server = await startTestServer({
      allowedOrigins: [page],
      routes: [
        app =>
          registerUploadRoute(app, {
            receive: (...upload) => receive(...upload),
            pace,
          }),
      ],
    })
  })
  beforeEach(() => {
    pace.idleMs = 20_000
    receive = desk.receive
  })
  afterAll(async () => {
    await server.stop()
    await desk.close()
  })

  /** Creates a document and returns its upload address. */
  async function announce(tenant: TenantId, more: { fileName?: string; byteSize?: number } = {}) {
    const { caseId } = await addCase(database(), tenant)
    const input = { caseId, fileName: 'statement.pdf', ...more }
    const { documentId, url } = await desk.uploads.createUpload(contextOf(tenant), input)
    return { documentId, url: `${server.url}${new URL(url).pathname}` }
  }

  const put = (url: string, body: RequestInit['body'], headers: Record<string, string> = {}) =>
    fetch(url, { method: 'PUT', body, headers, duplex: 'half' })

  async function expectWaiting(tenant: TenantId, documentId: string) {
    expect(await readDocument(database(), tenant, documentId)).toMatchObject({ status: 'AWAITING_UPLOAD' })
    expect(await readEvents(database(), tenant)).toEqual([])
    expect(await desk.filesOf(tenant)).toEqual([])
  }

  test('P14 is stored with the digest of the sent bytes', async () => {
    const tenant = newTenant()
    const { documentId, url } = await announce(tenant, { byteSize: 1_000_000 })
    const answer = await put(url, pdfOf(1_000_000), { 'content-type': 'application/pdf' })
    expect(answer.status).toBe(201)
    const sha256 = digestOf(pdfOf(1_000_000))
    const facts = { documentId, status: 'STORED', sha256, byteSize: 1_000_000, mediaType: 'application/pdf' }
    expect(await answer.json()).toEqual(facts)
    expect(digestOf(await buffer(await desk.open(tenant, documentId)))).toBe(sha256)
  })

  test('P14 P19 of 20 MB waits at the sender while the store is slow', async () => {
    const tenant = newTenant()
    const { documentId, url } = await announce(tenant)
    const bytes = pdfOf(20_000_000)
    let sent = 0
    let taken = 0
    let furthestAhead = 0
    let largest = 0
    receive = (token, upload) => desk.receive(token, { ...upload, body: slowly(upload.body) })
    async function* slowly(body: IncomingUpload['body']) {
      for await (const piece of body) {
        taken += piece.length
        furthestAhead = Math.max(furthestAhead, sent - taken)
        largest = Math.max(largest, piece.length)
        await new Promise(resolve => setImmediate(resolve))
        yield piece
      }
    }
    function* pieces() {
      for (; sent < bytes.length; sent += 50_000) yield bytes.subarray(sent, sent + 50_000)
    }
    const sending = request(url, { method: 'PUT' })
    Readable.from(pieces()).pipe(sending)
    const answer = await answerTo(sending)
    expect(answer).toMatchObject({ status: 201, body: { documentId, byteSize: 20_000_000, sha256: digestOf(bytes) } })
    expect(digestOf(await buffer(await desk.open(tenant, documentId)))).toBe(digestOf(bytes))
    expect(largest).toBeLessThan(500_000)
    // The two sockets buffer this much; the whole document has 20 MB.
    expect(furthestAhead).toBeLessThan(16_000_000)
  })

  test.each(['', 'text/plain', 'application/json', 'application/pdf; x="y"'])('with Content-Type %j', async type => {
    const { url } = await announce(newTenant())
    const answer = await put(url, pdfOf(100), type ? { 'content-type': type } : {})
    expect(answer.status).toBe(201)
  })

  test('of a tenant with the longest name', async () => {
    const tenant = parseTenantId(`${newTenant()}-`.padEnd(64, 'x'))
    const { url } = await announce(tenant)
    expect((await put(url, pdfOf(100))).status).toBe(201)
  })

  test('P19 is accepted once, and the second sender gets 409', async () => {
    const { url } = await announce(newTenant())
    expect((await put(url, pdfOf(100))).status).toBe(201)
    await expectRefusal(await put(url, pdfOf(100)), 409, 'CONFLICT', /has its bytes/)
  })

  test('P19 may be sent again to the same address after the connection broke', async () => {
    const tenant = newTenant()
    const { documentId, url } = await announce(tenant, { byteSize: 1_000 })
    const begun = Promise.withResolvers<void>()
    const ended = Promise.withResolvers<unknown>()
    receive = (token, upload) => {
      const body = onFirst(upload.body, begun.resolve)
      const receiving = desk.receive(token, { ...upload, body })
      receiving.catch(ended.resolve)
      return receiving
    }
    const sending = request(url, { method: 'PUT', headers: { 'content-length': 1_000 } })
    sending.on('error', () => {})
    sending.write(pdfOf(500))
    await begun.promise
    sending.destroy()
    expect(await ended.promise).toMatchObject({ reason: 'broken' })
    await expectWaiting(tenant, documentId)

    receive = desk.receive
    expect((await put(url, pdfOf(1_000))).status).toBe(201)
  })

  test('P19 that is sent too slowly is aborted and may be sent again', async () => {
    const tenant = newTenant()
    const { documentId, url } = await announce(tenant)
    pace.idleMs = 50
    const sending = request(url, { method: 'PUT', headers: { 'content-length': 1_000 } })
    sending.write(pdfOf(500))
    const answer = await answerTo(sending)
    expect(answer).toMatchObject({ status: 408, body: { error: { code: 'DEADLINE_EXCEEDED' } } })
    await expectWaiting(tenant, documentId)
    pace.idleMs = 20_000
    expect((await put(url, pdfOf(1_000))).status).toBe(201)
  })

  test('P19 that is too large is refused by its content length before it is read', async () => {
    const tenant = newTenant()
    const { documentId, url } = await announce(tenant)
    const sending = request(url, { method: 'PUT', headers: { 'content-length': maxBytes + 1 } })
    sending.on('error', () => {})
    sending.write(pdfOf(10))
    const answer = await answerTo(sending)
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'DOCUMENT_TOO_LARGE' } } })
    expect(await readDocument(database(), tenant, documentId)).toMatchObject({ status: 'REJECTED' })
    sending.destroy()
  })

  test('that is a web page named .pdf is refused', async () => {
    const tenant = newTenant()
    const { documentId, url } = await announce(tenant, { fileName: 'statement.pdf' })
    const answer = await put(url, '<!doctype html><title>x</title>', { 'content-type': 'application/pdf' })
    await expectRefusal(answer, 415, 'DOCUMENT_TYPE_UNSUPPORTED', /Accepted are PDF, JPEG/)
    expect(await readEvents(database(), tenant)).toMatchObject([{ type: 'DOCUMENT_REJECTED', document_id: documentId }])
  })

  test('P19 of a wrong type is refused while it is being sent', async () => {
    const { url } = await announce(newTenant())
    const sending = request(url, { method: 'PUT' })
    sending.write(Buffer.alloc(10_000, 'GIF89a'))
    const answer = await answerTo(sending)
    expect(answer).toMatchObject({ status: 415, body: { error: { code: 'DOCUMENT_TYPE_UNSUPPORTED' } } })
    sending.on('error', () => {})
    sending.destroy()
  })

  test('that is empty is refused', async () => {
    const { url } = await announce(newTenant())
    await expectRefusal(await put(url, null), 422, 'DOCUMENT_EMPTY', /No bytes/)
    const other = await announce(newTenant())
    await expectRefusal(await put(other.url, new Blob([]).stream()), 422, 'DOCUMENT_EMPTY', /No bytes/)
  })

  test('in a form is refused with an error that says how to send it, and may be sent again', async () => {
    const tenant = newTenant()
    const { documentId, url } = await announce(tenant)
    const form = new FormData()
    form.append('file', new Blob([documentFiles['application/pdf'] ?? '']))
    await expectRefusal(await put(url, form), 415, 'BAD_USER_INPUT', /not a form/)
    await expectWaiting(tenant, documentId)
  })

  test('to a forged, foreign or expired address is refused', async () => {
    const tenant = newTenant()
    const { documentId, url } = await announce(tenant)
    const until = new Date(desk.now().getTime() + 900_000)
    const forged = toUploadToken(createSigner(['guessed'], 'upload'), { tenant, documentId, until })
    const foreign = toUploadToken(desk.signer, { tenant: newTenant(), documentId, until })
    for (const token of [forged, foreign, 'x', '%00', '%2F..%2F', 'x'.repeat(900)])
      await expectRefusal(await put(`${server.url}/uploads/${token}`, pdfOf(100)), 404, 'NOT_FOUND', /no such upload/)

    desk.advance(900)
    await expectRefusal(await put(url, pdfOf(100)), 410, 'INVALID_STATE', /has expired. Ask createDocumentUpload/)
    await expectWaiting(tenant, documentId)
    desk.advance(-900)
  })

  test('is accepted only from pages of allowed origins', async () => {
    const { url } = await announce(newTenant())
    const asking = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' }
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin: page, ...asking } })
    expect(preflight.status).toBe(204)
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': page,
      'access-control-allow-methods': expect.stringContaining('PUT'),
      'access-control-allow-headers': 'content-type',
    })
    const stranger = await fetch(url, { method: 'OPTIONS', headers: { origin: 'https://evil.example', ...asking } })
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull()

    const refused = await put(url, null, { origin: page })
    expect(refused.status).toBe(422)
    expect(refused.headers.get('access-control-allow-origin')).toBe(page)
  })

  test.each(['GET', 'HEAD', 'POST', 'DELETE'])('%s is refused', async method => {
    const { url } = await announce(newTenant())
    const answer = await fetch(url, { method, body: method === 'POST' ? 'x' : null })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('PUT, OPTIONS')
  })

  test('that fails on our side is answered with 5xx, and its address is never logged', async () => {
    const { url } = await announce(newTenant())
    receive = () => Promise.reject(new Error('no space left'))
    await expectRefusal(await put(url, pdfOf(100)), 500, 'INTERNAL', /on our side/)
    receive = desk.receive
    await put(url, pdfOf(100))
    await put(url, pdfOf(100))
    const log = server.log()
    expect(log).toContain('no space left')
    expect(log).not.toContain(url.split('/').at(-1))
  })
})

async function expectRefusal(answer: Response, status: number, code: string, message: RegExp) {
  expect(answer.status).toBe(status)
  const correlationId = expect.any(String)
  const members = { provider: null, retryable: expect.any(Boolean), retryAfterSeconds: null, correlationId }
  expect(await answer.json()).toEqual({ error: { code, message: expect.stringMatching(message), ...members } })
}

async function answerTo(sending: ClientRequest): Promise<{ status: number | undefined; body: unknown }> {
  const [answer] = await once(sending, 'response')
  return { status: answer.statusCode, body: await json(answer) }
}

async function* onFirst(body: AsyncIterable<Uint8Array>, callback: () => void) {
  for await (const piece of body) {
    callback()
    yield piece
  }
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
