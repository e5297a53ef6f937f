/** The files of the embedded database are damaged, of another version, or cannot be read or written. The message says what to do. */
export class EmbeddedDatabaseUnusable extends Error {
  override readonly name = 'EmbeddedDatabaseUnusable'

  constructor(place: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message.split('\n', 1)[0] : 'unknown reason'
    super(
      `DATA_DIR: the embedded database in ${place} cannot be started (${reason}). If its files are damaged, restore the directory from a backup, or move it away to begin with an empty database.`,
      { cause },
    )
  }
}
