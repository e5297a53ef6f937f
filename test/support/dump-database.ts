import type { Database } from '../../src/store/database.ts'
import { executeSql } from './execute-sql.ts'

/** Every row of every table, the job queue's included, as text; by `schema.table`. */
export async function dumpDatabase(database: Database): Promise<Map<string, string[]>> {
  const { rows: tables } = await executeSql(
    database,
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    [],
  )
  const dump = new Map<string, string[]>()
  for (const { name } of tables) {
    const { rows } = await executeSql(database, `select item::text as row from ${name} as item`, [])
    dump.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return dump
}
