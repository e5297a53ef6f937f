import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { openPostgresql } from '../../src/store/open-postgresql.ts'
import { type BreakingProxy, startBreakingProxy } from './breaking-proxy.ts'
import { createPostgresqlDatabase } from './postgresql.ts'
import { shortBounds } from './short-bounds.ts'

/** Creates a database on PostgreSQL for the surrounding `describe`, and opens it through a proxy for each test. */
export function setUpBreakablePostgresql() {
  let place: Awaited<ReturnType<typeof createPostgresqlDatabase>>
  let witness: Database
  let proxy: BreakingProxy
  let database: Database

  beforeAll(async () => {
    place = await createPostgresqlDatabase()
    witness = await openPostgresql(place.url)
  })
  afterAll(async () => {
    await witness.stop()
    await place.drop()
  })
  beforeEach(async () => {
    proxy = await startBreakingProxy({ url: place.url })
    const url = new URL(place.url)
    url.port = new URL(proxy.url).port
    database = await openPostgresql(url.href, { bounds: shortBounds })
  })
  afterEach(async () => {
    await database.stop()
    await proxy.stop()
  })

  return {
    /** The database as it was opened through the proxy. */
    get database() {
      return database
    },
    get proxy() {
      return proxy
    },
    /** The same database, opened without the proxy. */
    get witness() {
      return witness
    },
  }
}
