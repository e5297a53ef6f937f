import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { pipeline } from 'node:stream'

/** The faults of a connection. */
export interface Weather {
  /** It is reset after this many bytes to the client. */
  readonly tornAfter?: number
  /** It is reset after this many bytes to the node. Read again with each of its parts, so that a getter can change it. */
  readonly brokenAfter?: number
  /** After this many bytes to the node, the rest waits until `calm`. */
  readonly heldAfter?: number
}

/** A TCP proxy with faults. */
export interface BreakingProxy {
  readonly url: string
  /** The target node; null: connections are refused. */
  target: { readonly url: string } | null
  /** The faults of the n-th connection, counted from 0. */
  weather: (nth: number) => Weather
  /** The number of connections so far. */
  readonly connections: number
  /** The number of connections that `brokenAfter` has reset. */
  readonly broken: number
  /** Resets all connections. */
  tear(): void
  /** Stops all data of the present connections without closing them. */
  silence(): void
  /** Whether new connections are accepted without passing any data. */
  isMute: boolean
  /** Continues held connections. */
  calm(): void
  stop(): Promise<void>
}

export async function startBreakingProxy(target: BreakingProxy['target'] = null): Promise<BreakingProxy> {
  const open = new Map<Socket, { silent: boolean }>()
  let calming = Promise.withResolvers<void>()
  let connections = 0
  let broken = 0

  const server = createServer(near => {
    const never = Number.POSITIVE_INFINITY
    const weather = proxy.weather(connections)
    const { tornAfter = never, heldAfter = never } = weather
    connections += 1
    const state = { silent: proxy.isMute }
    open.set(near, state)
    near.once('close', () => open.delete(near))
    if (proxy.target === null) {
      near.resetAndDestroy()
      return
    }
    const { hostname, port } = new URL(proxy.target.url)
    const far = connect(Number(port), hostname)
    const close = () => {
      near.destroySoon()
      far.destroy()
    }

    async function* outwards(source: AsyncIterable<Buffer>) {
      let sent = 0
      for await (const bytes of source) {
        if (state.silent) continue
        yield bytes
        if (sent < heldAfter && sent + bytes.length >= heldAfter) await calming.promise
        sent += bytes.length
        if (sent < (weather.brokenAfter ?? never)) continue
        broken += 1
        near.resetAndDestroy()
        return
      }
    }
    async function* backwards(source: AsyncIterable<Buffer>) {
      let left = tornAfter
      for await (const bytes of source) {
        if (state.silent) continue
        yield bytes.subarray(0, left)
        left -= bytes.length
        if (left <= 0) return
      }
    }
    pipeline(near, outwards, far, close)
    pipeline(far, backwards, near, close)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy listens on no port.')

  const proxy: BreakingProxy = {
    url: `http://127.0.0.1:${address.port}`,
    target,
    weather: () => ({}),
    isMute: false,
    get connections() {
      return connections
    },
    get broken() {
      return broken
    },
    tear() {
      for (const near of open.keys()) near.resetAndDestroy()
    },
    silence() {
      for (const state of open.values()) state.silent = true
    },
    calm() {
      calming.resolve()
      calming = Promise.withResolvers()
    },
    async stop() {
      for (const near of open.keys()) near.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return proxy
}
