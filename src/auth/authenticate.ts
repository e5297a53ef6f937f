import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { ApiKeyVerifier } from './api-keys.ts'
import type { Caller } from './caller.ts'
import { scopes } from './caller.ts'

/** What a caller sent along that may hold a credential. */
export interface Credentials {
  /** Of the HTTP request, or of the request that opened the socket; names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** The payload of a socket's `connection_init`. Goes before the headers. */
  readonly connectionParams?: Readonly<Record<string, unknown>>
}

/**
 * Who is calling.
 *
 * @throws AppError UNAUTHENTICATED when no valid credential is shown
 */
export type Authenticate = (credentials: Credentials) => Promise<Caller>

export interface AuthenticatorOptions {
  readonly apiKeys: ApiKeyVerifier
  /** Answers the caller of a JWT, or null when it is not a valid one of ours. Absent: JWTs are not accepted. */
  readonly jwt?: (token: string) => Promise<Caller | null>
  /** As whom everybody acts without showing anything; null: credentials are required. */
  readonly anonymous: { readonly tenant: TenantId } | null
}

export function createAuthenticator({ apiKeys, jwt, anonymous }: AuthenticatorOptions): Authenticate {
  const nobody: Caller | null = anonymous && {
    tenant: anonymous.tenant,
    scopes: new Set(scopes),
    anonymous: true,
    expiresAt: null,
  }
  const bearer = `${jwt ? 'an API key or a JWT' : 'it'} as "Authorization: Bearer …"`
  const wanted = `Send an API key as "x-api-key", or ${bearer}.`
  return async credentials => {
    if (nobody) return nobody
    const shown = findCredential(credentials)
    if (shown === null) throw new AppError('UNAUTHENTICATED', `No credential was sent. ${wanted}`)
    const entry = apiKeys(shown)
    if (entry) return { tenant: entry.tenant, scopes: new Set(entry.scopes), anonymous: false, expiresAt: null }
    const caller = await jwt?.(shown)
    if (caller) return caller
    throw new AppError('UNAUTHENTICATED', `The credential is not valid, or no longer. ${wanted}`)
  }
}

/** The first credential shown: a second one is not tried when it fails. */
function findCredential({ headers, connectionParams }: Credentials): string | null {
  const params = new Map(Object.entries(connectionParams ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
  return (
    text(params.get('x-api-key')) ??
    text(params.get('apikey')) ??
    bearerToken(text(params.get('authorization'))) ??
    text(headers['x-api-key']) ??
    bearerToken(text(headers.authorization))
  )
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function bearerToken(value: string | null): string | null {
  return value?.match(/^Bearer +(\S+) *$/i)?.[1] ?? null
}
