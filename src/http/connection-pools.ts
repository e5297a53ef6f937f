import { errors, Pool } from 'undici'
import type { Sleep } from './sleep.ts'
import type { VendorAddresses } from './vendor-addresses.ts'

/** The connections to a provider and to hosts that it named. */
export interface ConnectionPools {
  /**
   * @param repeatable whether the call may be sent again. An idle connection may close at the moment of reuse, and then
   * it is unknown whether the call arrived. A call that may not be repeated therefore gets a new connection.
   */
  of(origin: string, repeatable: boolean): Pool
  /** Closes all connections. Calls in progress may finish within the grace; then they are aborted. */
  close(graceMs: number): Promise<void>
}

export interface ConnectionPoolsOptions {
  readonly baseUrl: string
  readonly addresses: VendorAddresses
  readonly connectTimeoutMs: number
  /** The longest pause within the body of an answer. */
  readonly silenceMs: number
  readonly sleep: Sleep
}

/** The most connections of a kind to one origin; more calls queue. */
const connections = 64
/** The most pools of hosts that the provider named. The least recently used one is closed when its calls have ended. */
const maxNamed = 16

export function createConnectionPools(options: ConnectionPoolsOptions): ConnectionPools {
  const { baseUrl, addresses, connectTimeoutMs, silenceMs, sleep } = options
  const own = new URL(baseUrl).origin
  const settings: Pool.Options = {
    connections,
    bodyTimeout: silenceMs,
    // Until the headers arrive, the caller's signal is the limit.
    headersTimeout: 0,
    keepAliveTimeout: 30_000,
    allowH2: false,
  }
  const pools = new Map<string, Pool>()
  /** In the order of use, the most recent one last. */
  const named = new Map<string, Pool>()
  const closing = new Set<Pool>()
  let closed: Promise<void> | undefined

  function retire([key, pool]: readonly [string, Pool]): void {
    named.delete(key)
    closing.add(pool)
    void pool.close().finally(() => closing.delete(pool))
  }

  async function close(graceMs: number): Promise<void> {
    const grace = new AbortController()
    const all = [...pools.values(), ...named.values(), ...closing]
    const finished = Promise.all(all.map(pool => (closing.has(pool) ? null : pool.close())))
    await Promise.race([finished, sleep(graceMs, grace.signal).catch(() => undefined)])
    grace.abort()
    await Promise.all(all.map(pool => pool.destroy()))
  }

  return {
    of(origin, repeatable) {
      const kind = origin === own ? pools : named
      const key = `${repeatable} ${origin}`
      const known = kind.get(key)
      if (!known && closed) throw new errors.ClientClosedError()
      const lookup = kind === named ? { lookup: addresses.lookup } : {}
      const connect = { timeout: connectTimeoutMs, ...lookup }
      const pool = known ?? new Pool(origin, { ...settings, connect, pipelining: repeatable ? 1 : 0 })
      kind.delete(key)
      kind.set(key, pool)
      const [oldest] = named
      if (oldest && named.size > maxNamed) retire(oldest)
      return pool
    },
    close: graceMs => (closed ??= close(graceMs)),
  }
}
