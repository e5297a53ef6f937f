import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { parseCalendarDate } from '../../../domain/calendar-date.ts'
import { VendorError } from './vendor-error.ts'

/** The permissions of a user. The second is documented; the first stands for all others. */
export type Permission = 'write_requests' | 'read_bank_xray_report'

/** A user of the vendor, with the values that the web app shows. Each request belongs to one. */
export interface SimulatedAccount {
  readonly userId: string
  readonly sessionToken: string
  readonly permissions: readonly Permission[]
  readonly webhookKey: string
  /** null: no webhook is sent. */
  readonly webhookUrl: string | null
}

/** The user of the variables that `start()` returns. Its credentials are accepted by simulators only. */
export const defaultAccount: SimulatedAccount = {
  userId: '65f1c0ffee0000000000acc0',
  sessionToken: 'sim-session-q7w8e9r0t1y2',
  permissions: ['write_requests', 'read_bank_xray_report'],
  webhookKey: 'sim-webhook-key-z1x2c3v4b5n6',
  webhookUrl: null,
}

/** Another user, with credentials of its own. */
export function createAccount(): SimulatedAccount {
  const id = randomUUID()
  return {
    ...defaultAccount,
    userId: id.replaceAll('-', '').slice(0, 24),
    sessionToken: `sim-session-${id}`,
    webhookKey: `sim-webhook-key-${id}`,
  }
}

/**
 * The caller, by three headers. None may be missing or malformed. The caller must have the permission, if there is one.
 * Source: https://doc.lending.soprafinancing.io, "Authentication"
 *
 * @throws VendorError 401, 403
 */
export function authenticate(
  headers: IncomingHttpHeaders,
  accounts: readonly SimulatedAccount[],
  permission?: Permission,
): SimulatedAccount {
  const { userid, sessiontoken } = headers
  const version = headers['october-version']
  if (typeof userid !== 'string' || typeof sessiontoken !== 'string')
    throw new VendorError(401, 'The headers userId and sessionToken are required.')
  if (typeof version !== 'string' || parseCalendarDate(version) === null)
    throw new VendorError(401, 'The header October-Version must be a date.')
  const owner = accounts.find(one => one.userId === userid && one.sessionToken === sessiontoken)
  if (!owner) throw new VendorError(401, 'The user id or the session token is invalid.')
  if (permission && !owner.permissions.includes(permission))
    throw new VendorError(403, `The permission ${permission} is missing.`)
  return owner
}
