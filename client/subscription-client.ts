import type { FormattedExecutionResult } from 'graphql'
import type { Sink, SubscribePayload } from 'graphql-ws'
import type { HeaderSource } from './headers.ts'
import { isObject } from './is-object.ts'

/**
 * Runs subscriptions over any transport, and reconnects after a broken connection. Subscriptions to `events` with a
 * variable `$after` and the field `cursor` then continue after their last event; all others start with the present
 * state. Fits urql's `subscriptionExchange` and `createAssayLink`.
 */
export interface SubscriptionClient {
  /** @returns a function that ends the subscription */
  subscribe<Data = Record<string, unknown>, Extensions = unknown>(
    payload: SubscribePayload,
    sink: Sink<FormattedExecutionResult<Data, Extensions>>,
  ): () => void
  /** Ends all subscriptions and the connection. */
  dispose(): void | Promise<void>
}

/** CONNECTING: the first attempt. CONNECTED. WAITING: the connection broke, and another attempt follows. */
export type ConnectionState = 'CONNECTING' | 'CONNECTED' | 'WAITING'

/** The options of clients of every transport. */
export interface ConnectionOptions {
  /** The address of the API, such as `https://assay.example.com/graphql`. */
  readonly url: string
  readonly headers?: HeaderSource
  /** Called with the state of the connection, for a line such as "Connection lost, trying again". */
  readonly onState?: (state: ConnectionState) => void
  /** Waits before another attempt; by default 1 s, 2 s, 4 s … up to 30 s, with jitter. */
  readonly wait?: (failures: number) => Promise<void>
  /** After this many milliseconds without data a connection is replaced; by default 20,000. */
  readonly silenceMs?: number
}

/** The same subscription with a variable `after` that is set to the cursor of each event, and the sink that sets it. */
export function movingAfter<Data, Extensions>(
  { query, operationName, variables: given, extensions }: SubscribePayload,
  sink: Sink<FormattedExecutionResult<Data, Extensions>>,
) {
  // After a reconnect, graphql-ws and graphql-sse send the present content of this object.
  const variables = { ...given }
  return {
    payload: { query, operationName: operationName ?? undefined, variables, extensions: extensions ?? undefined },
    sink: {
      next(result: FormattedExecutionResult<Data, Extensions>) {
        variables.after = cursorIn(result.data) ?? variables.after
        sink.next(result)
      },
      error: (reason: unknown) => sink.error(reason),
      complete: () => sink.complete(),
    },
  }
}

function cursorIn(data: unknown): unknown {
  return isObject(data) && isObject(data.events) ? data.events.cursor : null
}
