import type { BankLoginDriver, LoginStatus } from '../providers/bank-login-driver.ts'
import type { LoginState } from '../store/bank-login-states.ts'
import type { OpenBankSession } from '../store/bank-sessions.ts'
import type { BankUserState } from '../store/bank-users.ts'
import { waitBeforeLook } from '../work/back-off.ts'

/** What decides what a look at a bank user does, and when the next one comes. */
export interface LookFacts {
  readonly now: Date
  readonly user: Pick<BankUserState, 'retrievedAt' | 'askedAt' | 'wantedAt' | 'unaskedAt' | 'error'>
  /** Those whose time is not over. */
  readonly sessions: readonly OpenBankSession[]
  readonly logins: readonly LoginState[]
  /** Looks in a row that found nothing new. */
  readonly idleLooks: number
}

/** The driver's, with `backgroundMs` as short as our own waiting is. */
export type LookTimes = Pick<BankLoginDriver, 'polling' | 'backgroundMs'>

const dayMs = 86_400_000
/** Banks allow so many accesses a day without their customer. PSD2, Regulation (EU) 2018/389, article 36 (5). */
export const mostUnasked = 4
/** A login that the provider has been synchronizing for so many looks is left to the daily look. */
const mostIdleLooks = 200

/** Whether somebody waits for a reading that begins now. */
export function isReadingWanted({ now, user: { wantedAt, retrievedAt } }: LookFacts): boolean {
  return wantedAt !== null && wantedAt <= now && (retrievedAt === null || retrievedAt < wantedAt)
}

/** Whether the provider is to be asked anything at all. */
export function isAskDue(facts: LookFacts, times: LookTimes): boolean {
  return isBackgroundDue(facts, times) || isReadingWanted(facts) || isWatched(facts, facts.logins)
}

/** Whether the last look that nobody asked for is too long ago, or failed. */
export function isBackgroundDue(facts: LookFacts, times: LookTimes): boolean {
  const dueAt = backgroundLookAt(facts, times, facts.logins)
  return dueAt !== null && (dueAt <= facts.now || facts.user.error?.retryable === true)
}

export interface Decision {
  /** `transactions`: everything. `logins`: everything but transactions. Null: nothing. */
  readonly read: 'transactions' | 'logins' | null
  /** Nobody asked for it, so it counts against what a day allows. */
  readonly isUnasked: boolean
  /** It would have been read if the day allowed it. */
  readonly isPostponed: boolean
}

/** What is read, now that the provider has told how far it is with each login. */
export function decideReading(facts: LookFacts, statuses: readonly LoginStatus[], times: LookTimes): Decision {
  const { now, user, sessions } = facts
  const isTooOld = user.retrievedAt !== null && user.retrievedAt.getTime() + times.backgroundMs <= now.getTime()
  const wanted = isReadingWanted(facts)
  const known = facts.logins.filter(login => login.removedAt === null)
  const isNews = statuses.some(status => hasNews(status, known))
  const isMissing = known.some(
    // One that the provider never told the status of is not missing.
    login => login.state !== null && !statuses.some(status => status.loginReference === login.reference),
  )
  const isAged = isTooOld && hasAutomatic(facts.logins)
  const read = wanted || isNews || isAged ? 'transactions' : isMissing ? 'logins' : null
  const isUnasked = read !== null && !wanted && sessions.length === 0
  const isPostponed = isUnasked && unaskedWithin(user.unaskedAt, now).length >= mostUnasked
  return { read: isPostponed ? null : read, isUnasked, isPostponed }
}

/** The times that count for what the day allows. */
export function unaskedWithin(times: readonly Date[], now: Date): Date[] {
  return times.filter(time => time.getTime() > now.getTime() - dayMs)
}

/** Which of the open sessions have come to their end, though no browser has come back. */
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
    // A customer who has several is most likely in the newest.
    ...sessions.filter(session => session.loginId === null).slice(0, connected),
    ...sessions.filter(session => session.loginId !== null && hasNewsOf(session.loginId)),
  ]
}

/** Whether a state differs from the stored one that is kept without a reading. */
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

/** It is new, or the provider has fetched news of it from the bank since it was last read. */
function hasNews(status: LoginStatus, known: readonly LoginState[]): boolean {
  const login = known.find(({ reference }) => reference === status.loginReference)
  if (!login) return true
  if (status.state === 'SYNCHRONIZED' && login.state !== 'SYNCHRONIZED') return true
  const { lastSynchronizedAt } = status
  return (
    lastSynchronizedAt !== null && (login.lastSynchronizedAt === null || lastSynchronizedAt > login.lastSynchronizedAt)
  )
}

/** When to look next; null when nothing is left to be looked after. */
export function nextLookAt(
  facts: LookFacts,
  times: LookTimes,
  {
    random,
    pollSpeedup,
    isPostponed = false,
  }: { readonly random: number; readonly pollSpeedup: number; readonly isPostponed?: boolean },
): Date | null {
  const { now, user, sessions, logins } = facts
  const moments: Date[] = []
  if (isWatched(facts, logins)) {
    const wait = waitBeforeLook(times.polling, { looks: facts.idleLooks, vendorMs: null, speedup: pollSpeedup, random })
    moments.push(new Date(now.getTime() + wait), ...sessions.map(session => session.expiresAt))
  }
  if (user.wantedAt !== null && user.wantedAt > now) moments.push(user.wantedAt)
  const [oldest] = unaskedWithin(user.unaskedAt, now)
  if (isPostponed && oldest) moments.push(new Date(oldest.getTime() + dayMs))
  const background = backgroundLookAt(facts, times, logins)
  if (background !== null) moments.push(background)
  const [first = null] = moments.toSorted((a, b) => a.getTime() - b.getTime())
  return first
}

/** Whether something is under way at the provider that is to be noticed soon. */
function isWatched(
  { sessions, idleLooks }: LookFacts,
  logins: readonly Pick<LoginState, 'state' | 'removedAt'>[],
): boolean {
  const isSynchronizing = logins.some(({ state, removedAt }) => state === 'SYNCHRONIZING' && removedAt === null)
  return sessions.length > 0 || (isSynchronizing && idleLooks < mostIdleLooks)
}

function hasAutomatic(logins: readonly LoginState[]): boolean {
  return logins.some(({ automatic, removedAt }) => automatic !== false && removedAt === null)
}

function backgroundLookAt(
  { user: { askedAt, retrievedAt } }: LookFacts,
  { backgroundMs }: Pick<LookTimes, 'backgroundMs'>,
  logins: readonly LoginState[],
): Date | null {
  if (!hasAutomatic(logins)) return null
  const last = Math.max(askedAt?.getTime() ?? 0, retrievedAt?.getTime() ?? 0)
  return new Date(last + backgroundMs)
}
