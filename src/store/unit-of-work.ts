import type { RequestContext } from '../domain/request-context.ts'
import type { Transaction } from './database.ts'

/** The unit of work that a query is part of. */
export interface UnitOfWork {
  readonly tx: Transaction
  readonly context: RequestContext
  /** The time that is written everywhere. */
  readonly at: Date
}
