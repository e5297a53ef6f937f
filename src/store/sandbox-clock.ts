import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** The channel of notifications that the sandbox's clock was set forward. */
export const sandboxClockChannel = 'assay_sandbox_clock'

/** How far the sandbox's clock is ahead of the database's, in milliseconds. */
export async function readForwardMs(queries: Queries): Promise<number> {
  const [row] = await queries.acrossTenants<{ forward: number }>(sql`select forward_ms as forward from sandbox_clock`)
  return row?.forward ?? 0
}

/**
 * Sets the sandbox's clock forward and notifies all nodes.
 * @returns how far it is ahead then; null when that would be more than `mostMs`, in which case nothing is changed
 */
export async function addForwardMs(queries: Queries, ms: number, mostMs: number): Promise<number | null> {
  const [row] = await queries.acrossTenants<{ forward: number }>(sql`
    with changed as (
      insert into sandbox_clock as c (forward_ms) select ${ms}::bigint where ${ms}::bigint <= ${mostMs}::bigint
      on conflict (id) do update set forward_ms = c.forward_ms + excluded.forward_ms
      where c.forward_ms + excluded.forward_ms <= ${mostMs}::bigint
      returning forward_ms
    )
    select forward_ms as forward, pg_notify(${sandboxClockChannel}, '') from changed`)
  return row?.forward ?? null
}
