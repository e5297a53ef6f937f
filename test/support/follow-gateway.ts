import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { z } from 'zod'

/** A subscription with the gateway and the key. */
export interface GatewaySubscription {
  readonly url: string
  readonly apiKey: string
  readonly query: string
  readonly variables?: Record<string, unknown>
}

/** A result, as JSON. */
export type Followed = AsyncGenerator<unknown>

const resultSchema = z.object({ data: z.record(z.string(), z.unknown()).nullish() })

/** Follows over a socket. The request that opens it has the key. */
export async function* followBySocket(subscription: GatewaySubscription): Followed {
  const { url, apiKey, query, variables } = subscription
  class SocketWithKey extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol, { headers: { 'x-api-key': apiKey } })
    }
  }
  const address = `${url.replace(/^http/, 'ws')}/graphql`
  const client = createClient({ url: address, webSocketImpl: SocketWithKey, retryAttempts: 0 })
  try {
    yield* client.iterate({ query, variables })
  } finally {
    await client.dispose()
  }
}

/** Follows over HTTP as server-sent events. The request has the key. */
export async function* followByEventStream(subscription: GatewaySubscription): Followed {
  const { url, apiKey, query, variables } = subscription
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-api-key': apiKey },
    body: JSON.stringify({ query, variables }),
  })
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const parts = (text + chunk).split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const data = /^data: (.+)$/m.exec(part)?.[1]
      if (part.includes('event: next') && data) yield resultSchema.parse(JSON.parse(data))
    }
  }
}
