import pg from 'pg'
import { z } from 'zod'
import type { Database, Queries } from '../../src/store/database.ts'
import { type Fragment, sql, verbatim } from '../../src/store/sql.ts'
import { executeSql } from './execute-sql.ts'

const planSchema = z.object({
  'Node Type': z.string(),
  'Actual Rows': z.number().default(0),
  'Actual Loops': z.number().default(0),
  'Rows Removed by Filter': z.number().optional(),
  'Rows Removed by Index Recheck': z.number().optional(),
  'Relation Name': z.string().optional(),
  Alias: z.string().optional(),
  'Join Filter': z.string().optional(),
  Filter: z.string().optional(),
  'Shared Hit Blocks': z.number().optional(),
  'Shared Read Blocks': z.number().optional(),
  get Plans(): z.ZodOptional<z.ZodArray<typeof planSchema>> {
    return z.array(planSchema).optional()
  },
})
export type Plan = z.infer<typeof planSchema>
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planSchema })]) })])

/** The plan in the answer to `explain (format json)`. */
export function toPlan(rows: readonly unknown[]): Plan {
  const [row] = explained.parse(rows)
  return row['QUERY PLAN'][0].Plan
}

export interface ExplainedRead<Result> {
  readonly result: Result
  /** The number of rows that each scan of a table read, including filtered ones. */
  readonly rowsRead: readonly number[]
  /** The number of 8 kB pages that were read, in memory or not. */
  readonly pages: number
}

/**
 * Runs reads, and explains their queries.
 *
 * @param plans whether each query is planned for its values, or generically, as on shared connections
 */
export async function explainRead<Result>(
  database: Database,
  read: (queries: Queries) => Promise<Result>,
  plans: 'custom' | 'generic' = 'custom',
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
  const found: Plan[] = []
  for (const query of sent) {
    const rows = await (plans === 'custom'
      ? database.acrossTenants(sql`${explain} ${query}`)
      : explainGenerically(database, query))
    found.push(toPlan(rows))
  }
  const pagesOf = (plan: Plan) => (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
  return {
    result,
    rowsRead: found.flatMap(rowsReadBy),
    pages: found.reduce((sum, plan) => sum + pagesOf(plan), 0),
  }
}

const explain = sql`explain (analyze, timing off, buffers, format json)`

async function explainGenerically(database: Database, { statement: { text, values } }: Fragment): Promise<unknown[]> {
  const literals = values.map(value => (value === null ? 'null' : pg.escapeLiteral(toText(value)))).join(', ')
  return database.transaction(async tx => {
    await executeSql(tx, 'set local plan_cache_mode = force_generic_plan')
    // Raw text, because its parameters belong to the prepared statement.
    await tx.acrossTenants(verbatim(`prepare probe as ${text}`))
    const rows = await tx.acrossTenants(
      verbatim(`${explain.statement.text} execute probe ${literals && `(${literals})`}`),
    )
    await executeSql(tx, 'deallocate probe')
    return rows
  })
}

/** A parameter as `pg` sends it. */
function toText(value: unknown): string {
  return Array.isArray(value) ? `{${value.map(item => JSON.stringify(item)).join(',')}}` : String(value)
}

function rowsReadBy(plan: Plan): number[] {
  const removed = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)
  const own = plan['Relation Name'] === undefined ? [] : [(plan['Actual Rows'] + removed) * plan['Actual Loops']]
  return [...own, ...(plan.Plans ?? []).flatMap(rowsReadBy)]
}
