import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/store/open-database.ts'
import { administer, connectToServer, tableColumns } from './administer-postgresql.ts'
import { executeSql } from './execute-sql.ts'

/**
 * Creates one PostgreSQL database before all tests. Tests copy it, which is faster than creating the tables. The names
 * of a run's databases begin with the name of the run, which keeps a connection of that name open. Databases without
 * such a connection belong to a killed run, and the next run drops them.
 */
export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const run = `assay_run_${randomUUID().slice(0, 8)}`
  const connection = await connectToServer(run).catch(() => null)
  provide('postgresqlTemplate', connection && run)
  if (connection === null) {
    provide('postgresqlColumns', '')
    return undefined
  }
  await dropLeftovers(connection)
  const url = await administer([`create database ${run}`])
  url.pathname = `/${run}`
  const database = await openDatabase(url.href, '')
  // The plans of a test must not depend on when the server happens to analyse a table.
  await executeSql(
    database,
    `do $$ declare named text; begin
      for named in select tablename from pg_tables where schemaname = 'public' loop
        execute format('alter table %I set (autovacuum_enabled = off)', named);
      end loop;
    end $$`,
  )
  const { rows } = await executeSql(database, tableColumns)
  provide('postgresqlColumns', rows[0]?.columns)
  await database.stop()
  return async () => {
    await dropDatabases(connection, `starts_with(datname, '${run}')`)
    await connection.end()
  }
}

async function dropLeftovers(connection: pg.Client): Promise<void> {
  await dropDatabases(
    connection,
    `datname like 'assay\\_run\\_%' and not exists
       (select from pg_stat_activity run
        where run.application_name like 'assay\\_run\\_%' and starts_with(pg_database.datname, run.application_name))`,
  )
}

async function dropDatabases(connection: pg.Client, condition: string): Promise<void> {
  const { rows } = await connection.query<{ name: string }>(
    `select datname as name from pg_database where ${condition}`,
  )
  // At once, because the server first writes all databases to the disk: once for all that it is to drop then.
  await Promise.all(rows.map(({ name }) => administer([`drop database if exists ${name} with (force)`])))
}
