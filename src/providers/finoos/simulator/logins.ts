import { randomBytes } from 'node:crypto'
import type { OpenedAccount, OpenedCustomer } from './bank-world.ts'
import type { User } from './users.ts'

/** A bank login that a user connected in the Banking UI. Instants are milliseconds since 1970 by the banks' time. */
export interface ConnectedLogin {
  id: string
  readonly userId: string
  customer: OpenedCustomer
  /** Those that the user chose. */
  accounts: readonly OpenedAccount[]
  /** Whether the user allowed more than one reading. */
  recurring: boolean
  readonly connectedAt: number
  /** The newest consent. */
  consentedAt: number
  /** The consent ends; from then on the user has to authenticate again. */
  consentEndsAt: number
  /** The newest reading that was asked for or needed the user. */
  readAt: number
  /** Until then accounts and movements are being read. */
  readyAt: number
  /** Since when the bank refuses to be read; null: it does not. */
  failsSince: number | null
  /** The ids of the accounts and of the movements follow from these. */
  accountIdSeed: string
  movementIdSeed: string
}

/** A status. ASSUMED: all of it; the page shows the name of the list only. */
export interface LoginStatus {
  readonly id: string
  readonly status: 'SYNCHRONIZED' | 'SYNCHRONIZING' | 'SCA_REQUIRED' | 'ERROR'
  readonly lastSynchronization: string
  readonly synchronizedAutomatically: boolean
}

/** ASSUMED: a consent lasts 90 days, and what is recurring is read every six hours, as often as PSD2 allows without the user. */
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

/** What a customer does at the end of a session. */
export interface Connection {
  readonly customer: OpenedCustomer
  readonly accounts: readonly OpenedAccount[]
  readonly recurring: boolean
  readonly now: number
  /** Divides the time of reading. */
  readonly speed: number
}

/**
 * What becomes of the ids when a bank is connected again. `second-login`: the login stays without a consent beside a new one, with
 * the same accounts. ASSUMED: the vendor keeps all ids, and there is one consent for each login at a bank.
 */
export interface Reconnecting {
  login: 'keep' | 'change' | 'second-login'
  accounts: 'keep' | 'change'
  movements: 'keep' | 'change'
}

/** Adds the login to a user, or renews the consent of the one with the same bank and user name. */
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

/** The user authenticated again, and the login is read. */
export function renewConsent(login: ConnectedLogin, now: number): void {
  Object.assign(login, toConsent(now))
}

function toConsent(now: number) {
  return { consentedAt: now, consentEndsAt: now + consentMs, readAt: now, failsSince: null }
}

/** Gives new ids to what is to change. */
export function changeIds(
  user: User,
  login: ConnectedLogin,
  { login: own, accounts, movements }: Partial<Reconnecting>,
): void {
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
