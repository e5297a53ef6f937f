import type { Database } from '../../src/store/database.ts'
import { executeSql } from './execute-sql.ts'

/** Every row of every table as text, by `schema.table`. */
export async function dumpDatabase(database: Database): Promise<Map<string, string[]>> {
  const { rows: tables } = await executeSql(
    database,
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const names = tables.map(({ name }) => String(name))
  const selects = names.map(name => `select '${name}' as name, item::text as row from ${name} as item`)
  const dump = new Map<string, string[]>(names.map(name => [name, []]))
  const { rows } = await executeSql(database, selects.join(' union all '))
  for (const { name, row } of rows) dump.get(name)?.push(row)
  return dump
}
