import { once } from 'node:events'
import { handleProtocols, MessageType, parseMessage, type SubscribePayload } from 'graphql-ws'
import { WebSocketServer } from 'ws'

/** The script of one connection. */
export interface ScriptedConnection {
  /** Whether `connection_init` is acknowledged. */
  readonly accepted: boolean
  /** The results of its subscription. */
  readonly results: readonly Record<string, unknown>[]
  /** The close code after the results; null: it stays open. */
  readonly code: number | null
}

export interface ScriptedSockets {
  readonly url: string
  /** The payload of each `connection_init`. */
  readonly credentials: readonly unknown[]
  readonly subscribed: readonly SubscribePayload[]
  stop(): Promise<void>
}

/** A graphql-transport-ws server that follows the script, one entry per connection; the last one is repeated. */
export async function startScriptedSockets(script: readonly ScriptedConnection[]): Promise<ScriptedSockets> {
  const credentials: unknown[] = []
  const subscribed: SubscribePayload[] = []
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols })
  server.on('connection', socket => {
    const { accepted, results, code } = script[Math.min(credentials.length, script.length - 1)] ?? {
      accepted: false,
      results: [],
      code: 4500,
    }
    socket.on('message', data => {
      const message = parseMessage(String(data))
      if (message.type === MessageType.ConnectionInit) {
        credentials.push(message.payload)
        if (accepted) socket.send(JSON.stringify({ type: MessageType.ConnectionAck }))
      }
      if (message.type === MessageType.Subscribe) {
        subscribed.push(message.payload)
        for (const payload of results) socket.send(JSON.stringify({ type: MessageType.Next, id: message.id, payload }))
      }
      if (code !== null && message.type === (accepted ? MessageType.Subscribe : MessageType.ConnectionInit))
        socket.close(code)
    })
  })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The sockets listen on no port.')
  return {
    url: `ws://127.0.0.1:${address.port}`,
    credentials,
    subscribed,
    async stop() {
      for (const socket of server.clients) socket.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}
