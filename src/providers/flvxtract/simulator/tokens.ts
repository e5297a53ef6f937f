import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { Organisation } from './organisations.ts'

/** Lifetimes. Source: "JWT Bearer Token", https://flvxtract.com/docs */
const accessMs = 60 * 60_000
const refreshMs = 7 * 24 * 60 * 60_000

export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string
}

export interface Tokens {
  issue(organisation: Organisation): TokenPair
  /** The owner of a valid access token, else null. */
  ownerOf(accessToken: string): Organisation | null
  /** Invalidates a refresh token. @returns its owner if it was valid, else null. */
  redeem(refreshToken: string): Organisation | null
  expireAccessTokens(): void
  expireRefreshTokens(): void
}

interface Issued {
  readonly owner: Organisation
  readonly expiresAt: number
}

/** ASSUMED: a refresh is answered like a login, and each refresh token can be used once. */
export function createTokens(now: () => Date): Tokens {
  const signingKey = randomBytes(32)
  const access = new Map<string, Issued>()
  const refresh = new Map<string, Issued>()

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
  function findLive(issued: Map<string, Issued>, token: string): Organisation | null {
    const found = issued.get(token)
    return found && found.expiresAt > now().getTime() ? found.owner : null
  }

  return {
    issue(owner) {
      const at = now().getTime()
      for (const issued of [access, refresh]) {
        for (const [token, { expiresAt }] of issued) if (expiresAt <= at) issued.delete(token)
      }
      const pair = { accessToken: createJwt(owner, at), refreshToken: randomBytes(32).toString('base64url') }
      access.set(pair.accessToken, { owner, expiresAt: at + accessMs })
      refresh.set(pair.refreshToken, { owner, expiresAt: at + refreshMs })
      return pair
    },
    ownerOf: token => findLive(access, token),
    redeem(token) {
      const owner = findLive(refresh, token)
      refresh.delete(token)
      return owner
    },
    expireAccessTokens: () => access.clear(),
    expireRefreshTokens: () => refresh.clear(),
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000)
}
