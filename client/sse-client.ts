import { createClient, NetworkError } from 'graphql-sse'
import { readRefusal } from './assay-error.ts'
import { readHeaders } from './headers.ts'
import { type ConnectionOptions, movingAfter, type SubscriptionClient } from './subscription-client.ts'
import { waitBeforeAttempt } from './wait-before-attempt.ts'

export interface SseClientOptions extends ConnectionOptions {
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof fetch
}

/**
 * The same as `createSocketClient` over server-sent events, for networks that block WebSockets. Each subscription is a
 * request, of which a browser allows 6 in parallel to a server with HTTP/1.
 */
export function createSseClient(options: SseClientOptions): SubscriptionClient {
  const clients = new Set<{ dispose(): void }>()
  return {
    subscribe(payload, sink) {
      const client = createClientOfOne(options)
      const moving = movingAfter(payload, sink)
      clients.add(client)
      const forget = () => clients.delete(client)
      const end = client.subscribe(moving.payload, {
        next: moving.sink.next,
        error: reason => forget() && sink.error(reason),
        complete: () => forget() && sink.complete(),
      })
      return end
    },
    dispose() {
      for (const client of clients) client.dispose()
    },
  }
}

/** Each subscription has its own client, because `retry` does not know which subscription was refused. */
function createClientOfOne(options: SseClientOptions) {
  const { url, headers, onState, wait = waitBeforeAttempt, silenceMs = 20_000, fetch: ask = fetch } = options
  let refusal: Awaited<ReturnType<typeof readRefusal>> | null = null
  return createClient({
    url,
    headers: () => readHeaders(headers),
    retryAttempts: Number.POSITIVE_INFINITY,
    async retry(failures) {
      if (refusal && !refusal.retryable) throw refusal
      onState?.('WAITING')
      const seconds = refusal?.retryAfterSeconds ?? 0
      await Promise.all([wait(failures), new Promise(resolve => setTimeout(resolve, seconds * 1_000))])
    },
    async fetchFn(...request: Parameters<typeof fetch>) {
      const response = await ask(...request)
      refusal = response.ok ? null : await readRefusal(response)
      return response.body && response.ok ? new Response(watch(response.body, silenceMs), response) : response
    },
    on: {
      connecting: isRetry => isRetry || onState?.('CONNECTING'),
      connected: () => onState?.('CONNECTED'),
    },
  })
}

/**
 * The same bytes, with every ending turned into an error, after which graphql-sse reconnects. graphql-sse itself does
 * not notice an ending right after an event or a silent connection. After `complete` it ignores the ending.
 */
function watch(body: ReadableStream<Uint8Array>, silenceMs: number): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    async pull(controller) {
      const silence = setTimeout(() => reader.cancel(), silenceMs)
      try {
        const { value } = await reader.read()
        if (value) controller.enqueue(value)
        else controller.error(new NetworkError('The connection broke.'))
      } catch (cause) {
        controller.error(new NetworkError(cause instanceof Error ? cause : String(cause)))
      } finally {
        clearTimeout(silence)
      }
    },
    cancel: reason => reader.cancel(reason),
  })
}
