import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** A directory with the two forms of one embedded database whose tables are there and empty: `image.tar` and `database`. */
    readonly embedded: string
  }
}

/** A tar file for an embedded database in memory to begin with. */
export function embeddedImage(): string {
  return join(inject('embedded'), 'image.tar')
}

/** Puts a database into the empty data directory of a node, which then need not make one. */
export async function prepareDataDir(directory: string): Promise<void> {
  await cp(join(inject('embedded'), 'database'), join(directory, 'database'), { recursive: true })
}
