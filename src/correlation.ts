import { AsyncLocalStorage } from 'node:async_hooks'

/** Passes the id of a request or job to all work on its behalf, across asynchronous calls. */
export interface Correlation {
  run<Result>(id: string, work: () => Result): Result
  current(): string | null
}

export function createCorrelation(): Correlation {
  const storage = new AsyncLocalStorage<string>()
  return { run: (id, work) => storage.run(id, work), current: () => storage.getStore() ?? null }
}
