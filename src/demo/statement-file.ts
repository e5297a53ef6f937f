import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { DemoFailure } from './demo-failure.ts'
import { createSampleStatement } from './sample-statement.ts'

/** A file to upload. */
export interface StatementFile {
  readonly name: string
  readonly content: Blob
}

/**
 * The file at a path, or a sample. The server checks whether it is a PDF.
 *
 * @param path as typed
 * @param folder the folder that a relative path starts from
 * @throws DemoFailure when the file cannot be read
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
