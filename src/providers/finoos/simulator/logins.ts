import { randomBytes } from 'node:crypto'
import type { OpenedAccount, OpenedCustomer } from './bank-world.ts'
import type { User } from './users.ts'

/** A bank login that a user connected in the Banking UI. Instants are milliseconds since 1970 by the banks' time. */
export interface ConnectedLogin {
  id: string
  readonly userId: string
  customer: OpenedCustomer
  /** The accounts that the user chose. */
  accounts: readonly OpenedAccount[]
  /** Whether the user allowed more than one reading. */
  recurring: boolean
  readonly connectedAt: number
  /** When the newest consent was given. */
  consentedAt: number
  /** When the consent ends and the user has to authenticate again. */
  consentEndsAt: number
  /** When the newest reading that was not automatic began. */
  readAt: number
  /** When that reading ends. */
  readyAt: number
  /** Since when readings fail; null: they succeed. */
  failsSince: number | null
  /** The seed of the accounts' ids. */
  accountIdSeed: string
  /** The seed of the movements' ids. */
  movementIdSeed: string
}

/** The status of a login. ASSUMED: all members, because the page shows only the name of the list. */
export interface LoginStatus {
  readonly id: string
  readonly status: 'SYNCHRONIZED' | 'SYNCHRONIZING' | 'SCA_REQUIRED' | 'ERROR'
  readonly lastSynchronization: string
  readonly synchronizedAutomatically: boolean
}

/** ASSUMED: a consent lasts 90 days, and a recurring login is read every six hours, as often as PSD2 allows without the user. */
const consentMs = 90 * 24 * 3_600_000
const intervalMs = 6 * 3_600_000

/** When the vendor read the login last, at the latest at `now`. */
export function lastReadingOf(login: ConnectedLogin, now: number): number {
  if (!login.recurring || !login.customer.bank.keepsConsent) return login.readAt
  const end = Math.min(now, login.consentEndsAt - 1, login.failsSince ?? now)
  const scheduled = login.consentedAt + Math.floor((end - login.consentedAt) / intervalMs) * intervalMs
  return Math.max(login.readAt, scheduled)
}

/** Whether the user has to authenticate before the login can be read. */
export function needsUser(login: ConnectedLogin, now: number): boolean {
  return !login.recurring || !login.customer.bank.keepsConsent || login.consentEndsAt <= now
}

export function statusOf(login: ConnectedLogin, now: number): LoginStatus {
  const hasConsent = login.consentEndsAt > now
  const isFailing = login.failsSince !== null && login.failsSince <= now
  const status = isFailing
    ? 'ERROR'
    : login.readyAt > now
      ? 'SYNCHRONIZING'
      : hasConsent
        ? 'SYNCHRONIZED'
        : 'SCA_REQUIRED'
  return {
    id: login.id,
    status,
    lastSynchronization: new Date(lastReadingOf(login, now)).toISOString(),
    synchronizedAutomatically: !isFailing && !needsUser(login, now),
  }
}

/** The connection that a user makes at the end of a session. */
export interface Connection {
  readonly customer: OpenedCustomer
  readonly accounts: readonly OpenedAccount[]
  readonly recurring: boolean
  readonly now: number
  /** Divides the time that a reading takes. */
  readonly speed: number
}

/**
 * Which ids change when a bank is connected again. `second-login`: the old login stays, without a consent, and a new
 * login has the same accounts. ASSUMED: the vendor keeps all ids, and there is one consent for each login at a bank.
 */
export interface Reconnecting {
  login: 'keep' | 'change' | 'second-login'
  accounts: 'keep' | 'change'
  movements: 'keep' | 'change'
}

/** Adds a login to a user, or renews the consent of the login with the same bank and user name. */
export function connectLogin(user: User, connection: Connection, reconnecting: Reconnecting): ConnectedLogin {
  const { customer, accounts, recurring, now, speed } = connection
  const renewed = {
    customer,
    accounts,
    recurring,
    ...toConsent(now),
    readyAt: now + customer.plan.readingMs / speed,
  }
  const known = [...user.logins.values()].findLast(
    one => one.customer.bank === customer.bank && one.customer.name === customer.name,
  )
  if (known && reconnecting.login !== 'second-login') {
    Object.assign(known, renewed)
    changeIds(user, known, reconnecting)
    return known
  }
  if (known) known.consentEndsAt = now
  const seed = createId()
  const login = {
    id: createId(),
    userId: user.id,
    connectedAt: now,
    ...renewed,
    accountIdSeed: seed,
    movementIdSeed: seed,
  }
  user.logins.set(login.id, login)
  return login
}

/** Renews the consent after the user authenticated, and reads the login. */
export function renewConsent(login: ConnectedLogin, now: number): void {
  Object.assign(login, toConsent(now))
}

function toConsent(now: number) {
  return { consentedAt: now, consentEndsAt: now + consentMs, readAt: now, failsSince: null }
}

/** Gives new ids to the login, its accounts or its movements. */
function changeIds(user: User, login: ConnectedLogin, { login: own, accounts, movements }: Reconnecting): void {
  if (accounts === 'change') login.accountIdSeed = createId()
  if (movements === 'change') login.movementIdSeed = createId()
  if (own !== 'change') return
  user.logins.delete(login.id)
  login.id = createId()
  user.logins.set(login.id, login)
}

/** 24 hexadecimal digits, as in the samples. */
export function createId(): string {
  return randomBytes(12).toString('hex')
}
