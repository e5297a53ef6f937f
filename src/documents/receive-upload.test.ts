import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { documentFiles, pdfOf } from '../../test/support/document-files.ts'
import { startS3Simulator } from '../../test/support/s3-simulator.ts'
import {
  contextOf,
  maxBytes,
  newTenant,
  openUploadDesk,
  readDocument,
  readEvents,
  readUnownedBlobs,
  type UploadDesk,
} from '../../test/support/upload-desk.ts'
import { createSigner } from '../auth/signer.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { BlobStore } from './blob-store.ts'
import { createOpenDocument } from './open-document.ts'
import type { IncomingUpload } from './receive-upload.ts'
import { createS3BlobStore } from './s3-blob-store.ts'
import { toUploadToken } from './upload-token.ts'

describeOnOneDatabase('the bytes of an upload', database => {
  let desk: UploadDesk
  beforeAll(async () => {
    desk = await openUploadDesk(database())
  })
  afterAll(() => desk.close())

  /** Expects that the document still waits for its bytes and that no blob is left. */
  async function expectUntouched(tenant: TenantId, documentId: string) {
    expect(await readDocument(database(), tenant, documentId)).toMatchObject({
      status: 'AWAITING_UPLOAD',
      blob_key: null,
    })
    expect(await readEvents(database(), tenant)).toEqual([])
    expect(await readUnownedBlobs(database(), tenant)).toEqual([])
    expect(await desk.filesOf(tenant)).toEqual([])
  }

  test('P14 are stored unchanged with digest, size and true type, and cause one event', async () => {
    const tenant = newTenant()
    const { caseId, applicantId, documentId, token } = await desk.announce(tenant)
    const bytes = documentFiles['image/png'] ?? Buffer.alloc(0)
    const sha256 = createHash('sha256').update(bytes).digest('hex')

    const received = await desk.receive(token, incoming(inPieces(bytes, 7), { contentType: 'application/pdf' }))

    expect(received).toEqual({ documentId, sha256, byteSize: bytes.length, mediaType: 'image/png' })
    const row = await readDocument(database(), tenant, documentId)
    expect(row).toMatchObject({
      status: 'STORED',
      media_type: 'image/png',
      byte_size: bytes.length,
      sha256,
      stored_at: desk.now(),
      rejection_code: null,
      blob_key: expect.stringMatching(`^${tenant}/${documentId}/[0-9a-f-]{36}$`),
    })
    expect(await readEvents(database(), tenant)).toEqual([
      {
        sequence: 1,
        type: 'DOCUMENT_STORED',
        via: 'REQUEST',
        document_id: documentId,
        case_id: caseId,
        applicant_id: applicantId,
        correlation_id: 'correlation-of-upload',
      },
    ])
    expect(await buffer(await desk.open(tenant, documentId))).toEqual(bytes)
    expect(await readUnownedBlobs(database(), tenant)).toEqual([])
    expect(await desk.filesOf(tenant)).toHaveLength(1)
  })

  test('P14 P19 of 20 MB are streamed: nothing is read ahead of the store', async () => {
    const tenant = newTenant()
    const { documentId, token } = await desk.announce(tenant)
    const bytes = pdfOf(20_000_000)
    const pieceSize = 65_536
    let sent = 0
    let kept = 0
    let furthestAhead = 0
    const hash = createHash('sha256')
    const counting: BlobStore = {
      ...desk.blobs,
      async write(_key, source) {
        const slow = new Writable({
          highWaterMark: 1,
          write(chunk: Buffer, _encoding, done) {
            kept += chunk.length
            hash.update(chunk)
            furthestAhead = Math.max(furthestAhead, sent - kept)
            setImmediate(done)
          },
        })
        await pipeline(source, slow)
      },
    }
    async function* sending() {
      for (const piece of inPieces(bytes, pieceSize)) {
        sent += piece.length
        yield piece
      }
    }
    const received = await desk.receiveInto(counting)(token, incoming(sending()))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(received).toEqual({ documentId, sha256, byteSize: 20_000_000, mediaType: 'application/pdf' })
    expect(hash.digest('hex')).toBe(sha256)
    expect(furthestAhead).toBeLessThanOrEqual(3 * pieceSize)
  })

  test.each([
    ['nothing', [], {}, 'empty', 'DOCUMENT_EMPTY'],
    ['a content length of zero', [], { contentLength: 0 }, 'empty', 'DOCUMENT_EMPTY'],
    ['HTML', [Buffer.from('<!doctype html><p>hello')], {}, 'wrong-type', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['a script', [Buffer.from('#!/bin/sh\nrm -rf /\n')], {}, 'wrong-type', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['an archive', [Buffer.from('504b0506'.padEnd(44, '0'), 'hex')], {}, 'wrong-type', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['a content length above the limit', [], { contentLength: maxBytes + 1 }, 'too-large', 'DOCUMENT_TOO_LARGE'],
    ['too much', [pdfOf(maxBytes), Buffer.from('x')], {}, 'too-large', 'DOCUMENT_TOO_LARGE'],
  ] as const)(
    '%s: the document is rejected permanently, and nothing is stored',
    async (_name, pieces, headers, reason, code) => {
      const tenant = newTenant()
      const { caseId, applicantId, documentId, token } = await desk.announce(tenant)
      await expect(desk.receive(token, incoming(pieces, headers))).rejects.toMatchObject({ reason, code })

      const row = await readDocument(database(), tenant, documentId)
      expect(row).toMatchObject({
        status: 'REJECTED',
        rejection_code: code,
        blob_key: null,
        sha256: null,
        stored_at: null,
      })
      expect(await readEvents(database(), tenant)).toEqual([
        {
          sequence: 1,
          type: 'DOCUMENT_REJECTED',
          via: 'REQUEST',
          document_id: documentId,
          case_id: caseId,
          applicant_id: applicantId,
          correlation_id: 'correlation-of-upload',
        },
      ])
      expect(await desk.filesOf(tenant)).toEqual([])
      expect(await readUnownedBlobs(database(), tenant)).toEqual([])
      const again = desk.receive(token, incoming([documentFiles['application/pdf'] ?? Buffer.alloc(0)]))
      await expect(again).rejects.toMatchObject({ reason: 'consumed', code: 'CONFLICT' })
    },
  )

  test('P19 are read only up to the limit, or until the type is known to be wrong', async () => {
    const piece = Buffer.alloc(1_000_000, 'GIF89a')
    let sent = 0
    function* endless(first: Buffer) {
      yield first
      for (;;) {
        sent += piece.length
        yield piece
      }
    }
    const tooLarge = await desk.announce(newTenant())
    await expect(desk.receive(tooLarge.token, incoming(endless(Buffer.from('%PDF-1.7\n'))))).rejects.toMatchObject({
      reason: 'too-large',
    })
    expect(sent).toBe(maxBytes)

    sent = 0
    const wrongType = await desk.announce(newTenant())
    await expect(desk.receive(wrongType.token, incoming(endless(piece)))).rejects.toMatchObject({
      reason: 'wrong-type',
    })
    expect(sent).toBeLessThan(3_000_000)
  })

  test.each([
    ['that are cut off', () => breaking(), {}, 'broken'],
    ['fewer than announced', () => [pdfOf(99)], {}, 'broken'],
    ['more than announced', () => [pdfOf(100), Buffer.from('x')], {}, 'broken'],
    ['with another content length than announced', () => [pdfOf(100)], { contentLength: 99 }, 'broken'],
    ['in a form', () => [pdfOf(100)], { contentType: 'multipart/form-data; boundary=x' }, 'not-raw'],
    ['with a content encoding', () => [pdfOf(100)], { contentEncoding: 'gzip' }, 'not-raw'],
  ] as const)('P19 %s leave no trace and may be sent again', async (_name, body, headers, reason) => {
    const tenant = newTenant()
    const { documentId, token } = await desk.announce(tenant, { byteSize: 100 })
    await expect(desk.receive(token, incoming(body(), headers))).rejects.toMatchObject({ reason })
    await expectUntouched(tenant, documentId)
    const received = await desk.receive(
      token,
      incoming([pdfOf(100)], { contentLength: 100, contentEncoding: 'identity' }),
    )
    expect(received).toMatchObject({ documentId, byteSize: 100 })
  })

  test('can be sent again after a failure of the store', async () => {
    const tenant = newTenant()
    const { documentId, token } = await desk.announce(tenant)
    const full: BlobStore = {
      ...desk.blobs,
      async write(_key, source) {
        source.destroy()
        throw new Error('no space left')
      },
    }
    await expect(desk.receiveInto(full)(token, incoming([pdfOf(100)]))).rejects.toThrow('no space left')
    expect(await readDocument(database(), tenant, documentId)).toMatchObject({ status: 'AWAITING_UPLOAD' })
    await expect(desk.receive(token, incoming([pdfOf(100)]))).resolves.toMatchObject({ documentId })
  })

  test('an address works once, until it expires, and only unchanged', async () => {
    const tenant = newTenant()
    const { documentId, token } = await desk.announce(tenant)
    const until = new Date(desk.now().getTime() + 900_000)
    const forged = toUploadToken(createSigner(['another secret'], 'upload'), { tenant, documentId, until })
    const otherPurpose = toUploadToken(createSigner(['a secret of the test'], 'cursor'), { tenant, documentId, until })
    for (const wrong of [forged, otherPurpose, '', 'x', `${token}x`, token.slice(1)])
      await expect(desk.receive(wrong, incoming([pdfOf(100)]))).rejects.toMatchObject({ reason: 'unknown' })

    desk.advance(900)
    await expect(desk.receive(token, incoming([pdfOf(100)]))).rejects.toMatchObject({ reason: 'expired' })
    await expectUntouched(tenant, documentId)

    desk.advance(-1)
    await desk.receive(token, incoming([pdfOf(100)]))
    await expect(desk.receive(token, incoming([pdfOf(100)]))).rejects.toMatchObject({ reason: 'consumed' })
  })

  test('P17 a grant for another tenant’s document is refused', async () => {
    const [tenant, stranger] = [newTenant(), newTenant()]
    const { documentId } = await desk.announce(tenant)
    const until = new Date(desk.now().getTime() + 900_000)
    const token = toUploadToken(desk.signer, { tenant: stranger, documentId, until })
    await expect(desk.receive(token, incoming([pdfOf(100)]))).rejects.toMatchObject({ reason: 'unknown' })
    await expectUntouched(tenant, documentId)
  })

  test('a repeated request for an address is for the same document, also after the first address has expired', async () => {
    const tenant = newTenant()
    const { caseId, documentId } = await desk.announce(tenant, { idempotencyKey: 'once' })
    desk.advance(2_000)
    const input = { caseId, fileName: 'statement.pdf', idempotencyKey: 'once' }
    const fresh = await desk.uploads.createUpload(contextOf(tenant), input)
    const received = await desk.receive(fresh.url.split('/').at(-1) ?? '', incoming([pdfOf(100)]))
    expect(received.documentId).toBe(documentId)
  })

  test('P14 in an S3 store are handled in the same way', async () => {
    const simulator = await startS3Simulator()
    const { endpoint, bucket, credentials } = simulator
    const store = createS3BlobStore({ bucket, endpoint, prefix: 'x', region: 'eu-west-3' }, credentials)
    const receive = desk.receiveInto(store)
    const tenant = newTenant()
    const { documentId, token } = await desk.announce(tenant)
    const html = await desk.announce(tenant)

    await expect(receive(html.token, incoming([Buffer.from('<html>')]))).rejects.toMatchObject({ reason: 'wrong-type' })
    await expect(receive(token, incoming(breaking(12_000_000)))).rejects.toMatchObject({ reason: 'broken' })
    expect([...simulator.objects.keys(), ...simulator.unfinished.keys()]).toEqual([])
    expect(await readUnownedBlobs(database(), tenant)).toEqual([])

    await receive(token, incoming(inPieces(pdfOf(12_000_000), 100_000)))
    const kept = await buffer(await createOpenDocument(database(), store)(tenant, documentId))
    expect(kept.equals(pdfOf(12_000_000))).toBe(true)
    store.stop()
    await simulator.stop()
  })

  test('of several parallel senders are stored for exactly one', async () => {
    const tenant = newTenant()
    const { documentId, token } = await desk.announce(tenant)
    const senders = [100, 200, 300, 400, 500, 600]
    const results = await Promise.allSettled(senders.map(size => desk.receive(token, incoming([pdfOf(size)]))))
    const won = results.filter(result => result.status === 'fulfilled').map(result => result.value)
    const lost = results.filter(result => result.status === 'rejected').map(result => result.reason)
    expect(won).toHaveLength(1)
    expect(lost).toMatchObject(Array.from({ length: 5 }, () => ({ reason: 'consumed' })))
    const kept = await buffer(await desk.open(tenant, documentId))
    expect(kept).toEqual(pdfOf(won[0]?.byteSize ?? 0))
    expect(await desk.filesOf(tenant)).toHaveLength(1)
    expect(await readEvents(database(), tenant)).toHaveLength(1)
    expect(await readUnownedBlobs(database(), tenant)).toEqual([])
  })

  test('that are wrong and arrive after the right ones cannot reject the document', async () => {
    const tenant = newTenant()
    const { documentId, token } = await desk.announce(tenant)
    const begun = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    async function* late() {
      begun.resolve()
      await goOn.promise
      yield Buffer.from('<html>')
    }
    const wrong = desk.receive(token, incoming(late()))
    await begun.promise
    await desk.receive(token, incoming([pdfOf(100)]))
    goOn.resolve()
    await expect(wrong).rejects.toMatchObject({ reason: 'consumed' })
    expect(await readDocument(database(), tenant, documentId)).toMatchObject({ status: 'STORED' })
    expect(await readEvents(database(), tenant)).toHaveLength(1)
  })
})

function incoming(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  headers: Partial<Omit<IncomingUpload, 'body'>> = {},
): IncomingUpload {
  const none = { contentLength: null, contentType: null, contentEncoding: null }
  return { ...none, correlationId: 'correlation-of-upload', ...headers, body: eachOf(body) }
}

async function* eachOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  yield* pieces
}

function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function* breaking(byteSize = 50) {
  yield pdfOf(byteSize)
  throw new Error('aborted')
}
