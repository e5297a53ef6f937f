import type { Logger } from 'pino'
import { toKeptError } from '../domain/kept-error.ts'
import { wholeTenant } from '../domain/reach.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { Change, ChangingDatabase } from '../events/change.ts'
import type { BankLoginDriver, LoginStatus, VendorUser } from '../providers/bank-login-driver.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { lockApplicantForPublication } from '../store/applicant-locks.ts'
import { type LoginState, readLoginStates } from '../store/bank-login-states.ts'
import type { BankReading } from '../store/bank-reading.ts'
import { endSessions, type OpenBankSession, readOpenSessions } from '../store/bank-sessions.ts'
import { announceReading, type BankUserState, findBankUser, lockBankUser, noteAsked } from '../store/bank-users.ts'
import type { Queries } from '../store/database.ts'
import { ClaimLost, type NextLook } from '../store/work.ts'
import type { Claim, Handler } from '../work/handler.ts'
import { withScopes } from './ask-vendor.ts'
import { endBankUser } from './end-bank-user.ts'
import {
  type Decision,
  decideReading,
  endedSessions,
  hasOtherState,
  isAskDue,
  isBackgroundDue,
  type LookFacts,
  type LookTimes,
  nextLookAt,
  unaskedWithin,
} from './plan-look.ts'
import { publishBankReading, publishLoginStatuses } from './publish-bank-reading.ts'
import { readBankUser } from './read-bank-user.ts'

export interface BankUserHandlerDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client'>
  readonly now: () => Date
  readonly random: () => number
  /** Divides our own pauses, never those that a vendor asks for. */
  readonly pollSpeedup: number
  readonly logger: Logger
}

interface State {
  readonly user: BankUserState
  readonly sessions: readonly OpenBankSession[]
  readonly logins: readonly LoginState[]
}

/** One look at a bank user that exists at the vendor. */
interface Look {
  readonly claim: Claim
  readonly context: RequestContext
  readonly user: BankUserState
  readonly vendorUser: VendorUser
  readonly driver: BankLoginDriver
  readonly times: LookTimes
  readonly facts: LookFacts
}

/** Shown to an applicant while its bank data cannot be read. */
const userMessage = 'The bank accounts cannot be read at the moment. Please try again later.'

/**
 * Looks at an applicant's bank user at a provider: while a session is open, while a login is being synchronized, when a
 * reading is wanted, and once a day if the provider synchronizes logins by itself.
 */
