import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Authenticate } from '../auth/authenticate.ts'
import type { Caller, CallerRequest } from '../auth/caller.ts'
import type { CallerBudgets } from '../callers/caller-budgets.ts'
import type { Correlation } from '../correlation.ts'
import type { QueryLimits } from '../graphql/limits/create-query-limits.ts'
import type { Documents } from './documents.ts'
import type { FormatError } from './error-reporter.ts'
import type { ExecuteOperation } from './jit-executor.ts'
import type { Metrics } from './metrics.ts'
import type { OperationTexts } from './operation-texts.ts'
import type { RenewableContext } from './subscribe-afresh.ts'
import type { Timers } from './timers.ts'

/** A context with its caller. */
export interface CallerContext<Context> extends RenewableContext<Context> {
  readonly caller: Caller
  readonly correlationId: string
}

/** The parts that all transports of operations share. */
export interface ServerParts<Context> {
  readonly schema: GraphQLSchema
  /** Limits of operations. */
  readonly limits: QueryLimits
  /** Limits of what each tenant may run at a time. */
  readonly callers: CallerBudgets
  readonly execute: ExecuteOperation
  readonly createContext: (request: CallerRequest) => Context
  readonly formatError: FormatError
  readonly authenticate: Authenticate
  readonly texts: OperationTexts
  readonly documents: Documents
  readonly correlation: Correlation
  readonly metrics: Metrics
  readonly logger: Logger
  readonly now: () => Date
  readonly timers: Timers
}
