import { z } from 'zod'
import type { Database, Queries } from '../../src/store/database.ts'
import { type Fragment, sql } from '../../src/store/sql.ts'

const planSchema = z.object({
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().optional(),
  'Rows Removed by Index Recheck': z.number().optional(),
  'Relation Name': z.string().optional(),
  'Shared Hit Blocks': z.number().optional(),
  'Shared Read Blocks': z.number().optional(),
  get Plans(): z.ZodOptional<z.ZodArray<typeof planSchema>> {
    return z.array(planSchema).optional()
  },
})
type Plan = z.infer<typeof planSchema>
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planSchema })]) })])

export interface ExplainedRead<Result> {
  readonly result: Result
  /** How many rows each scan of a table read, whether they passed its conditions or not. */
  readonly rowsRead: readonly number[]
  /** How many pages of 8 kB were looked at, in memory or not. */
  readonly pages: number
}

/** Reads something, and has the database tell what its queries did. */
export async function explainRead<Result>(
  database: Database,
  read: (queries: Queries) => Promise<Result>,
): Promise<ExplainedRead<Result>> {
  const sent: Fragment[] = []
  const result = await read({
    ...database,
    async rows(query) {
      sent.push(query)
      return database.rows(query)
    },
    async slowRows(_tenant, query) {
      sent.push(query)
      return database.rows(query)
    },
  })
  const plans: Plan[] = []
  for (const query of sent) {
    const rows = await database.acrossTenants(sql`explain (analyze, timing off, buffers, format json) ${query}`)
    const [{ 'QUERY PLAN': found }] = explained.parse(rows)
    plans.push(found[0].Plan)
  }
  const pagesOf = (plan: Plan) => (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
  return {
    result,
    rowsRead: plans.flatMap(rowsReadBy),
    pages: plans.reduce((sum, plan) => sum + pagesOf(plan), 0),
  }
}

function rowsReadBy(plan: Plan): number[] {
  const removed = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
  const own = plan['Relation Name'] === undefined ? [] : [(plan['Actual Rows'] + removed) * plan['Actual Loops']]
  return [...own, ...(plan.Plans ?? []).flatMap(rowsReadBy)]
}
