import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

const messageSchema = z.looseObject({ kind: z.string(), action: z.string(), id: z.string(), verifier: z.string() })
export type RouterMessage = z.infer<typeof messageSchema>

/** A router that receives events. */
export interface FakeRouter {
  /** Its origin. */
  readonly url: string
  readonly callbackUrl: string
  /** All messages that it has received, also refused ones. */
  readonly received: readonly RouterMessage[]
  /** The header `subscription-protocol` of each message. */
  readonly protocols: readonly unknown[]
  /** Sets how it answers from now on. */
  answer(status: number, headers?: Readonly<Record<string, string>>): void
  stop(): Promise<void>
}

/** Accepts every message until `answer` is called. */
export async function startFakeRouter(): Promise<FakeRouter> {
  const received: RouterMessage[] = []
  const protocols: unknown[] = []
  let status = 204
  let answerHeaders: Readonly<Record<string, string>> = {}
  const server = createServer(async (request, response) => {
    received.push(messageSchema.parse(await json(request)))
    protocols.push(request.headers['subscription-protocol'])
    response.writeHead(status, answerHeaders).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The router is not listening on a port.')
  const url = `http://127.0.0.1:${address.port}`
  return {
    url,
    callbackUrl: `${url}/callback/1`,
    received,
    protocols,
    answer(next, headers = {}) {
      status = next
      answerHeaders = headers
    },
    async stop() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
