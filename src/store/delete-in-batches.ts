import type { Queries } from './database.ts'
import { type Fragment, sql } from './sql.ts'

/** The most rows that one SQL statement deletes. */
const rowsPerDelete = 5_000

/** Deletes rows of all tenants, a bounded number at a time. */
export async function deleteInBatches(queries: Queries, table: Fragment, condition: Fragment): Promise<void> {
  for (let deleted = rowsPerDelete; deleted === rowsPerDelete; ) {
    const rows = await queries.acrossTenants(sql`
      delete from ${table} where ctid = any(array(select ctid from ${table} where ${condition} limit ${rowsPerDelete}))
      returning 1 as deleted`)
    deleted = rows.length
  }
}
