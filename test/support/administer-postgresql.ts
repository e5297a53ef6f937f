import pg from 'pg'

const serverUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/** A query for all tables and columns of a database as one text. */
export const tableColumns = `select md5(string_agg(format('%s.%s %s', relname, attname, atttypid), ',' order by relname, attnum)) as columns
  from pg_attribute join pg_class on pg_class.oid = attrelid
  where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0`

/**
 * Executes statements one after the other on the PostgreSQL server for tests: that of TEST_DATABASE_URL, else the local one.
 *
 * @returns a new URL object of its address
 */
export async function administer(statements: readonly string[]): Promise<URL> {
  const client = await connectToServer()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
  return new URL(serverUrl)
}

/** A connection to that server with a name for `pg_stat_activity`. */
export async function connectToServer(name?: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: serverUrl,
    connectionTimeoutMillis: 30_000,
    ...(name === undefined ? {} : { application_name: name }),
  })
  await client.connect()
  return client
}
