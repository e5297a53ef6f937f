import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { type Column, integerAt, objectAt } from './wire-columns.ts'
import { bytesRead } from './wire-socket.ts'

/**
 * Receives a row as the server sent it, without a JavaScript value for every column. The first column begins at
 * `offset`; see `wire-columns.ts`. The bytes are valid only during the call. Must not throw.
 *
 * @see https://www.postgresql.org/docs/current/protocol-message-formats.html (DataRow)
 */
export type TakeRow = (bytes: Buffer, offset: number) => void

/** Runs queries of one client, and reads their rows without `pg`. */
export interface WireRows {
  /** Delivers the rows as bytes. Resolves after the last row. */
  query(statement: Statement, take: TakeRow): Promise<void>
  /** The rows as objects. For prepared statements this takes less time than in `pg`, which asks for their columns each time. */
  rows<Row extends pg.QueryResultRow>(statement: Statement): Promise<{ readonly rows: Row[] }>
}

type Statement = pg.QueryConfig<unknown[]>

/** The length of a message's header: one byte for the type, four for the length. */
const headerLength = 5
const dataRow = 0x44
/** The end of the answer to a query. */
const readyForQuery = 0x5a
const nothing: Buffer = Buffer.alloc(0)

/**
 * Takes a position between a client and its socket: delivers the rows of its own queries as bytes, and passes
 * everything else to `pg`. The client must be connected and have no running query.
 */
export function openWireRows(client: pg.Client): WireRows {
  const { stream } = client.connection
  const parsers = stream.listeners('data')
  /** Receive the rows of the queries that were sent, in the order of the answers. */
  const readers: TakeRow[] = []
  /** The columns of prepared statements, by their names. */
  const known = new Map<string, readonly Column[]>()
  /** The connection without messages that ask for the columns. */
  const undescribed: pg.Connection = Object.create(client.connection, { describe: { value() {} } })
  /** The beginning of a message that is needed as a whole. */
  let pending = nothing
  /** Bytes still to come of a message whose beginning was passed on. */
  let missing = 0

  function pass(bytes: Buffer, from: number, to: number): void {
    // `pg` may keep the beginning of a message.
    if (from < to) for (const parse of parsers) parse.call(stream, Buffer.from(bytes.subarray(from, to)))
  }

  /** Completes a message whose beginning has come. The rest of the chunk is not copied. */
  function receive(chunk: Buffer): void {
    if (pending.length === 0) {
      read(chunk)
      return
    }
    const length = pending.length < headerLength ? headerLength : 1 + integerAt(pending, 1)
    const wanted = length - pending.length
    const begun = Buffer.concat([pending, chunk.subarray(0, wanted)])
    pending = nothing
    if (begun.length < length) pending = begun
    else read(begun)
    if (wanted < chunk.length) receive(chunk.subarray(wanted))
  }

  function read(bytes: Buffer): void {
    let passed = 0
    let at = Math.min(missing, bytes.length)
    missing -= at
    while (at < bytes.length) {
      const kind = bytes[at]
      const [take] = readers
      const isOurRow = kind === dataRow && take !== undefined
      const end = at + headerLength > bytes.length ? Number.POSITIVE_INFINITY : at + 1 + integerAt(bytes, at + 1)
      if (end > bytes.length && (isOurRow || end === Number.POSITIVE_INFINITY)) {
        pending = Buffer.from(bytes.subarray(at))
        break
      }
      if (isOurRow) {
        pass(bytes, passed, at)
        // The first two bytes are the number of columns.
        take(bytes, at + headerLength + 2)
        passed = end
      } else if (kind === readyForQuery) readers.shift()
      missing = Math.max(0, end - bytes.length)
      at = Math.min(end, bytes.length)
    }
    pass(bytes, passed, at)
  }

  const event = stream.listenerCount(bytesRead) > 0 ? bytesRead : 'data'
  stream.removeAllListeners(event)
  stream.on(event, receive)

  /** @param describe receives the columns; null if they are not needed */
  function send(statement: Statement, take: TakeRow, describe: ((fields: pg.FieldDef[]) => void) | null) {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const query = new pg.Query(statement, error => (error ? reject(error) : resolve()))
    const { submit } = query
    Object.assign(query, {
      // `pg` calls this when it sends the query.
      submit(connection: pg.Connection) {
        const refused = submit.call(query, describe ? connection : undescribed)
        if (refused === null) readers.push(take)
        return refused
      },
      handleRowDescription({ fields }: { readonly fields: pg.FieldDef[] }) {
        describe?.(fields)
      },
    })
    client.query(query)
    return promise
  }

  return {
    query: (statement, take) => send(statement, take, null),
    async rows<Row extends pg.QueryResultRow>(statement: Statement) {
      const { name = '' } = statement
      let columns = known.get(name)
      const describe = (fields: pg.FieldDef[]) => {
        columns = fields.map(field => ({
          name: field.name,
          parse: columnTypes.getTypeParser(field.dataTypeID, 'text'),
        }))
        if (name !== '') known.set(name, columns)
      }
      const rows: Row[] = []
      const reader = untilFailure((bytes, offset) => rows.push(objectAt<Row>(columns ?? [], bytes, offset)))
      await send(statement, reader.take, columns ? null : describe)
      if (reader.failure() !== null) throw reader.failure()
      return { rows }
    },
  }
}

/** Ignores the rows after an exception of `take`: the answer must be read to its end before the connection can be used again. */
export function untilFailure(take: TakeRow): { readonly take: TakeRow; readonly failure: () => unknown } {
  let failure: unknown = null
  return {
    failure: () => failure,
    take(bytes, offset) {
      if (failure !== null) return
      try {
        take(bytes, offset)
      } catch (error) {
        failure = error
      }
    },
  }
}
