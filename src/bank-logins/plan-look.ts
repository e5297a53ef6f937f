import type { BankLoginDriver, LoginStatus } from '../providers/bank-login-driver.ts'
import type { LoginState } from '../store/bank-login-states.ts'
import type { OpenBankSession } from '../store/bank-sessions.ts'
import type { BankUserState } from '../store/bank-users.ts'
import { waitBeforeLook } from '../work/back-off.ts'

/** The facts that decide what a look at a bank user does, and when the next one comes. */
export interface LookFacts {
  readonly now: Date
  readonly user: Pick<BankUserState, 'retrievedAt' | 'askedAt' | 'wantedAt' | 'unaskedAt' | 'error'>
  /** The open sessions that have not expired. */
  readonly sessions: readonly OpenBankSession[]
  readonly logins: readonly LoginState[]
  /** Consecutive looks that found nothing new. */
  readonly idleLooks: number
}

/** The driver's times, with `backgroundMs` divided by the poll speedup. */
export type LookTimes = Pick<BankLoginDriver, 'polling' | 'backgroundMs'>

const dayMs = 86_400_000
/** The accesses a day that banks allow without their customer. PSD2, Regulation (EU) 2018/389, article 36 (5). */
export const mostUnasked = 4
/** A login that is still being synchronized after this many looks is left to the daily look. */
const mostIdleLooks = 200

/** Whether a reading is wanted now. */
function isReadingWanted({ now, user: { wantedAt, retrievedAt } }: LookFacts): boolean {
  return wantedAt !== null && wantedAt <= now && (retrievedAt === null || retrievedAt < wantedAt)
}

/** Whether the provider has to be asked at all. */
export function isAskDue(facts: LookFacts, times: LookTimes): boolean {
  return isBackgroundDue(facts, times) || isReadingWanted(facts) || isWatched(facts)
}

/** Whether the daily look is due, also to retry after an error. */
export function isBackgroundDue(facts: LookFacts, times: LookTimes): boolean {
  const dueAt = backgroundLookAt(facts, times)
  return dueAt !== null && (dueAt <= facts.now || facts.user.error?.retryable === true)
}

export interface Decision {
  /** `transactions` reads everything, `logins` everything except transactions, null nothing. */
  readonly read: 'transactions' | 'logins' | null
  /** It is not wanted by anyone, so it counts for the daily limit. */
  readonly isUnasked: boolean
  /** It was not read because of the daily limit. */
  readonly isPostponed: boolean
}

/** Decides what to read, after the provider has given the status of each login. */
export function decideReading(facts: LookFacts, statuses: readonly LoginStatus[], times: LookTimes): Decision {
  const { now, user, sessions } = facts
  const isTooOld = user.retrievedAt !== null && user.retrievedAt.getTime() + times.backgroundMs <= now.getTime()
  const wanted = isReadingWanted(facts)
  const known = facts.logins.filter(login => login.removedAt === null)
  const isNews = statuses.some(status => hasNews(status, known))
  const isMissing = known.some(
    // A login of which the provider never gave a status is not missing.
    login => login.state !== null && !statuses.some(status => status.loginReference === login.reference),
  )
  const isAged = isTooOld && hasAutomatic(facts.logins)
  const read = wanted || isNews || isAged ? 'transactions' : isMissing ? 'logins' : null
  const isUnasked = read !== null && !wanted && sessions.length === 0
  const isPostponed = isUnasked && unaskedWithin(user.unaskedAt, now).length >= mostUnasked
  return { read: isPostponed ? null : read, isUnasked, isPostponed }
}

/** The times that count for the daily limit. */
export function unaskedWithin(times: readonly Date[], now: Date): Date[] {
  return times.filter(time => time.getTime() > now.getTime() - dayMs)
}

/** The open sessions that have ended, although no browser has come back. */
export function endedSessions(
  { sessions, logins }: LookFacts,
  statuses: readonly LoginStatus[],
  connected: number,
): readonly OpenBankSession[] {
  const known = logins.filter(login => login.removedAt === null)
  const hasNewsOf = (loginId: string | null) =>
    statuses.some(status => {
      const login = known.find(({ reference }) => reference === status.loginReference)
      return login?.id === loginId && hasNews(status, known)
    })
  return [
    // A customer with several sessions most likely used the newest.
    ...sessions.filter(session => session.loginId === null).slice(0, connected),
    ...sessions.filter(session => session.loginId !== null && hasNewsOf(session.loginId)),
  ]
}

/** Whether a state that is stored without a reading has changed. */
export function hasOtherState({ logins }: LookFacts, statuses: readonly LoginStatus[]): boolean {
  return statuses.some(({ loginReference, state, providerState }) =>
    logins.some(
      login =>
        login.removedAt === null &&
        login.reference === loginReference &&
        state !== 'SYNCHRONIZED' &&
        (state !== login.state || providerState !== login.providerState),
    ),
  )
}

/** Whether a login is new, or the provider has synchronized it since it was last read. */
function hasNews(status: LoginStatus, known: readonly LoginState[]): boolean {
  const login = known.find(({ reference }) => reference === status.loginReference)
  if (!login) return true
  if (status.state === 'SYNCHRONIZED' && login.state !== 'SYNCHRONIZED') return true
  const { lastSynchronizedAt } = status
  return (
    lastSynchronizedAt !== null && (login.lastSynchronizedAt === null || lastSynchronizedAt > login.lastSynchronizedAt)
  )
}

/** When to look next; null when no look is needed. */
export function nextLookAt(
  facts: LookFacts,
  times: LookTimes,
  {
    random,
    pollSpeedup,
    isPostponed = false,
  }: { readonly random: number; readonly pollSpeedup: number; readonly isPostponed?: boolean },
): Date | null {
  const { now, user, sessions } = facts
  const moments: Date[] = []
  if (isWatched(facts)) {
    const wait = waitBeforeLook(times.polling, facts.idleLooks, { pollSpeedup, random: () => random })
    moments.push(new Date(now.getTime() + wait), ...sessions.map(session => session.expiresAt))
  }
  // A reading may have been wanted while a look was under way that did not know of it.
  if (user.wantedAt !== null && (user.wantedAt > now || isReadingWanted(facts))) moments.push(user.wantedAt)
  const [oldest] = unaskedWithin(user.unaskedAt, now)
  if (isPostponed && oldest) moments.push(new Date(oldest.getTime() + dayMs))
  const background = backgroundLookAt(facts, times)
  if (background !== null) moments.push(background)
  const [first = null] = moments.toSorted((a, b) => a.getTime() - b.getTime())
  return first
}

/** Whether to poll, because a session is open or a login is being synchronized. */
function isWatched({ sessions, logins, idleLooks }: LookFacts): boolean {
  const isSynchronizing = logins.some(({ state, removedAt }) => state === 'SYNCHRONIZING' && removedAt === null)
  return sessions.length > 0 || (isSynchronizing && idleLooks < mostIdleLooks)
}

function hasAutomatic(logins: readonly LoginState[]): boolean {
  return logins.some(({ automatic, removedAt }) => automatic !== false && removedAt === null)
}

function backgroundLookAt({ user, logins }: LookFacts, { backgroundMs }: LookTimes): Date | null {
  if (!hasAutomatic(logins)) return null
  const last = Math.max(user.askedAt?.getTime() ?? 0, user.retrievedAt?.getTime() ?? 0)
  return new Date(last + backgroundMs)
}
