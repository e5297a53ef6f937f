import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { DemoFailure } from './demo-failure.ts'
import { createSampleStatement } from './sample-statement.ts'

/** A file as a browser would have it. */
export interface StatementFile {
  readonly name: string
  readonly content: Blob
}

/**
 * The file at a path, or a sample. Whether it is a PDF is for the server to say.
 *
 * @param path as it was typed
 * @param folder where it was typed
 * @throws DemoFailure when nothing can be read there
 */
export async function openStatementFile(path: string | undefined, folder: string): Promise<StatementFile> {
  if (path === undefined) return { name: 'sample-statement.pdf', content: new Blob([createSampleStatement()]) }
  const location = resolve(folder, path)
  const found = await stat(location).catch(() => null)
  if (!found) throw new DemoFailure(`There is no file at ${location}.`)
  if (!found.isFile()) throw new DemoFailure(`${location} is not a file.`)
  try {
    return { name: basename(location), content: await openAsBlob(location) }
  } catch (cause) {
    throw new DemoFailure(`${location} cannot be read.`, { cause })
  }
}
