import type { Database, Queries } from '../../src/store/database.ts'

/** The database, counting what is read and written for tenants. What servers do by themselves is not counted. */
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
  return {
    count: () => count,
    database: { ...counted(database), transaction: work => database.transaction(tx => work(counted(tx))) },
  }
}
