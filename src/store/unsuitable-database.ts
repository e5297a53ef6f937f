/** The database cannot be used as it is. The message says what to do. */
export class UnsuitableDatabase extends Error {
  override readonly name = 'UnsuitableDatabase'
}

/** What to do, by the beginning of the code. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const adviceByCode: readonly (readonly [code: string, advice: string])[] = [
  ['28', 'Check the user, its password and the rules of pg_hba.conf.'],
  ['3D000', "Create it with: create database <name> encoding 'UTF8' template template0"],
  ['42501', 'Make the user of the address the owner: alter database <name> owner to <user>'],
  ['53300', 'Close other connections, or raise max_connections.'],
  ['57P03', 'Start again when the server is ready.'],
]
const adviceOnCertificates = 'Check sslmode and sslrootcert in the address, and the certificate of the server.'
const adviceOnAddress = 'Is the server running, and is the address right?'

/** The error of the first connection, or of creating the tables, with what to do about it. */
export function toUnsuitable(error: unknown): UnsuitableDatabase {
  const { message, code } = describe(error)
  const advice =
    adviceByCode.find(([beginning]) => code.startsWith(beginning))?.[1] ??
    (/SSL|TLS|CERT|SIGNED/i.test(`${code} ${message}`) ? adviceOnCertificates : adviceOnAddress)
  return new UnsuitableDatabase(`DATABASE_URL: ${message.replace(/\.$/, '')}. ${advice}`, { cause: error })
}

function describe(error: unknown): { readonly message: string; readonly code: string } {
  if (!(error instanceof Error)) return { message: String(error), code: '' }
  const code = 'code' in error ? String(error.code) : ''
  // An address with several IPs fails with an error without a message.
  return { message: error.message || code, code }
}
