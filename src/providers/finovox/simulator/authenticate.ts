import type { IncomingHttpHeaders } from 'node:http'
import type { Account } from './account.ts'
import { VendorError } from './vendor-error.ts'

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
