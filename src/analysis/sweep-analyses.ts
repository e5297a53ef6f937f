import { tenantIdSchema } from '../domain/tenant.ts'
import { findOverdue } from '../store/analysis-life.ts'
import type { Database } from '../store/database.ts'
import type { Jobs } from './jobs.ts'

/** How late a look may be before it counts as forgotten. */
const graceMs = 3_000
const perSweep = 500

/** Asks again for every open analysis whose time has passed and that nobody works on: its worker was killed. */
export async function sweepAnalyses(database: Database, jobs: Pick<Jobs, 'sendAgain'>, now: Date): Promise<void> {
  const overdue = await findOverdue(database, new Date(now.getTime() - graceMs), perSweep)
  for (const { tenant, id, correlationId } of overdue)
    await jobs.sendAgain(database, {
      tenant: tenantIdSchema.parse(tenant),
      analysisId: id,
      via: 'SCHEDULE',
      correlationId,
    })
}
