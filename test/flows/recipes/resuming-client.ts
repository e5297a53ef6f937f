import type { FormattedExecutionResult } from 'graphql'
import { type Client, type ClientOptions, createClient, type Sink, type SubscribePayload } from 'graphql-ws'

/**
 * A graphql-ws client that connects again whenever its connection breaks. Subscriptions to `events` then go on after the
 * last event they had, if they have a variable `$after` and ask for `cursor`; the others begin with the present state.
 */
export function createResumingClient(options: ClientOptions): Client {
  const { keepAlive = 10_000 } = options
  let accepted = false
  let silence: ReturnType<typeof setTimeout>
  const client = createClient({
    keepAlive,
    connectionAckWaitTimeout: keepAlive,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: retries =>
      new Promise(resolve => setTimeout(resolve, (0.5 + Math.random()) * Math.min(30_000, 1_000 * 2 ** retries))),
    // 4403 is the credential: one that was accepted has expired, so ask for another; one that was not never will be.
    shouldRetry: ending => accepted || !(isClosing(ending) && ending.code === 4403),
    ...options,
  })
  client.on('connecting', () => {
    accepted = false
  })
  client.on('connected', () => {
    accepted = true
  })
  // A connection can be dead without anybody saying so, as after a laptop has slept.
  client.on('ping', received => {
    if (!received) silence = setTimeout(client.terminate, keepAlive)
  })
  client.on('pong', () => clearTimeout(silence))
  client.on('closed', () => clearTimeout(silence))

  return {
    ...client,
    subscribe<Data, Extensions>(payload: SubscribePayload, sink: Sink<FormattedExecutionResult<Data, Extensions>>) {
      // Once it has connected again, graphql-ws sends what this object holds by then.
      const variables = { ...payload.variables }
      return client.subscribe<Data, Extensions>(
        { ...payload, variables },
        {
          next(result) {
            variables.after = cursorIn(result.data) ?? variables.after
            sink.next(result)
          },
          error: end =>
            sink.error(isClosing(end) ? new Error(`The socket was closed: ${end.code} ${end.reason}`) : end),
          complete: () => sink.complete(),
        },
      )
    },
  }
}

function isClosing(end: unknown): end is { readonly code: number; readonly reason: string } {
  return typeof end === 'object' && end !== null && 'code' in end && 'reason' in end
}

function cursorIn(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('events' in data)) return null
  const { events } = data
  return typeof events === 'object' && events !== null && 'cursor' in events ? events.cursor : null
}
