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
import { AppError } from '../errors.ts'
import { type Caller, isScope } from './caller.ts'

export interface JwtSettings {
  readonly jwksUrl: string
  readonly issuer: string
  readonly audience: string
}

/** How far the clocks of issuer and receiver may be apart. */
const clockToleranceSeconds = 30
/** When it makes sense to come back after the keys could not be fetched. */
const retryAfterSeconds = 5

/** Asymmetric ones only: a published key must not be able to sign. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

/** What is wrong with a token, as opposed to what is wrong with the keys. */
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
})

/**
 * Recognises callers by JWTs whose keys are published at `jwksUrl`. Keys may be rotated there at any time: one that is not
 * known yet is looked for at once, though no more often than every 30 s.
 *
 * @returns null for a token that is not a genuine one for us
 * @throws AppError UNAUTHENTICATED for a genuine one that is expired or does not say what is needed; INTERNAL when the keys
 * cannot be fetched, so that an outage does not look like a bad credential
 */
export function createJwtVerifier(settings: JwtSettings, now: () => Date): (token: string) => Promise<Caller | null> {
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
      return toCaller(payload)
    } catch (error) {
      if (error instanceof AppError) throw error
      if (error instanceof errors.JWTExpired)
        throw new AppError('UNAUTHENTICATED', 'The token has expired. Get a new one.')
      if (error instanceof errors.JOSEError && faultsOfTokens.has(error.code)) return null
      throw new AppError('INTERNAL', 'The keys that tokens are signed with cannot be had.', {
        retryable: true,
        retryAfterSeconds,
        cause: error,
      })
    }
  }
}

/** The keys of an issuer are a few kilobytes. */
const maxKeysBytes = 1024 * 1024

/** Fetches the keys without reading more of an answer than keys can be. @throws Error for a longer one */
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
      // A token that names no key may be signed with any of them, as while keys are being rotated.
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

function toCaller(payload: JWTPayload): Caller {
  const claims = claimsSchema.safeParse(payload)
  if (!claims.success) {
    const names = [...new Set(claims.error.issues.map(issue => issue.path.join('.')))].join(' and ')
    throw new AppError('UNAUTHENTICATED', `The token is genuine, but its claim ${names} is missing or malformed.`)
  }
  const { tenant, scope, exp } = claims.data
  return {
    tenant,
    scopes: new Set(scope.split(' ').filter(isScope)),
    anonymous: false,
    // Until when it would be accepted, so that a socket is not ended before a request would be refused.
    expiresAt: new Date((exp + clockToleranceSeconds) * 1_000),
  }
}
