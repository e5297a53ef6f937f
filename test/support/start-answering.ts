import type { ServerResponse } from 'node:http'
import type { ProviderHttpOptions } from '../../src/http/create-provider-http.ts'
import { type Respond, startLoopbackServer } from '../../src/http/testing/loopback-server.ts'
import { closeLater, startTransport } from '../../src/http/testing/start-transport.ts'
import type { Provider } from '../../src/providers/provider.ts'

/** A request as a server received it. */
export interface Sent {
  readonly line: string
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Buffer
}

/** An answer with the media type of JSON. */
export interface Answer {
  readonly status: number
  readonly body?: string | Buffer
}

/** Returns the answer to a request, or writes it itself. */
export type Answering = (sent: Sent, response: ServerResponse) => Answer | undefined

export function json(status: number, value: unknown): Answer {
  return { status, body: JSON.stringify(value) }
}

/** A vendor that answers as `respond` says, and the provider's transport to it, with a fake clock. Closed after the test. */
export async function startAnswering(
  { id, budgets }: Provider,
  respond: Answering,
  options: Partial<ProviderHttpOptions> = {},
) {
  const { sent, record } = recordRequests(respond)
  return { ...(await startTransport(record, { provider: id, budgets, ...options })), sent }
}

/** A server that answers as `respond` says. Closed after the test. */
export async function startRecorder(respond: Answering) {
  const { sent, record } = recordRequests(respond)
  return { url: closeLater(await startLoopbackServer(record)).url, sent }
}

function recordRequests(respond: Answering) {
  const sent: Sent[] = []
  const record: Respond = (response, { body, message }) => {
    const request = { line: `${message.method} ${message.url}`, headers: message.headers, body }
    sent.push(request)
    const answer = respond(request, response)
    if (answer) response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  }
  return { sent, record }
}
