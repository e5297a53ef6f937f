import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { createTokens } from '../../../simulation/tokens.ts'
import type { Organisation } from './organisations.ts'

/** Lifetimes. Source: "JWT Bearer Token", https://flvxtract.com/docs */
const accessMs = 60 * 60_000
const refreshMs = 7 * 24 * 60 * 60_000

export type OrganisationTokens = ReturnType<typeof createOrganisationTokens>

/** ASSUMED: a refresh is answered like a login, and each refresh token can be used once. */
export function createOrganisationTokens(now: () => Date) {
  const signingKey = randomBytes(32)

  function createJwt(organisation: Organisation, issuedAt: number): string {
    const claims = {
      sub: organisation.id,
      jti: randomUUID(),
      iat: toSeconds(issuedAt),
      exp: toSeconds(issuedAt + accessMs),
    }
    const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
    return `${unsigned}.${createHmac('sha256', signingKey).update(unsigned).digest('base64url')}`
  }
  const access = createTokens({ now, lifetimeMs: accessMs, create: createJwt })
  const refresh = createTokens<Organisation>({
    now,
    lifetimeMs: refreshMs,
    create: () => randomBytes(32).toString('base64url'),
  })

  return {
    issue: (owner: Organisation) => ({ accessToken: access.issue(owner), refreshToken: refresh.issue(owner) }),
    ownerOf: access.ownerOf,
    redeem: refresh.redeem,
    expireAccessTokens: access.expire,
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000)
}
