import type { RequestContext } from '../domain/request-context.ts'
import type { Transaction } from './database.ts'

/** What queries need to know of the unit of work that they are a part of. */
export interface UnitOfWork {
  readonly tx: Transaction
  readonly context: RequestContext
  /** The time of everything that it writes. */
  readonly at: Date
}