export function createBankUserHandler(deps: BankUserHandlerDeps): Handler<State> {
  const { database, providers, now, random, pollSpeedup, logger } = deps

  async function readState({ tenant, id }: Pick<Claim, 'tenant' | 'id'>, user: BankUserState): Promise<State> {
    const sessions = await readOpenSessions(database, tenant, user)
    const over = sessions.filter(session => session.expiresAt <= now()).map(session => session.id)
    await endSessions(database, tenant, over, 'EXPIRED')
    if (over.length > 0) logger.info({ tenant, id, sessions: over.length }, 'bank sessions have expired')
    const open = sessions.filter(session => !over.includes(session.id))
    return { user, sessions: open, logins: await readLoginStates(database, wholeTenant(tenant), user) }
  }

  /** Asks the vendor for the status of each login, reads new data, and publishes them. */
  async function refresh(look: Look): Promise<Pick<NextLook, 'at' | 'idleLooks'> | null> {
    const { claim, context, user, driver, facts, times } = look
    const { tenant } = context
    claim.confirm()
    const vendorUser = await withScopes(database, { tenant, user, driver }, look.vendorUser, claim.signal)
    const statuses = await driver.readStatuses(vendorUser, claim.signal)
    const decision = decideReading(facts, statuses, times)
    if (decision.read === null && isIdle(look, statuses)) {
      const idle = { ...facts, idleLooks: facts.idleLooks + 1 }
      const at = nextLookAt(idle, times, { random: random(), pollSpeedup })
      if (at !== null) return { at, idleLooks: idle.idleLooks }
    }
    const at = now()
    const unaskedAt = [...unaskedWithin(user.unaskedAt, at), at]
    // Stored before the reading, so that a failed one counts too.
    if (decision.read !== null && decision.isUnasked) await noteAsked(database, tenant, user, { unaskedAt })
    claim.confirm()
    const { signal, confirm } = claim
    const job = { tenant, user: parseSubject(claim), vendorUser, driver, statuses, at, signal, confirm }
    const transactions = decision.read === 'transactions'
    const reading = decision.read && (await readBankUser(database, { ...job, transactions }))
    if (reading?.unread) {
      const fault = { ...context, err: reading.unread, provider: user.providerId }
      logger.warn(fault, 'bank data could not be read completely')
    }
    await database.change(context, claim.via, change => publish(change, look, { statuses, decision, reading, at }))
    return null
  }

  /** Whether there is nothing to write: no state has changed, no reading is due, and no error is shown. */
  function isIdle({ facts, times }: Look, statuses: readonly LoginStatus[]): boolean {
    return facts.user.error === null && !isBackgroundDue(facts, times) && !hasOtherState(facts, statuses)
  }

  interface Outcome {
    readonly statuses: readonly LoginStatus[]
    readonly decision: Decision
    readonly reading: BankReading | null
    readonly at: Date
  }

  async function publish(change: Change, look: Look, { statuses, decision, reading, at }: Outcome): Promise<void> {
    const { tx, context } = change
    const { tenant } = context
    const { user, facts } = look
    await lockApplicantForPublication(tx, tenant, user.applicantId)
    const before = await lockBankUser(tx, tenant, user)
    if (before?.reference !== user.reference) throw new ClaimLost()
    const changes = reading && (await publishBankReading(change, await withoutRemoved(tx, tenant, reading)))
    if (!reading) await publishLoginStatuses(change, user, statuses)
    const connected = changes?.filter(login => login.connected).length ?? 0
    const ended = reading ? endedSessions(facts, statuses, connected).map(session => session.id) : []
    await endSessions(tx, tenant, ended, 'SUCCEEDED')
    await noteAsked(tx, tenant, user, {
      askedAt: change.at,
      retrievedAt: decision.read === 'transactions' ? at : before.retrievedAt,
      ...(!decision.isPostponed && { error: null }),
    })
    await announceReading(tx, user.applicantId)
    await plan(change, look, decision)
  }

  /** Schedules the next look, or deletes the work of the user when no look is needed. */
  async function plan(
    change: Change,
    { claim, user, times, facts }: Look,
    { isPostponed }: Pick<Decision, 'isPostponed'>,
  ): Promise<void> {
    const { tx, context, at: moment } = change
    const { tenant } = context
    const known = await lockBankUser(tx, tenant, user)
    if (!known) throw new ClaimLost()
    const sessions = await readOpenSessions(tx, tenant, user)
    const logins = await readLoginStates(tx, wholeTenant(tenant), user)
    const after = { ...facts, now: moment, user: known, sessions, logins, idleLooks: 0 }
    const at = nextLookAt(after, times, { random: random(), pollSpeedup, isPostponed })
    // Also before deleting it: this checks that the claim is still held.
    change.schedule(claim, at ?? moment, { claim: claim.held })
    if (at === null) change.finish(claim)
  }

  return {
    async load(claim) {
      const user = await findBankUser(database, claim.tenant, parseSubject(claim))
      return user && readState(claim, user)
    },

    deadlineOf: () => null,

    async advance({ user, sessions, logins }, claim) {
      const { tenant, correlationId } = claim
      const context = { ...wholeTenant(tenant), correlationId }
      const { reference, scopes } = user
      const driver = requireOffer(providers, tenant, { providerId: user.providerId, wanted: 'bankLogins' })
      const times = { polling: driver.polling, backgroundMs: driver.backgroundMs / pollSpeedup }
      const facts = { now: now(), user, sessions, logins, idleLooks: claim.idleLooks }
      const vendorUser = { reference: reference ?? '', scopes }
      const look: Look = { claim, context, user, vendorUser, driver, times, facts }
      if (reference === null || !isAskDue(facts, times)) {
        await database.change(context, 'SCHEDULE', change => plan(change, look, { isPostponed: false }))
        return null
      }
      try {
        return await refresh(look)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error
        await database.change(context, claim.via, change => endBankUser(change, user, reference))
        return null
      }
    },

    async fail(claim, { error }) {
      const { tenant, id, correlationId } = claim
      const user = parseSubject(claim)
      const { code, cause } = error
      logger.warn({ tenant, id, correlationId, code, err: cause ?? error }, 'bank data could not be read')
      await noteAsked(database, tenant, user, {
        askedAt: now(),
        error: toKeptError(error, userMessage),
        dropsWish: !error.retryable,
      })
      await announceReading(database, user.applicantId)
    },

    async expire() {},
  }
}

/** The reading without logins that were removed here during the reading. */
async function withoutRemoved(tx: Queries, tenant: TenantId, reading: BankReading): Promise<BankReading> {
  const known = await readLoginStates(tx, wholeTenant(tenant), reading)
  const removed = known.filter(({ removedAt }) => removedAt !== null && removedAt >= reading.at)
  const references = new Set(removed.map(login => login.reference))
  const logins = reading.logins.filter(login => !references.has(login.reference))
  const keys = new Set(logins.map(login => login.key))
  return { ...reading, logins, accounts: reading.accounts.filter(account => keys.has(account.loginKey)) }
}

/** The bank user of a subject. */
function parseSubject({ id, providerId }: Pick<Claim, 'id' | 'providerId'>): BankUser {
  const [applicantId = ''] = id.split('/')
  return { applicantId, providerId }
}
