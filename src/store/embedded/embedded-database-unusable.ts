/** The files of the embedded database are damaged, of another version, or cannot be read or written. The message says what to do. */
export class EmbeddedDatabaseUnusable extends Error {
  override readonly name = 'EmbeddedDatabaseUnusable'

  constructor(place: string, cause: unknown) {
    super(`DATA_DIR: the embedded database in ${place} cannot be opened: ${describe(cause)}`, { cause })
  }
}

/** Errors of the operating system are quoted. The engine's own messages about damaged files do not help. */
function describe(cause: unknown): string {
  if (cause instanceof Error && /^E[A-Z]+: /.test(cause.message)) return `${cause.message}.`
  return 'its files are damaged, or of another version. Restore the directory from a backup, or move it away to begin with an empty database.'
}
