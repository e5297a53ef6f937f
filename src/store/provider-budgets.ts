import type { Database } from './database.ts'
import { sql } from './sql.ts'

/** A budget that servers share. Times are in milliseconds since 1970, by the database's clock. */
export interface SharedBudget {
  closedUntil: number
  readonly places: number[]
}

/** Calls `work` with a locked budget and the database's time, and stores its changes. */
export async function changeBudget<Result>(
  database: Database,
  key: string,
  work: (budget: SharedBudget, nowMs: number) => Result,
): Promise<Result> {
  return database.transaction(async tx => {
    const [row] = await tx.acrossTenants<{ closed_until: number; places: number[]; now: number }>(sql`
      insert into provider_budgets (key) values (${key})
      on conflict (key) do update set key = excluded.key
      returning closed_until, places, extract(epoch from clock_timestamp())::float8 * 1000 as now`)
    if (!row) throw new Error('An upsert returned no row.')
    const budget = { closedUntil: row.closed_until, places: row.places }
    const result = work(budget, Math.floor(row.now))
    await tx.acrossTenants(sql`
      update provider_budgets set closed_until = ${budget.closedUntil}, places = ${budget.places} where key = ${key}`)
    return result
  })
}
