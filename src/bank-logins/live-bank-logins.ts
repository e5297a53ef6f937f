import type { LiveBankLogins } from '../domain/bank-login-commands.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { type BankUserState, findBankUsers } from '../store/bank-users.ts'
import { awaitReading, readingBudgetMs } from './await-reading.ts'
import type { ReadingWatch } from './reading-watch.ts'
import { wishForReading } from './wish-for-reading.ts'

export interface LiveBankLoginsDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client'>
  readonly readings: ReadingWatch
  readonly now: () => Date
  /** How long a query waits, in milliseconds. By default 5,000. */
  readonly budgetMs?: number
}

/** How long queries do not ask a vendor again after a failure. */
const pauseMs = 60_000

/** Readings for queries. Simultaneous queries for one applicant, at any process, wait for the same look. */
export function createLiveBankLogins(deps: LiveBankLoginsDeps): LiveBankLogins {
  const { database, providers, now, budgetMs: mostMs = readingBudgetMs } = deps

  /** How long stored data are fresh, in milliseconds; null when the provider cannot be asked. */
  function freshMsOf(tenant: TenantId, { providerId }: BankUserState): number | null {
    try {
      return requireOffer(providers, tenant, { providerId, wanted: 'bankLogins' }).freshMs
    } catch (error) {
      if (error instanceof AppError) return null
      throw error
    }
  }

  return {
    async refresh(context, applicantIds, maxAgeSeconds) {
      const { tenant } = context
      const at = now()
      const stale = new Set<string>()
      const wanted: { readonly user: BankUserState; readonly since: Date }[] = []
      for (const user of await findBankUsers(database, context, applicantIds)) {
        const freshMs = freshMsOf(tenant, user)
        const since = new Date(at.getTime() - Math.max(maxAgeSeconds * 1_000, freshMs ?? 0))
        if (user.retrievedAt !== null && user.retrievedAt >= since) continue
        if (freshMs === null || isPaused(user, at)) stale.add(user.applicantId)
        else wanted.push({ user, since })
      }
      if (wanted.length === 0) return stale
      await database.change(context, 'REQUEST', async change => {
        for (const { user, since } of wanted) await wishForReading(change, user, since)
      })
      await Promise.all(
        wanted.map(async ({ user, since }) => {
          if (!(await awaitReading(deps, tenant, user, { since, askedAt: at, mostMs }))) stale.add(user.applicantId)
        }),
      )
      return stale
    },
  }
}

function isPaused({ error, askedAt }: BankUserState, at: Date): boolean {
  return error !== null && askedAt !== null && at.getTime() - askedAt.getTime() < pauseMs
}
