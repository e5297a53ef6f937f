import { randomBytes } from 'node:crypto'
import type { Customer } from './customers.ts'

/** Lifetimes in seconds and lengths in characters. Source: "Quickstart" and "Authenticate", https://os.fino.ai/tmp/docv1 */
const access = { seconds: 300, characters: 2_423 }
const refresh = { seconds: 1_800, characters: 1_728 }

export interface TokenPair {
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresIn: number
  readonly refreshExpiresIn: number
}

export interface Tokens {
  issue(customer: Customer): TokenPair
  /** The owner of a valid access token, else null. */
  ownerOf(accessToken: string): Customer | null
  /** Invalidates the customer's refresh token. @returns whether it was valid */
  redeem(customer: Customer, refreshToken: string): boolean
  expireAccessTokens(): void
  expireRefreshTokens(): void
}

interface Issued {
  readonly owner: Customer
  readonly expiresAt: number
}

/** ASSUMED: a refresh token can be used once; the access token before it stays valid until it expires. */
export function createTokens(now: () => Date): Tokens {
  const accessTokens = new Map<string, Issued>()
  const refreshTokens = new Map<string, Issued>()

  function findLive(issued: ReadonlyMap<string, Issued>, token: string): Customer | null {
    const found = issued.get(token)
    return found && found.expiresAt > now().getTime() ? found.owner : null
  }
  function add(issued: Map<string, Issued>, owner: Customer, { seconds, characters }: typeof access): string {
    const at = now().getTime()
    for (const [token, { expiresAt }] of issued) if (expiresAt <= at) issued.delete(token)
    const token = randomBytes(characters).toString('base64url').slice(0, characters)
    issued.set(token, { owner, expiresAt: at + seconds * 1000 })
    return token
  }

  return {
    issue: owner => ({
      accessToken: add(accessTokens, owner, access),
      refreshToken: add(refreshTokens, owner, refresh),
      expiresIn: access.seconds,
      refreshExpiresIn: refresh.seconds,
    }),
    ownerOf: token => findLive(accessTokens, token),
    redeem(customer, token) {
      const isLive = findLive(refreshTokens, token) === customer
      if (isLive) refreshTokens.delete(token)
      return isLive
    },
    expireAccessTokens: () => accessTokens.clear(),
    expireRefreshTokens: () => refreshTokens.clear(),
  }
}
