import { LRUCache } from 'lru-cache'
import pg from 'pg'
import type { Connection, Connections, ConnectionsOptions } from './connections.ts'
import { losesConnection, toDatabaseFailure } from './database-failure.ts'
import { openWireRows, type TakeRow } from './wire-rows.ts'

/** The number of connections. */
const size = 2
/** The most reads on one connection at a time. */
const maxUnderWay = 32
/** A connection whose oldest read has taken longer gets no more reads, because they would wait behind it. In milliseconds. */
const lateMs = 20
/** A connection that was idle for longer is pinged before use, because it may be dead. In milliseconds. */
const pingAfterMs = 2_000
/** The pause before the next attempt to connect. */
const retryMs = 500
/** A connection with this many prepared statements is replaced, which frees them. */
const maxPlans = 300
/** How many statements are remembered that were seen once. */
const maxSeen = 1_000

/**
 * The server plans a prepared statement once, because planning takes several times as long as a small read. A generic
 * plan suits reads that follow an index, and no others.
 */
const keepPlans = "set plan_cache_mode = 'force_generic_plan'"
/** Errors of a prepared statement after a table was changed, or on another server process. */
const stalePlanCodes: ReadonlySet<string | undefined> = new Set(['0A000', '26000'])

/**
 * A few connections with many reads at a time on each: a read is sent before the answers to earlier ones have come
 * (pipelining). When all are busy, a read uses a connection of the lane; behind a pooler, where statements cannot be
 * prepared, all reads do. Only for single statements that read little and change nothing.
 */
export function createSharedReads(options: ConnectionsOptions, lane: Connections): Connections {
  const places = Array.from({ length: size }, () => createPlace(options))
  return {
    async lend(work) {
      const free = places.map(place => place.take()).filter(connection => connection !== null)
      const [connection] = free.sort((a, b) => a.underWay() - b.underWay())
      if (!connection) return lane.lend(work)
      try {
        return await work(connection)
      } catch (error) {
        if (!(error instanceof pg.DatabaseError && stalePlanCodes.has(error.code))) throw error
        connection.retire()
        return lane.lend(work)
      }
    },
    dropSilent(since) {
      for (const place of places) place.dropSilent(since)
    },
    async stop() {
      await Promise.all(places.map(place => place.stop()))
    },
  }
}

interface ReadConnection extends Connection {
  readonly client: pg.Client
  underWay(): number
  /** Whether a read would be answered soon. A connection that was idle is pinged first, and is not ready until it has answered. */
  isReady(): boolean
  /** When it last answered, by `performance.now()`. */
  heardAt(): number
  /** Takes no more reads, and closes after the running ones. */
  retire(): void
}

/** A place for one connection, which is opened at its first use, and again after it was lost. */
function createPlace({ settings, bounds, prepare }: ConnectionsOptions) {
  let connection: ReadConnection | null = null
  let opening: Promise<void> | null = null
  let triedAt = Number.NEGATIVE_INFINITY
  let isOff = false

  async function open(): Promise<void> {
    triedAt = performance.now()
    const client = new pg.Client({
      ...settings,
      pipeline: true,
      connectionTimeoutMillis: bounds.checkoutMs,
      query_timeout: bounds.answerMs,
    })
    const leave = () => {
      if (connection?.client === client) connection = null
    }
    client.on('error', leave)
    client.on('end', leave)
    try {
      await client.connect()
      const session = await prepare(client)
      isOff ||= session.isShared
      if (isOff) return void (await client.end())
      await client.query(keepPlans)
      connection = createReadConnection(client, bounds.pingMs, leave)
    } catch {
      // A later read tries again. Until then reads use the connections of the lane.
      client.connection.stream.destroy()
    }
  }

  return {
    take(): ReadConnection | null {
      if (connection) return connection.isReady() ? connection : null
      if (!isOff && !opening && performance.now() - triedAt >= retryMs)
        opening = open().finally(() => {
          opening = null
        })
      return null
    },
    dropSilent(since: number): void {
      if (connection && connection.heardAt() < since) connection.giveUp()
    },
    async stop(): Promise<void> {
      isOff = true
      await opening
      await connection?.client.end()
    },
  }
}

function createReadConnection(client: pg.Client, pingMs: number, leave: () => void): ReadConnection {
  const wire = openWireRows(client)
  const seen = new LRUCache<string, true>({ max: maxSeen })
  const names = new Map<string, string>()
  /** When each running read was sent. Answers come in the same order. */
  const sentAt: number[] = []
  let isHeld = false
  let heardAt = performance.now()
  let isPinged = false

  /** Sends the reads of one turn of the event loop together, unless none is under way. */
  function hold(): void {
    if (isHeld || sentAt.length === 0) return
    isHeld = true
    const { stream } = client.connection
    stream.cork()
    setImmediate(() => {
      isHeld = false
      stream.uncork()
    })
  }

  async function ask<Answer>(start: () => Promise<Answer>): Promise<Answer> {
    hold()
    const asking = start()
    sentAt.push(performance.now())
    try {
      const answer = await asking
      heardAt = performance.now()
      return answer
    } catch (error) {
      if (losesConnection(error)) connection.giveUp()
      throw toDatabaseFailure(error)
    } finally {
      sentAt.shift()
    }
  }

  function ping(): void {
    if (isPinged) return
    isPinged = true
    const timer = setTimeout(connection.giveUp, pingMs)
    const answered = ask(() => wire.query({ text: 'select 1' }, () => {})).catch(connection.giveUp)
    void answered.finally(() => {
      clearTimeout(timer)
      isPinged = false
    })
  }

  /** A statement is prepared (gets a name) when it comes for the second time. */
  function toStatement(text: string, values: readonly unknown[]): pg.QueryConfig<unknown[]> {
    if (!names.has(text) && seen.has(text)) names.set(text, `read_${names.size}`)
    seen.set(text, true)
    const name = names.get(text)
    return { ...(name === undefined ? {} : { name }), text, values: [...values] }
  }

  const connection = {
    client,
    isShared: false,
    // There are no transactions here: other reads would come between their statements.
    begin: '',
    isBroken: false,
    underWay: () => sentAt.length,
    heardAt: () => heardAt,
    isReady() {
      if (names.size >= maxPlans) {
        connection.retire()
        return false
      }
      const [oldest] = sentAt
      if (oldest !== undefined) return sentAt.length < maxUnderWay && performance.now() - oldest < lateMs
      if (performance.now() - heardAt < pingAfterMs) return true
      ping()
      return false
    },
    retire() {
      leave()
      void client.end()
    },
    giveUp() {
      leave()
      client.connection.stream.destroy()
    },
    query: <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      ask(() => wire.rows<Row>(toStatement(text, values))),
    wireRows: (text: string, values: readonly unknown[], take: TakeRow) =>
      ask(() => wire.query(toStatement(text, values), take)),
  }
  return connection
}
