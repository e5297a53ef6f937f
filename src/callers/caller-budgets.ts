import { type Reach, toReachKey } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { CallerLimits, Rate } from './caller-limits.ts'
import { createLane, type Lane } from './lane.ts'
import { createTokenBucket, type TokenBucket } from './token-bucket.ts'

/** Gives back what was taken. A second call has no effect. */
export type Release = () => void

/** How many operations a tenant may still start. */
export interface RequestStanding extends Rate {
  readonly remaining: number
  /** The seconds until all are available again, if none is started. */
  readonly resetSeconds: number
}

/**
 * Enforces the limits of each tenant on this node. Beyond them it throws AppError RATE_LIMITED. A caller that is bound
 * to one applicant gets at most a tenth of its tenant's requests, analyses and sockets, so that one browser cannot use
 * up the limits of all others.
 */
export interface CallerBudgets {
  /** Counts an operation, and refuses it while too many answers are unread. */
  takeRequest(reach: Reach): void
  requestStanding(reach: Reach): RequestStanding
  takeAnalysis(reach: Reach): void
  openSocket(reach: Reach): Release
  openSubscription(tenant: TenantId, cost: number): Release
  /** Runs an operation when its turn comes. Refuses it when too many of the tenant's operations wait. */
  run<Result>(tenant: TenantId, cost: number, work: () => Promise<Result>): Promise<Result>
  /** Runs a delivery to an open subscription when its turn comes. Never refused. */
  deliver<Result>(tenant: TenantId, cost: number, work: () => Promise<Result>): Promise<Result>
  /** Counts an answer until it has been read. Never refused, because the answer exists already. */
  holdAnswer(tenant: TenantId, bytes: number): Release
}

export interface CallerBudgetsOptions {
  readonly limitsOf: (tenant: TenantId) => CallerLimits
  readonly now: () => Date
}

interface Account {
  readonly limits: CallerLimits
  readonly requests: TokenBucket
  readonly analyses: TokenBucket
  readonly lane: Lane
  sockets: number
  subscriptionCost: number
  answers: number
}

/** The suggested wait when the end of the limit is unknown. */
const retryAfterSeconds = 5
/** Beyond this number, accounts of inactive callers are dropped. */
const rememberedAccounts = 10_000
/** The number of bound callers that together use up the limits of their tenant. */
const boundShares = 10

export function createCallerBudgets({ limitsOf, now }: CallerBudgetsOptions): CallerBudgets {
  const accounts = new Map<string, Account>()

  function accountOf(tenant: TenantId): Account {
    return openAccount(tenant, () => limitsOf(tenant))
  }

  /** The accounts that a caller counts against: its tenant's, and its own share when it is bound to one applicant. */
  function accountsOf(reach: Reach): readonly Account[] {
    const ofTenant = accountOf(reach.tenant)
    if (reach.boundTo === null) return [ofTenant]
    return [openAccount(toReachKey(reach), () => shareOf(ofTenant.limits)), ofTenant]
  }

  function openAccount(key: string, toLimits: () => CallerLimits): Account {
    const known = accounts.get(key)
    if (known) return known
    if (accounts.size >= rememberedAccounts) forgetIdle()
    const limits = toLimits()
    const account: Account = {
      limits,
      requests: createTokenBucket(limits.requests, now),
      analyses: createTokenBucket(limits.analyses, now),
      lane: createLane(limits),
      sockets: 0,
      subscriptionCost: 0,
      answers: 0,
    }
    accounts.set(key, account)
    return account
  }

  function forgetIdle(): void {
    for (const [key, account] of accounts) if (isIdle(account)) accounts.delete(key)
  }

  return {
    takeRequest(reach) {
      for (const { requests, limits, answers } of accountsOf(reach)) {
        if (answers > limits.answers)
          throw refusal('answers', `More than ${limits.answers} bytes of answers have not been read. Read them first.`)
        const seconds = requests.take()
        if (seconds !== null) throw refusal('requests', `At most ${describe(limits.requests)} are accepted.`, seconds)
      }
    },
    requestStanding(reach) {
      // The limit that is reached first.
      const standings = accountsOf(reach).map(({ requests, limits }) => ({
        ...limits.requests,
        ...requests.standing(),
      }))
      return standings.reduce((least, next) => (next.remaining < least.remaining ? next : least))
    },
    takeAnalysis(reach) {
      for (const { analyses, limits } of accountsOf(reach)) {
        const seconds = analyses.take()
        const { count, seconds: per } = limits.analyses
        if (seconds !== null)
          throw refusal('analyses', `At most ${count} analyses in ${per} seconds are accepted.`, seconds)
      }
    },
    openSocket(reach) {
      const used = accountsOf(reach)
      const full = used.find(({ sockets, limits }) => sockets >= limits.sockets)
      if (full) throw refusal('sockets', `At most ${full.limits.sockets} sockets may be open.`)
      for (const account of used) account.sockets += 1
      return once(() => {
        for (const account of used) account.sockets -= 1
      })
    },
    openSubscription(tenant, cost) {
      const account = accountOf(tenant)
      if (account.subscriptionCost + cost > account.limits.subscriptionCost)
        throw refusal(
          'subscriptionCost',
          'The open subscriptions ask for too much together. End some, or ask for less in each.',
        )
      account.subscriptionCost += cost
      return once(() => {
        account.subscriptionCost -= cost
      })
    },
    async run(tenant, cost, work) {
      const { lane, limits } = accountOf(tenant)
      if (lane.waiting >= limits.queued) throw refusal('queued', `${limits.queued} operations are waiting already.`)
      return lane.run('operation', cost, work)
    },
    deliver: (tenant, cost, work) => accountOf(tenant).lane.run('delivery', cost, work),
    holdAnswer(tenant, bytes) {
      const account = accountOf(tenant)
      account.answers += bytes
      return once(() => {
        account.answers -= bytes
      })
    },
  }
}

/** The limits of a bound caller, at least 1 each. */
function shareOf(limits: CallerLimits): CallerLimits {
  const share = (count: number) => Math.max(1, Math.floor(count / boundShares))
  return {
    ...limits,
    requests: { ...limits.requests, count: share(limits.requests.count) },
    analyses: { ...limits.analyses, count: share(limits.analyses.count) },
    sockets: share(limits.sockets),
  }
}

function isIdle({ lane, sockets, subscriptionCost, answers, requests, analyses }: Account): boolean {
  const holdsNothing = lane.isIdle && sockets === 0 && subscriptionCost === 0 && answers === 0
  return holdsNothing && requests.isFull() && analyses.isFull()
}

function describe({ count, seconds }: CallerLimits['requests']): string {
  return `${count} operations in ${seconds} seconds`
}

function refusal(limit: keyof CallerLimits, message: string, seconds = retryAfterSeconds): AppError {
  return new AppError('RATE_LIMITED', message, { retryAfterSeconds: seconds, limit })
}

/** A function that calls `release` the first time it is called. */
export function once(release: () => void): Release {
  let released = false
  return () => {
    if (released) return
    released = true
    release()
  }
}
