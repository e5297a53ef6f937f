import { type Client, createClient } from 'graphql-ws'
import { AssayError, ConnectionError, parseErrors } from './assay-error.ts'
import { readHeaders } from './headers.ts'
import { isObject } from './is-object.ts'
import { type ConnectionOptions, movingAfter } from './subscription-client.ts'
import { waitBeforeAttempt } from './wait-before-attempt.ts'

export interface SocketClientOptions extends ConnectionOptions {
  /** The class of sockets, if there is no global `WebSocket`. */
  readonly webSocketImpl?: unknown
}

/**
 * A client of graphql-ws that resumes after reconnects. All subscriptions share one socket, which is open while there
 * are any.
 */
export function createSocketClient(options: SocketClientOptions): Client {
  const { url, headers, onState, wait = waitBeforeAttempt, silenceMs = 20_000, webSocketImpl } = options
  const pingMs = silenceMs / 2
  let isAccepted = false
  let silence: ReturnType<typeof setTimeout>
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    connectionParams: () => readHeaders(headers),
    webSocketImpl,
    keepAlive: pingMs,
    connectionAckWaitTimeout: pingMs,
    retryAttempts: Number.POSITIVE_INFINITY,
    async retryWait(failures) {
      onState?.('WAITING')
      await wait(failures)
    },
    // 4403: if the credential was accepted before, it has expired, so get a new one; otherwise it is invalid and is not retried.
    shouldRetry: ending => isAccepted || !(isClosing(ending) && ending.code === 4403),
  })
  client.on('connecting', isRetry => {
    isAccepted = false
    if (!isRetry) onState?.('CONNECTING')
  })
  client.on('connected', () => {
    isAccepted = true
    onState?.('CONNECTED')
  })
  // A connection can be dead without a close event, for example after a laptop has slept.
  client.on('ping', isReceived => {
    if (!isReceived) silence = setTimeout(client.terminate, pingMs)
  })
  client.on('pong', () => clearTimeout(silence))
  client.on('closed', () => clearTimeout(silence))

  return {
    ...client,
    subscribe(payload, sink) {
      const moving = movingAfter(payload, sink)
      return client.subscribe(moving.payload, {
        next: moving.sink.next,
        error: ending => moving.sink.error(toError(ending)),
        complete: moving.sink.complete,
      })
    },
  }
}

interface Closing {
  readonly code: number
  readonly reason: string
}

function isClosing(ending: unknown): ending is Closing {
  return isObject(ending) && typeof ending.code === 'number' && typeof ending.reason === 'string'
}

/** The server's close codes after which a reconnect does not help, with their error codes. */
const codes: Readonly<Record<number, string>> = {
  1008: 'RATE_LIMITED',
  4401: 'UNAUTHENTICATED',
  4403: 'UNAUTHENTICATED',
  4500: 'INTERNAL',
}

function toError(ending: unknown): Error {
  if (!isClosing(ending)) return parseErrors(ending) ?? new ConnectionError('The connection broke.', { cause: ending })
  const { code, reason } = ending
  const message = `The socket was closed: ${[code, reason].join(' ').trim()}`
  if (code <= 1006) return new ConnectionError(message)
  return new AssayError(message, { code: codes[code] ?? 'BAD_USER_INPUT', retryable: code === 4500 })
}
