import { ConfigError } from './config/config-error.ts'
import { MovedClockError } from './sandbox/sandbox-time.ts'
import { DirectoryInUse } from './store/embedded/directory-lock.ts'
import { EmbeddedDatabaseUnusable } from './store/embedded/embedded-database-unusable.ts'
import { UnsuitableDatabase } from './store/unsuitable-database.ts'

const explained = [ConfigError, DirectoryInUse, EmbeddedDatabaseUnusable, UnsuitableDatabase, MovedClockError]

/** Why the process could not start, for its operator: what to do if that is known, else the whole error. */
export function describeStartFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (explained.some(type => error instanceof type)) return error.message
  const code = 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return `PORT: the port is in use (${error.message}). Stop the process that listens there, or choose another port.`
  return error.stack ?? error.message
}
