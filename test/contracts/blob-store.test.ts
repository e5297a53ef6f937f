import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BlobMissing, type BlobStore } from '../../src/documents/blob-store.ts'
import { createFolderBlobStore } from '../../src/documents/folder-blob-store.ts'
import { createS3BlobStore } from '../../src/documents/s3-blob-store.ts'
import { startS3Simulator } from '../support/s3-simulator.ts'

interface Harness {
  readonly store: BlobStore
  /** The names of all stored objects, complete or not. */
  contents(): Promise<string[]>
  /** Leaves an unfinished write, as a crashed process does. */
  leaveUnfinished(key: string): Promise<void>
  stop(): Promise<void>
}

const kinds: readonly { readonly name: string; open(): Promise<Harness> }[] = [
  { name: 'a folder', open: openFolder },
  { name: 'an S3 store', open: () => openS3('some/prefix') },
]

describe.each(kinds)('blobs in $name', ({ open }) => {
  let harness: Harness
  let store: BlobStore
  beforeAll(async () => {
    harness = await open()
    store = harness.store
  })
  afterAll(() => harness.stop())

  test.each([0, 1, 70_000, 6_000_000])('P14 %i bytes are read unchanged', async size => {
    const key = newKey()
    const bytes = bytesOf(size)
    await store.write(key, inPieces(bytes))
    expect(digestOf(await buffer(await store.open(key)))).toBe(digestOf(bytes))
  })

  test('a blob can be opened any number of times', async () => {
    const key = newKey()
    await store.write(key, inPieces(bytesOf(100)))
    const both = await Promise.all([store.open(key).then(buffer), store.open(key).then(buffer)])
    expect(both).toEqual([bytesOf(100), bytesOf(100)])
  })

  test.each([1_000, 6_000_000])('a source that fails after %i bytes leaves nothing', async size => {
    const key = newKey()
    const before = await harness.contents()
    const writing = store.write(key, Readable.from(breaking(size), { objectMode: false }))
    await expect(writing).rejects.toThrow('the source broke')
    await expect(store.open(key)).rejects.toThrow(BlobMissing)
    expect(await harness.contents()).toEqual(before)
  })

  test('nothing is visible before the source has ended', async () => {
    const key = newKey()
    const asked = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    async function* slowly() {
      yield bytesOf(100)
      asked.resolve()
      await goOn.promise
      yield bytesOf(100)
    }
    const writing = store.write(key, Readable.from(slowly(), { objectMode: false }))
    await asked.promise
    await expect(store.open(key)).rejects.toThrow(BlobMissing)
    goOn.resolve()
    await writing
    expect(await buffer(await store.open(key))).toEqual(Buffer.concat([bytesOf(100), bytesOf(100)]))
  })

  test('a deleted blob no longer exists, and deleting it again is no error', async () => {
    const key = newKey()
    await store.write(key, inPieces(bytesOf(100)))
    await store.delete(key)
    await expect(store.open(key)).rejects.toThrow(BlobMissing)
    await store.delete(key)
  })

  test('deleting also removes an unfinished write of the key, and nothing else', async () => {
    const [key, other] = [newKey(), newKey()]
    await store.write(other, inPieces(bytesOf(100)))
    const before = await harness.contents()
    await harness.leaveUnfinished(key)
    expect(await harness.contents()).not.toEqual(before)
    await store.delete(key)
    expect(await harness.contents()).toEqual(before)
  })

  test.each(['', '/', '../secret', 'a//b', 'a/../b', 'a.b', 'a b', 'a/', 'ä'])('%j is not a valid key', async key => {
    await expect(store.write(key, inPieces(bytesOf(1)))).rejects.toThrow(RangeError)
    await expect(store.open(key)).rejects.toThrow(RangeError)
    await expect(store.delete(key)).rejects.toThrow(RangeError)
  })
})

describe('a folder of blobs', () => {
  test('can be read only by its user', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'blobs-'))
    await createFolderBlobStore(folder).write('tenant/a', inPieces(bytesOf(10)))
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const modes = await Promise.all(
      entries.map(async entry => (await stat(join(entry.parentPath, entry.name))).mode & 0o777),
    )
    expect(modes.toSorted()).toEqual([0o600, 0o700, 0o700].toSorted())
    await rm(folder, { recursive: true })
  })
})

describe('an S3 store', () => {
  test('gets small blobs in one call and large ones in parts', async () => {
    const { store, simulator, stop } = await openS3('assay')
    await store.write('t/small', inPieces(bytesOf(1_000)))
    await store.write('t/large', inPieces(bytesOf(6_000_000)))
    expect(simulator.requests).toEqual([
      'PUT /documents/assay/t/small?x-id=PutObject',
      'POST /documents/assay/t/large?uploads=',
      'PUT /documents/assay/t/large?partNumber=1&uploadId=…&x-id=UploadPart',
      'PUT /documents/assay/t/large?partNumber=2&uploadId=…&x-id=UploadPart',
      'POST /documents/assay/t/large?uploadId=…',
    ])
    await stop()
  })

  test('that refuses the credentials makes the write fail', async () => {
    const { store, stop } = await openS3('', { accessKeyId: 'AKIASOMEBODY' })
    await expect(store.write('t/small', inPieces(bytesOf(10)))).rejects.toThrow('InvalidAccessKeyId')
    await stop()
  })
})

async function openFolder(): Promise<Harness> {
  const folder = await mkdtemp(join(tmpdir(), 'blobs-'))
  const store = createFolderBlobStore(folder)
  return {
    store,
    async contents() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      return entries
        .filter(entry => entry.isFile())
        .map(entry => entry.name)
        .toSorted()
    },
    async leaveUnfinished(key) {
      await writeFile(join(folder, 'unfinished', key.replaceAll('/', '.')), 'half of')
    },
    stop: () => rm(folder, { recursive: true }),
  }
}

async function openS3(prefix: string, wrong: { readonly accessKeyId?: string } = {}) {
  const simulator = await startS3Simulator()
  const { endpoint, bucket, credentials } = simulator
  const store = createS3BlobStore({ bucket, endpoint, prefix, region: 'eu-central-1' }, { ...credentials, ...wrong })
  return {
    store,
    simulator,
    contents: async () => [...simulator.objects.keys(), ...simulator.unfinished.keys()].toSorted(),
    async leaveUnfinished(key: string) {
      simulator.beginUpload(`${prefix}/${key}`)
    },
    async stop() {
      store.stop()
      await simulator.stop()
    },
  }
}

function newKey(): string {
  return `tenant/doc_1/${randomUUID()}`
}

function bytesOf(size: number): Buffer {
  return Buffer.alloc(size, 'the quick brown fox')
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function inPieces(bytes: Buffer): Readable {
  function* pieces() {
    for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000)
  }
  return Readable.from(pieces(), { objectMode: false })
}

function* breaking(size: number) {
  for (let at = 0; at < size; at += 50_000) yield bytesOf(Math.min(50_000, size - at))
  throw new Error('the source broke')
}
