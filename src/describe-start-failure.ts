import { ConfigError } from './config/config-error.ts'
import { DirectoryInUse } from './store/embedded/directory-lock.ts'
import { EmbeddedDatabaseUnusable } from './store/embedded/embedded-database-unusable.ts'
import { UnsuitableDatabase } from './store/open-postgresql.ts'

const explained = [ConfigError, DirectoryInUse, EmbeddedDatabaseUnusable, UnsuitableDatabase]

/** Why the process could not start, for the person who started it: what to do where that is known, else the whole error. */
export function describeStartFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (explained.some(type => error instanceof type)) return error.message
  const code = 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return `PORT: it is in use already (${error.message}). Stop what listens there, or choose another.`
  if ('syscall' in error && error.syscall === 'connect')
    return `DATABASE_URL: the server cannot be reached (${error.message || code}). Is it running, and is the address right?`
  return error.stack ?? error.message
}
