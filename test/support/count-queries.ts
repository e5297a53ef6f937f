import type { Database, Queries, ReachQueries } from '../../src/store/database.ts'

/** Counts the queries of tenants. Background queries of the server are not counted. */
export function countQueries(database: Database): { readonly database: Database; count(): number } {
  let count = 0
  const counted = <Any extends Queries>(queries: Any): Any => ({
    ...queries,
    rows(query: Parameters<Queries['rows']>[0]) {
      count += 1
      return queries.rows(query)
    },
    slowRows(...args: Parameters<Queries['slowRows']>) {
      count += 1
      return queries.slowRows(...args)
    },
  })
  const reads: ReachQueries = {
    ...database.reads,
    rows(query) {
      count += 1
      return database.reads.rows(query)
    },
    slowRows(tenant, query) {
      count += 1
      return database.reads.slowRows(tenant, query)
    },
  }
  return {
    count: () => count,
    database: { ...counted(database), reads, transaction: work => database.transaction(tx => work(counted(tx))) },
  }
}
