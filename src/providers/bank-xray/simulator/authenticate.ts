import type { IncomingHttpHeaders } from 'node:http'
import { parseCalendarDate } from '../../../domain/calendar-date.ts'
import type { Permission, SimulatedAccount } from './account.ts'
import { VendorError } from './vendor-error.ts'

/**
 * Who is calling, by three headers of which none may be missing or malformed.
 * Source: https://doc.lending.soprafinancing.io, "Authentication"
 *
 * @throws VendorError 401
 */
export function authenticate(headers: IncomingHttpHeaders, accounts: readonly SimulatedAccount[]): SimulatedAccount {
  const { userid, sessiontoken } = headers
  const version = headers['october-version']
  if (typeof userid !== 'string' || typeof sessiontoken !== 'string')
    throw new VendorError(401, 'The headers userId and sessionToken are required.')
  if (typeof version !== 'string' || parseCalendarDate(version) === null)
    throw new VendorError(401, 'The header October-Version must be a date.')
  const owner = accounts.find(one => one.userId === userid && one.sessionToken === sessiontoken)
  if (!owner) throw new VendorError(401, 'The user id or the session token is invalid.')
  return owner
}

/** @throws VendorError 403 */
export function requirePermission({ permissions }: SimulatedAccount, permission: Permission): void {
  if (!permissions.includes(permission)) throw new VendorError(403, `The permission ${permission} is missing.`)
}
