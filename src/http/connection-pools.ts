import { errors, Pool } from 'undici'
import type { Sleep } from './sleep.ts'
import type { VendorAddresses } from './vendor-addresses.ts'

/** The open connections to a provider, and to hosts that it named. */
export interface ConnectionPools {
  /**
   * @param repeatable whether the call may be sent again. An idle connection may close at the moment it is reused, and then nobody
   * knows whether the call arrived, so a call that may not gets a connection of its own.
   */
  of(origin: string, repeatable: boolean): Pool
  /** Lets calls under way finish, for so long; then breaks them off. */
  close(graceMs: number): Promise<void>
}

export interface ConnectionPoolsOptions {
  readonly baseUrl: string
  readonly addresses: VendorAddresses
  readonly connectTimeoutMs: number
  /** Longest pause within an answer's body. */
  readonly silenceMs: number
  readonly sleep: Sleep
}

/** At most so many connections of a kind to one origin; more calls queue. */
const connections = 64
/** Pools of hosts that the provider named. The one that was used longest ago is closed when its calls have ended. */
const maxNamed = 16

export function createConnectionPools(options: ConnectionPoolsOptions): ConnectionPools {
  const { baseUrl, addresses, connectTimeoutMs, silenceMs, sleep } = options
  const own = new URL(baseUrl).origin
  const settings: Pool.Options = {
    connections,
    bodyTimeout: silenceMs,
    // Until the headers come the caller's signal is the limit.
    headersTimeout: 0,
    keepAliveTimeout: 30_000,
    allowH2: false,
  }
  const pools = new Map<string, Pool>()
  /** The one that was used last is the last one. */
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
