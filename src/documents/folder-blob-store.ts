import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BlobMissing, type BlobStore, checkBlobKey } from './blob-store.ts'

/**
 * Blobs as files in one folder, readable by this user only. A file is written under a temporary name, synced to the
 * disk and then renamed, so that a crash leaves the whole file or none.
 *
 * @param folder created when absent; nothing else may use it
 */
export function createFolderBlobStore(folder: string): BlobStore {
  const fileName = (key: string) => checkBlobKey(key).replaceAll('/', '.')
  // 256 folders keep each of them small.
  const shard = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 2)
  const pathOf = (key: string) => join(folder, shard(key), fileName(key))
  const unfinishedPathOf = (key: string) => join(folder, 'unfinished', fileName(key))

  return {
    async write(key, source) {
      const unfinished = unfinishedPathOf(key)
      try {
        await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 })
        await pipeline(source, createWriteStream(unfinished, { mode: 0o600, flush: true }))
        await mkdir(dirname(pathOf(key)), { recursive: true, mode: 0o700 })
        await rename(unfinished, pathOf(key))
        await forceToDisk(dirname(pathOf(key)))
      } catch (error) {
        source.destroy()
        await rm(unfinished, { force: true })
        throw error
      }
    },
    async open(key) {
      try {
        const file = await open(pathOf(key), 'r')
        return file.createReadStream()
      } catch (error) {
        throw isAbsence(error) ? new BlobMissing(key, { cause: error }) : error
      }
    },
    async delete(key) {
      await rm(unfinishedPathOf(key), { force: true })
      await rm(pathOf(key), { force: true })
    },
  }
}

/** Syncs a folder, because a rename is durable only after that. */
async function forceToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
