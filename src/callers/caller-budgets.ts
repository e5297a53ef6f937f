import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { type Lane, createLane, type LaneOptions } from './lane.ts'
import type { CallerLimits } from './caller-limits.ts'
import { createTokenBucket, type TokenBucket } from './token-bucket.ts'

/** Gives back what was taken. Once is enough, more often does no harm. */
export type Release = () => void

/** Holds each tenant to its limits on this node. What is beyond them throws AppError RATE_LIMITED. */
export interface CallerBudgets {
  /** Counts an operation, and refuses it while too many answers are unread. */
  takeRequest(tenant: TenantId): void
  takeAnalysis(tenant: TenantId): void
  openSocket(tenant: TenantId): Release
  openSubscription(tenant: TenantId, cost: number): Release
  /** Runs an operation once its turn has come; refused when too many of the tenant's wait already. */
  run<Result>(tenant: TenantId, cost: number, work: () => Promise<Result>): Promise<Result>
  /** Runs what an open subscription is owed, once its turn has come. Never refused. */
  deliver<Result>(tenant: TenantId, cost: number, work: () => Promise<Result>): Promise<Result>
  /** Counts an answer until it has been read. Never refused: it is there already. */
  holdAnswer(tenant: TenantId, bytes: number): Release
}

export interface CallerBudgetsOptions extends LaneOptions {
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

/** When it makes sense to come back after something that ends at an unknown time. */
const retryAfterSeconds = 5
/** Beyond it, tenants that do nothing are forgotten. */
const rememberedTenants = 10_000

export function createCallerBudgets(options: CallerBudgetsOptions): CallerBudgets {
  const { limitsOf, now } = options
  const accounts = new Map<TenantId, Account>()

  function accountOf(tenant: TenantId): Account {
    const known = accounts.get(tenant)
    if (known) return known
    if (accounts.size >= rememberedTenants) forgetIdle()
    const limits = limitsOf(tenant)
    const account: Account = {
      limits,
      requests: createTokenBucket(limits.requests, now),
      analyses: createTokenBucket(limits.analyses, now),
      lane: createLane(limits, options),
      sockets: 0,
      subscriptionCost: 0,
      answers: 0,
    }
    accounts.set(tenant, account)
    return account
  }

  function forgetIdle(): void {
    for (const [tenant, account] of accounts) if (isIdle(account)) accounts.delete(tenant)
  }

  return {
    takeRequest(tenant) {
      const { requests, limits, answers } = accountOf(tenant)
      if (answers > limits.answers)
        throw refusal(`More than ${limits.answers} bytes of answers have not been read. Read them first.`)
      const seconds = requests.take()
      if (seconds !== null) throw refusal(`At most ${describe(limits.requests)} are accepted.`, seconds)
    },
    takeAnalysis(tenant) {
      const { analyses, limits } = accountOf(tenant)
      const seconds = analyses.take()
      if (seconds === null) return
      const { count, seconds: per } = limits.analyses
      throw refusal(`At most ${count} analyses in ${per} seconds are accepted.`, seconds)
    },
    openSocket(tenant) {
      const account = accountOf(tenant)
      if (account.sockets >= account.limits.sockets)
        throw refusal(`At most ${account.limits.sockets} sockets may be open.`)
      account.sockets += 1
      return once(() => {
        account.sockets -= 1
      })
    },
    openSubscription(tenant, cost) {
      const account = accountOf(tenant)
      if (account.subscriptionCost + cost > account.limits.subscriptionCost)
        throw refusal('The open subscriptions ask for too much together. End some, or ask for less in each.')
      account.subscriptionCost += cost
      return once(() => {
        account.subscriptionCost -= cost
      })
    },
    async run(tenant, cost, work) {
      const { lane, limits } = accountOf(tenant)
      if (lane.waiting >= limits.queued) throw refusal(`${limits.queued} operations are waiting already.`)
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

function isIdle({ lane, sockets, subscriptionCost, answers, requests, analyses }: Account): boolean {
  const holdsNothing = lane.isIdle && sockets === 0 && subscriptionCost === 0 && answers === 0
  return holdsNothing && requests.isFull() && analyses.isFull()
}

function describe({ count, seconds }: CallerLimits['requests']): string {
  return `${count} operations in ${seconds} seconds`
}

function refusal(message: string, seconds = retryAfterSeconds): AppError {
  return new AppError('RATE_LIMITED', message, { retryAfterSeconds: seconds })
}

function once(release: () => void): Release {
  let released = false
  return () => {
    if (released) return
    released = true
    release()
  }
}
