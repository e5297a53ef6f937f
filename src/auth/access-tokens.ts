import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { tenantIdSchema } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { isScope } from './caller.ts'
import { deriveKeys } from './derive-keys.ts'
import type { TokenClaims } from './token-claims.ts'

/** The content of an access token, which is always for one applicant. */
export interface AccessGrant extends Omit<TokenClaims, 'applicant'> {
  readonly applicantId: string
}

/** Tokens of this server, with which a tenant's back end lets a browser act for one applicant. */
export interface AccessTokens {
  issue(grant: AccessGrant): Promise<string>
  /**
   * @returns null for a credential that is not an access token
   * @throws AppError UNAUTHENTICATED for an access token that is expired or not genuine
   */
  verify(token: string): Promise<TokenClaims | null>
}

// JWTs of an issuer have another type and audience, and are never signed with HS256.
const algorithm = 'HS256'
const type = 'assay-access+jwt'
const audience = 'assay-access'

const claimsSchema = z.object({ tenant: tenantIdSchema, sub: z.string(), scope: z.string(), exp: z.number() })

/** @param secrets the deployment's secrets, newest first: the first signs, all are accepted */
export function createAccessTokens(secrets: readonly string[], now: () => Date): AccessTokens {
  const keys = deriveKeys(secrets, 'access-token')
  const [newest] = keys
  if (!newest) throw new Error('Access tokens need at least one secret.')

  /** The payload, if one of the keys has signed it; null when none has. @throws errors of `jwtVerify` for other faults */
  async function open(token: string): Promise<JWTPayload | null> {
    for (const key of keys) {
      try {
        const options = { algorithms: [algorithm], typ: type, audience, requiredClaims: ['exp'], currentDate: now() }
        return (await jwtVerify(token, key, options)).payload
      } catch (error) {
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
      }
    }
    return null
  }

  return {
    issue: ({ tenant, applicantId, scopes, expiresAt }) =>
      new SignJWT({ tenant, scope: [...scopes].join(' ') })
        .setProtectedHeader({ alg: algorithm, typ: type })
        .setAudience(audience)
        .setSubject(applicantId)
        .setExpirationTime(expiresAt)
        .sign(newest),

    async verify(token) {
      if (typeOf(token) !== type) return null
      try {
        const claims = claimsSchema.safeParse(await open(token))
        if (!claims.success) throw notGenuine()
        const { tenant, sub, scope, exp } = claims.data
        const scopes = new Set(scope.split(' ').filter(isScope))
        return { tenant, applicant: sub, scopes, expiresAt: new Date(exp * 1_000) }
      } catch (error) {
        if (error instanceof errors.JWTExpired)
          throw new AppError(
            'UNAUTHENTICATED',
            'The access token has expired. Create a new one with createAccessToken.',
          )
        if (error instanceof errors.JOSEError) throw notGenuine()
        throw error
      }
    },
  }
}

function notGenuine(): AppError {
  return new AppError('UNAUTHENTICATED', 'The access token is not valid. Create a new one with createAccessToken.')
}

/** The type in a token's header; null for a text that is not a token. */
function typeOf(token: string): string | null {
  // An API key has none, and to throw and catch an error for each request takes longer than all else that is done about a credential.
  if (!token.includes('.')) return null
  try {
    return decodeProtectedHeader(token).typ ?? null
  } catch {
    return null
  }
}
