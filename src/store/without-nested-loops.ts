import type { Transaction } from './database.ts'
import { sql } from './sql.ts'

/**
 * Runs statements that join many rows. The planner has no statistics of rows that were just written: it assumes that
 * they are few, and would choose nested loops, which take time in proportion to the square of their number. A lateral
 * subquery with an offset is still run for each row; it is the way to read an index of a large table.
 */
export async function withoutNestedLoops<Result>(tx: Transaction, work: () => Promise<Result>): Promise<Result> {
  await tx.acrossTenants(sql`set local enable_nestloop = off`)
  const result = await work()
  await tx.acrossTenants(sql`set local enable_nestloop to default`)
  return result
}
