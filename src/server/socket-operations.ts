import { randomUUID } from 'node:crypto'
import type { ExecutionArgs } from 'graphql'
import type { ServerOptions, SubscribePayload } from 'graphql-ws'
import type { Caller } from '../auth/caller.ts'
import type { CallerBudgets } from '../callers/caller-budgets.ts'
import type { TokenBucket } from '../callers/token-bucket.ts'
import { AppError } from '../errors.ts'
import {
  type Connection,
  type ConnectionOperations,
  connectionLimits,
  type PreparedOperation,
} from './connection-operations.ts'

/** The state of a socket. */
export interface SocketState extends Connection {
  /** Null until `connection_init` has been accepted. */
  caller: Caller | null
  /** The client's address, as this server sees it. */
  readonly address: string
  /** Whether the socket is being closed and begins no more operations. */
  ending: boolean
  /** Counts the operations that were refused. */
  readonly refusals: TokenBucket
  /** Ends the socket because too many of its operations were refused. */
  readonly endRefused: () => void
}

/** How many operations may be refused before the socket is closed. */
export const socketRefusals = { count: 100, seconds: 60 } as const

type Hooks = Required<
  Pick<
    ServerOptions<Record<string, unknown>, SocketState>,
    'onSubscribe' | 'execute' | 'subscribe' | 'onNext' | 'onError'
  >
>

/** The hooks of graphql-ws, implemented with `ConnectionOperations`. */
export function createSocketHooks<Context>(operations: ConnectionOperations<Context>, callers: CallerBudgets): Hooks {
  const correlationIds = new WeakMap<SubscribePayload, string>()
  const prepared = new WeakMap<ExecutionArgs, readonly [PreparedOperation<Context>, Connection]>()

  function preparedFor(args: ExecutionArgs) {
    const found = prepared.get(args)
    if (!found) throw new Error('The operation was not prepared.')
    return found
  }

  function prepare(payload: SubscribePayload, state: SocketState, correlationId: string) {
    const { caller, ending, address, usage } = state
    if (caller === null || ending) throw new AppError('INVALID_STATE', 'The socket is closing.')
    callers.takeRequest(caller)
    if (usage.operations >= connectionLimits.operations)
      throw new AppError('RATE_LIMITED', `A socket runs at most ${connectionLimits.operations} operations at once.`, {
        limit: 'connectionOperations',
      })
    return operations.prepare(payload, { caller, correlationId, address })
  }

  const { format } = operations
  const idOf = (payload: SubscribePayload) => correlationIds.get(payload) ?? ''

  return {
    onSubscribe({ extra }, _id, payload) {
      const correlationId = randomUUID()
      correlationIds.set(payload, correlationId)
      try {
        const operation = prepare(payload, extra, correlationId)
        prepared.set(operation.args, [operation, extra])
        return operation.args
      } catch (error) {
        if (!extra.ending && extra.refusals.take() !== null) extra.endRefused()
        return operations.refuse(error)
      }
    },
    execute: args => operations.execute(...preparedFor(args)),
    subscribe: args => operations.subscribe(...preparedFor(args)),
    onNext: (...[, , payload, , result]) =>
      result.errors ? { ...result, errors: format(result.errors, idOf(payload)) } : undefined,
    onError: (_context, _id, payload, errors) => format(errors, idOf(payload)),
  }
}
