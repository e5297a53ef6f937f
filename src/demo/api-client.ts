import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { DemoFailure } from './demo-failure.ts'
import type { Operation } from './operation.ts'

export type Variables = Readonly<Record<string, unknown>>

/** A client of the API: HTTP for queries and mutations, one WebSocket for subscriptions. */
export type ApiClient = ReturnType<typeof createApiClient>

const answerSchema = z.object({
  data: z.unknown(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() }))
    .optional(),
})

/** @param signal aborts pending requests and subscriptions */
export function createApiClient(url: string, signal: AbortSignal) {
  const address = `${url}/graphql`
  const sockets = createClient({ url: address.replace(/^http/, 'ws'), webSocketImpl: WebSocket })
  return {
    /** @throws DemoFailure when the answer has `errors` */
    async ask<Data>({ document, data }: Operation<Data>, variables: Variables): Promise<Data> {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query: document, variables }),
        signal,
      })
      return data.parse(readAnswer(await answer.json()))
    },
    /** Subscribes until the server or `close` ends it. @throws DemoFailure when a message has `errors` */
    async *follow<Data>({ document, data }: Operation<Data>, variables: Variables): AsyncGenerator<Data> {
      for await (const result of sockets.iterate({ query: document, variables })) yield data.parse(readAnswer(result))
    },
    async close(): Promise<void> {
      await sockets.dispose()
    },
  }
}

function readAnswer(answer: unknown): unknown {
  const { data, errors = [] } = answerSchema.parse(answer)
  if (errors.length === 0) return data
  throw new DemoFailure(
    errors.map(({ message, extensions }) => `${extensions?.code ?? 'Error'}: ${message}`).join('\n'),
  )
}
