import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { VendorError } from './vendor-error.ts'

/** A customer of the vendor. Each folder belongs to one. */
export interface Account {
  readonly apiKey: string
  /** false: the key does not cover Case Analysis, which is 403. */
  readonly coversCases: boolean
}

/** The account of the variables that `start()` returns. Its key is accepted by simulators only. */
export const defaultAccount: Account = { apiKey: 'fnvx_sim_a1b2c3d4e5f6g7h8', coversCases: true }

/** Another account, with a key of its own. */
export function createAccount(): Account {
  return { ...defaultAccount, apiKey: `fnvx_sim_${randomUUID()}` }
}

/**
 * The caller, by the header `api-key`. Source: "Authentication" and "HTTP Status Codes",
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
