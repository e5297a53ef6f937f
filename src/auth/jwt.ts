import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { tenantIdSchema } from '../domain/tenant.ts'
import { type Caller, isScope } from './caller.ts'

export interface JwtSettings {
  readonly jwksUrl: string
  readonly issuer: string
  readonly audience: string
}

/** How far the clocks of issuer and receiver may be apart. */
const clockToleranceSeconds = 30

const claimsSchema = z.object({
  tenant: tenantIdSchema,
  /** RFC 8693, section 4.2: words separated by spaces. */
  scope: z.string(),
  exp: z.number(),
})

/**
 * Recognises callers by JWTs whose keys are published at `jwksUrl`; keys may be rotated there at any time.
 * Symmetric algorithms are not accepted: a published key must not be able to sign.
 *
 * @returns null for a token that is not a valid one of ours
 * @throws Error when the keys cannot be fetched, so that an outage does not look like a bad credential
 */
export function createJwtVerifier(settings: JwtSettings, now: () => Date): (token: string) => Promise<Caller | null> {
  const keys = createRemoteJWKSet(new URL(settings.jwksUrl))
  const algorithms = [
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
    'ES256',
    'ES384',
    'ES512',
    'EdDSA',
    'Ed25519',
  ]
  return async token => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms,
        issuer: settings.issuer,
        audience: settings.audience,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp'],
        currentDate: now(),
      })
      const claims = claimsSchema.safeParse(payload)
      if (!claims.success) return null
      const { tenant, scope, exp } = claims.data
      return {
        tenant,
        scopes: new Set(scope.split(' ').filter(isScope)),
        anonymous: false,
        expiresAt: new Date(exp * 1_000),
      }
    } catch (error) {
      const foreign =
        error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC'
      if (foreign) return null
      throw error
    }
  }
}
