import { ApolloLink, CombinedGraphQLErrors, HttpLink, type Observable } from '@apollo/client'
import { SetContextLink } from '@apollo/client/link/context'
import { RetryLink } from '@apollo/client/link/retry'
import { OperationTypeNode, print } from 'graphql'
import { map, Observable as RxObservable, tap } from 'rxjs'
import { type HeaderSource, readHeaders } from '../headers.ts'
import { isObject } from '../is-object.ts'
import { toProblem } from '../problem.ts'
import type { ConnectionState, SubscriptionClient } from '../subscription-client.ts'

export interface AssayLinkOptions {
  /** The address of the API, such as `https://assay.example.com/graphql`. */
  readonly url: string
  readonly headers?: HeaderSource
  /** The client for subscriptions, made by `createSocketClient` or `createSseClient`. */
  readonly subscriptions?: SubscriptionClient
  /** The most attempts of an operation while the server answers with a temporary error; by default 5. */
  readonly attempts?: number
  /**
   * The most attempts of a query while there is no answer; by default as `attempts`. With `Infinity` it is repeated until
   * the server answers: show the state from `onState` meanwhile.
   */
  readonly attemptsOffline?: number
  /** Called with WAITING when an operation without an answer is repeated, and with CONNECTED when one was answered. */
  readonly onState?: (state: ConnectionState) => void
  /** The longest wait before another attempt, in seconds; by default 30. If the server asks for longer, the error is thrown. */
  readonly maxWaitSeconds?: number
  /** The shortest wait before another attempt, in milliseconds; by default 1 s, 2 s, 4 s … with jitter. */
  readonly backoffMs?: (failures: number) => number
}

/**
 * The link of an ApolloClient. After a temporary failure of the server or the connection, queries and repeatable
 * mutations are sent again, not before the server's `retryAfterSeconds`. All attempts of an operation have one
 * correlation id.
 */
export function createAssayLink(options: AssayLinkOptions): ApolloLink {
  const { url, headers, subscriptions, onState, maxWaitSeconds = 30, backoffMs = toBackoffMs } = options
  const { attempts = 5, attemptsOffline = attempts } = options
  /** How often operations got no answer. */
  const unanswered = new WeakMap<ApolloLink.Operation, number>()
  const isQuery = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.QUERY

  function isSentAgain(failures: number, operation: ApolloLink.Operation, error: unknown): boolean {
    const offline = (unanswered.get(operation) ?? 0) + (isOffline(error) ? 1 : 0)
    unanswered.set(operation, offline)
    const [count, most] = isOffline(error)
      ? [offline, isQuery(operation) ? attemptsOffline : attempts]
      : [failures - offline, attempts]
    const isDue = count < most && mayRepeat(operation, error) && waitSecondsFor(error) <= maxWaitSeconds
    if (isDue && isOffline(error)) onState?.('WAITING')
    return isDue
  }
  const tellAnswered = () => onState?.('CONNECTED')

  const http = ApolloLink.from([
    new RetryLink({
      attempts: isSentAgain,
      delay: (failures, _operation, error) => Math.max(1_000 * waitSecondsFor(error), backoffMs(failures)),
    }),
    new ApolloLink((operation, forward) =>
      forward(operation).pipe(
        map(throwFailure),
        tap({ next: tellAnswered, error: error => isOffline(error) || tellAnswered() }),
      ),
    ),
    new SetContextLink(async ({ headers: given }) => ({
      headers: { 'x-correlation-id': createCorrelationId(), ...given, ...(await readHeaders(headers)) },
    })),
    new HttpLink({ uri: url }),
  ])
  if (!subscriptions) return http
  const isSubscription = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.SUBSCRIPTION
  return ApolloLink.split(isSubscription, toLink(subscriptions), http)
}

/** An answer without data becomes an error of the operation, so that RetryLink repeats it. */
function throwFailure(result: ApolloLink.Result): ApolloLink.Result {
  if (!result.data && result.errors?.length) throw new CombinedGraphQLErrors(result)
  return result
}

/**
 * After RATE_LIMITED nothing was done. After other errors a mutation may have been carried out, so it is repeated only
 * with an idempotency key.
 */
function mayRepeat({ operationType, variables }: ApolloLink.Operation, error: unknown): boolean {
  const problem = toProblem(error)
  if (problem?.kind !== 'TRY_AGAIN' && problem?.kind !== 'OFFLINE') return false
  if (operationType === OperationTypeNode.QUERY || problem.code === 'RATE_LIMITED') return true
  return isObject(variables.input) && typeof variables.input.idempotencyKey === 'string'
}

function isOffline(error: unknown): boolean {
  return toProblem(error)?.kind === 'OFFLINE'
}

function toBackoffMs(failures: number): number {
  return (0.5 + Math.random()) * Math.min(30_000, 1_000 * 2 ** (failures - 1))
}

function waitSecondsFor(error: unknown): number {
  const problem = toProblem(error)
  return problem?.kind === 'TRY_AGAIN' ? (problem.retryAfterSeconds ?? 0) : 0
}

/** The id by which an operator finds the request. `randomUUID` would need a secure context. */
function createCorrelationId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}

function toLink(client: SubscriptionClient): ApolloLink {
  return new ApolloLink(
    ({ query, operationName, variables, extensions }): Observable<ApolloLink.Result> =>
      new RxObservable(observer =>
        client.subscribe({ query: print(query), operationName, variables, extensions }, observer),
      ),
  )
}
