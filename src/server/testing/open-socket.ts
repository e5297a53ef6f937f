import { once } from 'node:events'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { acmeKey, startServerForTest, type TestServerOptions } from './start-test-server.ts'

export interface SocketOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly path?: string
  /** Whether pings are answered. By default true. */
  readonly autoPong?: boolean
}

export type TestSocket = Awaited<ReturnType<typeof openSocket>>

/** A socket with which a test sends and receives single messages of graphql-transport-ws. Fails when the server does not accept it. */
export async function openSocket({ port }: { readonly port: number }, options: SocketOptions = {}) {
  const { headers = {}, path = '/graphql', autoPong = true } = options
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, 'graphql-transport-ws', { headers, autoPong })
  const received: unknown[] = []
  let wake = () => {}
  socket.on('message', data => {
    received.push(JSON.parse(String(data)))
    wake()
  })
  const closed = new Promise<{ code: number; reason: string }>(resolve => {
    socket.on('close', (code, reason) => {
      resolve({ code, reason: String(reason) })
      wake()
    })
  })
  await once(socket, 'open')

  /** The next message; fails when the socket closes instead. */
  async function next(): Promise<unknown> {
    while (received.length === 0) {
      if (socket.readyState === WebSocket.CLOSED) throw new Error('The socket was closed.')
      await new Promise<void>(resolve => {
        wake = resolve
      })
    }
    return received.shift()
  }

  const send = (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  return {
    socket,
    closed,
    next,
    send,
    subscribe: (id: string, query: string, variables?: unknown) =>
      send({ id, type: 'subscribe', payload: { query, variables } }),
    /** Sends the credential, if any, and waits until it is accepted. */
    async init(payload?: unknown): Promise<unknown> {
      send({ type: 'connection_init', payload })
      return next()
    },
  }
}

/** A socket of the tenant of `acmeKey`, or with other headers, that the server has accepted. */
export async function openAccepted(server: { readonly port: number }, options: SocketOptions = {}) {
  const socket = await openSocket(server, { headers: { 'x-api-key': acmeKey }, ...options })
  expect(await socket.init()).toEqual({ type: 'connection_ack' })
  return socket
}

/** A server for one test, with an accepted socket. */
export async function startSocket(options?: TestServerOptions) {
  const server = await startServerForTest(options)
  return { server, socket: await openAccepted(server) }
}

/** Short enough not to delay tests, and long enough not to load the processor. */
const lookEveryMs = 5

/** Waits until a condition is true. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(resolve => setTimeout(resolve, lookEveryMs))
}

/** Waits until a number above 0 has not changed for many rounds of the event loop. */
export async function untilStill(read: () => number): Promise<void> {
  let last = read()
  let still = 0
  await until(() => {
    still = read() === last ? still + 1 : 0
    last = read()
    return still > 40 && last > 0
  })
}
