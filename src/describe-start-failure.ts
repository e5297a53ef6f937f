import { ConfigError } from './config/config-error.ts'
import { DirectoryInUse } from './store/embedded/directory-lock.ts'

/** Why the process could not start, for the person who started it: what to do where that is known, else the whole error. */
export function describeStartFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DirectoryInUse) return error.message
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : null
  if (code === 'EADDRINUSE')
    return `PORT: it is in use already (${error.message}). Stop what listens there, or choose another.`
  if ('syscall' in error && error.syscall === 'connect')
    return `DATABASE_URL: the server cannot be reached (${error.message || code}). Is it running, and is the address right?`
  return error.stack ?? error.message
}
