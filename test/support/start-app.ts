import { providers } from '../../src/providers/index.ts'
import type { Environment } from '../../src/providers/provider.ts'
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts'
import { openPostgresql } from '../../src/store/open-postgresql.ts'
import { embeddedImage } from './embedded-image.ts'
import { createPostgresqlDatabase, postgresqlReachable } from './postgresql.ts'
import { startAppOn, tenantKeys } from './start-app-on.ts'
import { startVendor, type Vendor } from './start-vendor.ts'

export type TestApp = Awaited<ReturnType<typeof startApp>>

/**
 * A node with all providers, a vendor and a new database: on PostgreSQL if a server answers, because that is faster, else
 * embedded. The vendor's limits of calls are removed, because tests call more often than allowed.
 */
export async function startApp(variablesFor: (vendor: Vendor) => Environment = () => ({})) {
  const place = postgresqlReachable ? await createPostgresqlDatabase() : null
  const database = place ? await openPostgresql(place.url) : await openEmbedded(null, embeddedImage())
  const vendor = await startVendor()
  const unlimited = providers.map(provider => ({
    ...provider,
    budgets: Object.fromEntries(Object.keys(provider.budgets).map(name => [name, { limit: 1_000_000, perMs: 60_000 }])),
  }))
  const variables = { ...vendor.variables, POLL_SPEEDUP: '50', ...variablesFor(vendor) }
  const node = await startAppOn(database, unlimited, variables)
  vendor.announceTo(node)
  return {
    ...node,
    vendor,
    database,
    /** Of the tenant `acme`. */
    client: node.client(tenantKeys.acme),
    /** Of the tenant `globex`. */
    other: node.client(tenantKeys.globex),
    async stop() {
      await node.stop()
      await vendor.stop()
      await database.stop()
      await place?.drop()
    },
  }
}
