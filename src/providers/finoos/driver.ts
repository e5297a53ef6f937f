import { AppError } from '../../errors.ts'
import type { BankLoginDriver, SessionRequest, VendorUser } from '../bank-login-driver.ts'
import { type Scope, vendor } from './config.ts'
import { type FinoosDatasource, usersPerPage } from './datasource.ts'
import { toVendorLogins } from './imported-logins.ts'
import { normaliseStatus } from './normalise.ts'
import { readLogins } from './read-logins.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

export interface DriverOptions {
  /** The scopes of each user. */
  readonly scopes: readonly Scope[]
  /** Checks whether an address of the vendor may be given to a caller. */
  readonly check: (address: string) => URL
}

/** Bank logins: one user of the vendor for each applicant, to which all logins belong. */
export function createBankLoginDriver(datasource: FinoosDatasource, { scopes, check }: DriverOptions): BankLoginDriver {
  const driver: BankLoginDriver = {
    freshMs: minuteMs,
    polling: { firstMs: 5_000, maxMs: minuteMs },
    // ASSUMED: how long a session can be used.
    sessionMs: hourMs,
    // The vendor synchronizes by itself; PSD2 allows a bank to be read four times a day without its customer.
    backgroundMs: 24 * hourMs,

    async enrol(kind, signal) {
      const type = kind === 'COMPANY' ? 'company' : 'person'
      return { reference: await datasource.within(signal).createUser({ type, scopes }), scopes }
    },

    async adjustScopes(user, signal) {
      const calls = datasource.within(signal)
      const missing = scopes.filter(scope => !user.scopes.includes(scope))
      const unwanted = user.scopes.filter(name => !scopes.some(scope => scope === name))
      for (const scope of missing) await calls.addScope(user.reference, scope)
      for (const scope of unwanted) await calls.removeScope(user.reference, scope)
      return missing.length + unwanted.length === 0 ? user : { ...user, scopes }
    },

    openSession: (user, session, signal) => openSession(datasource.within(signal), user, session),

    async readStatuses(user, signal) {
      return (await datasource.within(signal).loginStatuses(user.reference)).map(normaliseStatus)
    },

    read(user, { transactions }, signal) {
      const parts = datasource.within(signal).logins(user.reference, { includeTransactions: transactions })
      return readLogins(parts, check)
    },

    removeLogins(user, { loginReference, userIp }, signal) {
      const calls = datasource.within(signal)
      return loginReference === null
        ? calls.disconnect(user.reference, { userIp })
        : calls.deleteLogin(user.reference, { loginId: loginReference, userIp })
    },

    listUsers: signal => listUsers(datasource.within(signal)),
    deleteUser: (reference, signal) => datasource.within(signal).deleteUser(reference),
  }
  if (!scopes.includes('bankingExternal'))
    return { ...driver, importNeeds: 'the scope bankingExternal in FINOOS_SCOPES' }
  return {
    ...driver,
    async importLogins(user, logins, mode, signal) {
      const calls = datasource.within(signal)
      const sent = toVendorLogins(logins)
      if (mode === 'REPLACE') await calls.setLogins(user.reference, sent)
      else await calls.updateLogins(user.reference, sent)
    },
  }
}

async function openSession(
  datasource: FinoosDatasource,
  { reference }: VendorUser,
  { purpose, returnUrls, recurring, addBankLogin, loginReference, userIp }: SessionRequest,
): Promise<URL | null> {
  const urls = { redirectURL: returnUrls.success, errorURL: returnUrls.error, exitURL: returnUrls.exit }
  if (purpose === 'CONNECT') return datasource.connect(reference, { ...urls, recurring })
  if (userIp === null) throw incomplete('the address of the user')
  if (purpose === 'MANAGE') return datasource.manage(reference, { ...urls, addBankLogin, userIp })
  if (loginReference === null) throw incomplete('the bank login')
  return datasource.synchronize(reference, { ...urls, loginId: loginReference, userIp })
}

function incomplete(missing: string): AppError {
  return new AppError('INTERNAL', `A session at finoOS was opened without ${missing}.`, {
    provider: vendor.id,
    retryable: false,
  })
}

/**
 * The vendor gives no total, so a page that is not full is the last one. So is a page without a new user, in case the vendor
 * ignores the page number.
 */
async function* listUsers(datasource: FinoosDatasource): AsyncGenerator<VendorUser> {
  const seen = new Set<string>()
  for (let page = 0; ; page += 1) {
    const { users, size } = await datasource.users(page)
    const fresh = users.filter(({ id }) => !seen.has(id))
    for (const { id, scopes } of fresh) {
      seen.add(id)
      yield { reference: id, scopes }
    }
    if (size < usersPerPage || fresh.length === 0) return
  }
}
