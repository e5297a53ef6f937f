import { randomBytes } from 'node:crypto'
import { createTokens } from '../../../simulation/tokens.ts'
import type { Customer } from './customers.ts'

/** Lifetimes in seconds and lengths in characters. Source: "Quickstart" and "Authenticate", https://os.fino.ai/tmp/docv1 */
const access = { seconds: 300, characters: 2_423 }
const refresh = { seconds: 1_800, characters: 1_728 }

export type CustomerTokens = ReturnType<typeof createCustomerTokens>

/** ASSUMED: a refresh token can be used once; the access token before it stays valid until it expires. */
export function createCustomerTokens(now: () => Date) {
  const createKind = ({ seconds, characters }: typeof access) =>
    createTokens<Customer>({
      now,
      lifetimeMs: seconds * 1_000,
      create: () => randomBytes(characters).toString('base64url').slice(0, characters),
    })
  const accessTokens = createKind(access)
  const refreshTokens = createKind(refresh)
  return {
    issue: (owner: Customer) => ({
      accessToken: accessTokens.issue(owner),
      refreshToken: refreshTokens.issue(owner),
      expiresIn: access.seconds,
      refreshExpiresIn: refresh.seconds,
    }),
    ownerOf: accessTokens.ownerOf,
    /** Invalidates the customer's refresh token. @returns whether it was valid */
    redeem(customer: Customer, token: string): boolean {
      return refreshTokens.ownerOf(token) === customer && refreshTokens.redeem(token) !== null
    },
  }
}
