import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose'
import { z } from 'zod'
import { tenantIdSchema } from '../domain/tenant.ts'
import { textBounds } from '../domain/text-bounds.ts'
import { AppError } from '../errors.ts'
import { isScope } from './caller.ts'
import type { TokenClaims } from './token-claims.ts'

export interface JwtSettings {
  readonly jwksUrl: string
  readonly issuer: string
  readonly audience: string
}

/** How much the clocks of issuer and receiver may differ. */
const clockToleranceSeconds = 30
/** When to retry after the keys could not be fetched. */
const retryAfterSeconds = 5

/** Only asymmetric ones: nobody must be able to sign with a published key. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** Faults of a token, as opposed to faults of the keys. */
const faultsOfTokens: ReadonlySet<string> = new Set([
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JWTInvalid.code,
  errors.JWTClaimValidationFailed.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSNoMatchingKey.code,
])

const claimsSchema = z.object({
  tenant: tenantIdSchema,
  /** RFC 8693, section 4.2: words separated by spaces. */
  scope: z.string(),
  exp: z.number(),
  /** Our id of an applicant, or the tenant's own reference. */
  applicant: z.string().min(1).max(textBounds.reference).optional(),
})

/**
 * Verifies JWTs with the keys that are published at `jwksUrl`. Keys may be rotated at any time: for an unknown key they
 * are fetched again at once, but at most every 30 s.
 *
 * @returns null for a token that is not a genuine one for us
 * @throws AppError UNAUTHENTICATED for a genuine one that is expired or lacks a claim; INTERNAL when the keys cannot be
 *   fetched, so that an outage is not reported as a wrong credential
 */
export function createJwtVerifier(
  settings: JwtSettings,
  now: () => Date,
): (token: string) => Promise<TokenClaims | null> {
  const verify = createTokenVerifier(new URL(settings.jwksUrl))
  return async token => {
    try {
      const payload = await verify(token, {
        algorithms,
        issuer: settings.issuer,
        audience: settings.audience,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp'],
        currentDate: now(),
      })
      return readClaims(payload)
    } catch (error) {
      if (error instanceof AppError) throw error
      if (error instanceof errors.JWTExpired)
        throw new AppError('UNAUTHENTICATED', 'The token has expired. Get a new one.')
      if (error instanceof errors.JOSEError && faultsOfTokens.has(error.code)) return null
      throw new AppError('INTERNAL', 'The keys that tokens are signed with cannot be fetched.', {
        retryable: true,
        retryAfterSeconds,
        cause: error,
      })
    }
  }
}

/** The keys of an issuer are a few kilobytes. */
const maxKeysBytes = 1024 * 1024

/** Fetches the keys with a limit of bytes. @throws Error for a longer answer */
const fetchKeys: FetchImplementation = async (url, options) => {
  const response = await fetch(url, options)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    // Leaving the loop ends the transfer.
    if (size > maxKeysBytes) throw new Error(`The keys have more than ${maxKeysBytes} bytes.`)
    chunks.push(chunk)
  }
  return new Response(new Blob(chunks), { status: response.status, headers: response.headers })
}

type VerifyToken = (token: string, options: JWTVerifyOptions) => Promise<JWTPayload>

function createTokenVerifier(jwksUrl: URL): VerifyToken {
  const keys = createRemoteJWKSet(jwksUrl, { [customFetch]: fetchKeys })
  return async (token, options) => {
    try {
      return (await jwtVerify(token, keys, options)).payload
    } catch (error) {
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error
      // A token without a key id may be signed with any of the keys, for example while keys are being rotated.
      for await (const key of error) {
        try {
          return (await jwtVerify(token, key, options)).payload
        } catch (fault) {
          if (!(fault instanceof errors.JWSSignatureVerificationFailed)) throw fault
        }
      }
      throw new errors.JWSSignatureVerificationFailed()
    }
  }
}

function readClaims(payload: JWTPayload): TokenClaims {
  const claims = claimsSchema.safeParse(payload)
  if (!claims.success) {
    const names = [...new Set(claims.error.issues.map(issue => issue.path.join('.')))].join(' and ')
    throw new AppError('UNAUTHENTICATED', `The token is genuine, but its claim ${names} is missing or malformed.`)
  }
  const { tenant, scope, exp, applicant = null } = claims.data
  return {
    tenant,
    applicant,
    scopes: new Set(scope.split(' ').filter(isScope)),
    // With the tolerance, so that a socket is not closed before a request would be refused.
    expiresAt: new Date((exp + clockToleranceSeconds) * 1_000),
  }
}
