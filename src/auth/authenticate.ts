import { wholeTenant } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { ApiKeyVerifier } from './api-keys.ts'
import type { Caller } from './caller.ts'
import { scopes } from './caller.ts'
import type { TokenClaims } from './token-claims.ts'

/** The parts of a request that may contain a credential. */
export interface Credentials {
  /** The headers of the HTTP request, or of the request that opened the socket; names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** The payload of a socket's `connection_init`. It takes precedence over the headers. */
  readonly connectionParams?: Readonly<Record<string, unknown>>
}

/**
 * Identifies the caller.
 *
 * @throws AppError UNAUTHENTICATED without a valid credential
 */
export type Authenticate = (credentials: Credentials) => Promise<Caller>

export interface AuthenticatorOptions {
  readonly apiKeys: ApiKeyVerifier
  readonly accessTokens: Pick<AccessTokens, 'verify'>
  /** The claims of a JWT, or null when it is not a valid one for us. When absent, JWTs are not accepted. */
  readonly jwt?: (token: string) => Promise<TokenClaims | null>
  /** The id of the applicant with this id or reference; null when there is none, or when it is ambiguous. */
  readonly findApplicantId: (tenant: TenantId, idOrReference: string) => Promise<string | null>
  /** The tenant of callers without credentials; null when credentials are required. */
  readonly anonymous: { readonly tenant: TenantId } | null
}

export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const { apiKeys, accessTokens, jwt, findApplicantId, anonymous } = options
  const nobody: Caller | null = anonymous && {
    ...wholeTenant(anonymous.tenant),
    scopes: new Set(scopes),
    anonymous: true,
    expiresAt: null,
  }
  const wanted = 'Send an API key as "x-api-key", or it or a token as "Authorization: Bearer …".'

  /** @throws AppError UNAUTHENTICATED when the applicant does not exist */
  async function toCaller({ tenant, applicant, scopes, expiresAt }: TokenClaims): Promise<Caller> {
    const boundTo = applicant === null ? null : await findApplicantId(tenant, applicant)
    if (applicant !== null && boundTo === null)
      throw new AppError('UNAUTHENTICATED', 'The applicant of the token does not exist (any more).')
    return { tenant, boundTo, scopes, anonymous: false, expiresAt }
  }

  return async credentials => {
    const shown = findCredential(credentials)
    const access = shown === null ? null : await accessTokens.verify(shown)
    if (access) return toCaller(access)
    if (nobody) return nobody
    if (shown === null) throw new AppError('UNAUTHENTICATED', `No credential was sent. ${wanted}`)
    const entry = apiKeys(shown)
    if (entry) return { ...wholeTenant(entry.tenant), scopes: new Set(entry.scopes), anonymous: false, expiresAt: null }
    const claims = await jwt?.(shown)
    if (claims) return toCaller(claims)
    throw new AppError('UNAUTHENTICATED', `The credential is not valid (any more). ${wanted}`)
  }
}

/** The first credential of the request. A second one is not tried when it fails. */
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
