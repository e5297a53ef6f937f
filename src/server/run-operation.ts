import type { ExecutionResult, GraphQLFormattedError, OperationTypeNode } from 'graphql'
import { AppError, toAppError } from '../errors.ts'
import { withPlainNumbers } from '../graphql/plain-numbers.ts'
import type { ValidDocument } from './documents.ts'
import { toHttpStatus } from './http-status.ts'
import type { ExecuteOperation } from './jit-executor.ts'
import type { CallerContext, ServerParts } from './server-parts.ts'

/** An operation of a valid document, as it came in an HTTP request. */
export interface OperationToRun<Context> {
  readonly valid: ValidDocument
  readonly type: OperationTypeNode
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>>
  readonly contextValue: Context
}

/** The answer to an operation over HTTP. */
export interface OperationAnswer {
  readonly status: number
  readonly data?: ExecutionResult['data']
  readonly errors?: readonly GraphQLFormattedError[]
  readonly retryAfterSeconds: number | null
}

export type RunOperation<Context> = (
  operation: OperationToRun<Context>,
  execute: ExecuteOperation,
) => Promise<OperationAnswer>

/** Executes operations when their caller's turn comes, and refuses those that cost too much. */
export function createOperationRunner<Context extends CallerContext<Context>>({
  schema,
  limits,
  callers,
  formatError,
}: ServerParts<Context>): RunOperation<Context> {
  return async ({ valid, type, operationName, contextValue, ...asked }, execute) => {
    const { text: source, hash: sourceHash, document } = valid
    const variables = withPlainNumbers(schema, document, operationName, asked.variables)
    const format = (error: unknown) => formatError(error, contextValue.correlationId)
    try {
      if (type === 'subscription') throw subscriptionOverHttp()
      const cost = limits.checkOperation(document, operationName, variables)
      const operation = { source, sourceHash, document, operationName, variables, contextValue }
      const { data, errors } = await callers.run(contextValue.caller.tenant, cost, () => execute(operation))
      // Without data nothing was executed, because the variables were wrong.
      const status = data === undefined ? 400 : 200
      return { status, retryAfterSeconds: null, data, ...(errors && { errors: errors.map(format) }) }
    } catch (error) {
      const { code, retryAfterSeconds } = toAppError(error)
      return { status: toHttpStatus(code), retryAfterSeconds, errors: [format(error)] }
    }
  }
}

function subscriptionOverHttp(): AppError {
  return new AppError(
    'BAD_USER_INPUT',
    'Subscriptions run at this same address over a WebSocket with the subprotocol graphql-transport-ws, or as server-sent events for "Accept: text/event-stream".',
  )
}
