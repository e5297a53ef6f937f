import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** Answers the n-th request, counted from 1. `body` is all that was sent. */
export type Respond = (
  response: ServerResponse,
  request: { readonly count: number; readonly body: Buffer; readonly message: IncomingMessage },
) => void

export interface LoopbackServer {
  readonly url: string
  /** Method and target of every request so far. */
  readonly requests: readonly string[]
  /** The number of connections made to it. */
  readonly connections: () => number
  /** The number of open connections. */
  readonly openConnections: () => number
  close(): Promise<void>
}

/** An HTTP server on a free port of loopback. Its answers have no `Date` header. */
export async function startLoopbackServer(respond: Respond): Promise<LoopbackServer> {
  const requests: string[] = []
  let connections = 0
  let openConnections = 0
  const server = createServer((message, response) => {
    response.sendDate = false
    requests.push(`${message.method} ${message.url}`)
    const count = requests.length
    const chunks: Buffer[] = []
    message.on('error', () => undefined)
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => respond(response, { count, body: Buffer.concat(chunks), message }))
  })
  server.on('connection', socket => {
    connections += 1
    openConnections += 1
    socket.once('close', () => {
      openConnections -= 1
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    connections: () => connections,
    openConnections: () => openConnections,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
