import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { VendorError } from './vendor-error.ts'

/** A customer of the vendor. Folders belong to one. */
export interface Account {
  readonly apiKey: string
  /** false: the key does not cover Case Analysis, which is 403. */
  readonly coversCases: boolean
}

/** The account the variables of `start()` belong to. Its key opens nothing but a simulator on loopback. */
export const defaultAccount: Account = { apiKey: 'fnvx_sim_a1b2c3d4e5f6g7h8', coversCases: true }

/** Another account, with a key of its own. */
export function createAccount(own: Partial<Account> = {}): Account {
  return { ...defaultAccount, apiKey: `fnvx_sim_${randomUUID()}`, ...own }
}

/**
 * Who is calling, by the header `api-key` alone. Source: "Authentication" and "HTTP Status Codes",
 * https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start
 * @throws VendorError 401, 403
 */
export function authenticate(headers: IncomingHttpHeaders, accounts: readonly Account[]): Account {
  const key = headers['api-key']
  const account = accounts.find(one => one.apiKey === key)
  if (!account) throw new VendorError(401, key === undefined ? 'The API key is missing.' : 'The API key is invalid.')
  if (!account.coversCases) throw new VendorError(403, 'The API key does not cover Case Analysis.')
  return account
}
