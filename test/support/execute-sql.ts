import type pg from 'pg'
import { Sql } from 'sql-template-tag'
import type { Queries } from '../../src/store/database.ts'
import { Fragment } from '../../src/store/sql.ts'

/** Executes a statement with values for `$1`, `$2` and so on. */
export async function executeSql(
  queries: Queries,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ readonly rows: pg.QueryResultRow[] }> {
  const places = [...text.matchAll(/\$(\d+)/g)].map(([, place]) => values[Number(place) - 1])
  const statement = new Sql(places.length === 0 ? [text] : text.split(/\$\d+/), places)
  return { rows: await queries.acrossTenants<pg.QueryResultRow>(new Fragment(statement)) }
}
