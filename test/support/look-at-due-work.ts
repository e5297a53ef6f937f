import type { TenantId } from '../../src/domain/tenant.ts'
import type { Database } from '../../src/store/database.ts'
import { sql } from '../../src/store/sql.ts'
import { claimWork } from '../../src/store/work.ts'
import type { Handler } from '../../src/work/handler.ts'
import { claimSeconds, holdClaim, type LookDeps, lookAtWork } from '../../src/work/look-at-work.ts'
import { WorkerKilled } from './scripted-driver.ts'

export interface WorkOfTenant {
  readonly tenant: TenantId
  readonly handlers: ReadonlyMap<string, Handler<unknown>>
  /** At most this many are claimed. */
  readonly most: number
}

/**
 * Looks at due subjects of one tenant as a worker does. A worker looks at those of all tenants, so the work of the others
 * is deleted before. A look that a test ends with WorkerKilled counts as a look; every other error that is no failure of
 * the vendor is thrown.
 *
 * @param claims the database in which subjects are claimed, which stays when the worker is killed
 * @returns the number of looks
 */
export async function lookAtDueWork(
  claims: Database,
  deps: LookDeps,
  { tenant, handlers, most }: WorkOfTenant,
): Promise<number> {
  await claims.acrossTenants(sql`delete from work where tenant_id <> ${tenant}`)
  const limits = { perProvider: most, perAccount: most, perTenant: most }
  const claimed = await claimWork(claims, { now: deps.now(), seconds: claimSeconds, held: [] }, limits)
  await Promise.all(
    claimed.map(async work => {
      const handler = handlers.get(work.kind)
      if (!handler) throw new Error(`There is no handler for ${work.kind}.`)
      const look = holdClaim(work, deps)
      const renewing = setInterval(() => look.renewed(), 1_000)
      await lookAtWork(deps, withoutFaultsOfOurs(handler), look)
        .catch(error => {
          if (!isKilled(error)) throw error
        })
        .finally(() => clearInterval(renewing))
    }),
  )
  return claimed.length
}

/** A worker tries again after an error of ours too, which would hide it from a test. */
function withoutFaultsOfOurs<State>(handler: Handler<State>): Handler<State> {
  return {
    ...handler,
    async fail(claim, failed) {
      if (failed.error.code === 'INTERNAL') throw failed.error
      await handler.fail(claim, failed)
    },
  }
}

function isKilled(error: unknown): boolean {
  return error instanceof WorkerKilled || (error instanceof Error && isKilled(error.cause))
}
