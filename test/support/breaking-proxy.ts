import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { pipeline } from 'node:stream'

/** What befalls a connection. */
export interface Weather {
  /** It is torn off once so many bytes have come back through it. */
  readonly tornAfter?: number
  /** Once so many bytes have gone out through it, the rest waits until `calm`. */
  readonly heldAfter?: number
}

/** Passes connections on to a node, as well as the test wants. */
export interface BreakingProxy {
  readonly url: string
  /** The node that is reached through it; null: none, and nobody gets through. */
  target: { readonly url: string } | null
  /** What befalls the n-th connection, counted from 0. */
  weather: (nth: number) => Weather
  /** How many connections there have been. */
  readonly connections: number
  /** Tears off what there is. */
  tear(): void
  /** Nothing passes through what there is any more, and nobody is told. */
  silence(): void
  /** Whether new connections are taken, and nothing ever passes through them. */
  isMute: boolean
  /** What is held goes on. */
  calm(): void
  stop(): Promise<void>
}

export async function startBreakingProxy(target: BreakingProxy['target'] = null): Promise<BreakingProxy> {
  const open = new Map<Socket, { silent: boolean }>()
  let calming = Promise.withResolvers<void>()
  let connections = 0

  const server = createServer(near => {
    const { tornAfter = Number.POSITIVE_INFINITY, heldAfter = Number.POSITIVE_INFINITY } = proxy.weather(connections)
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
      let left = heldAfter
      for await (const bytes of source) {
        if (state.silent) continue
        yield bytes
        if (left > 0 && left <= bytes.length) await calming.promise
        left -= bytes.length
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
