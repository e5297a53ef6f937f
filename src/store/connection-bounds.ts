/** Purposes of connections. Each has its own pool, so none can exhaust the connections of another. */
export type Lane = 'requests' | 'work' | 'reserve' | 'migration'

/** Limits of the connections of one lane. Times are in milliseconds; 0 means no limit. */
export interface ConnectionBounds {
  /** The most connections. */
  readonly max: number
  /** How long opening a connection may take, and how long a caller waits for a free one. */
  readonly checkoutMs: number
  /** How long the server works on one statement. */
  readonly statementMs: number
  /** How long the server waits for one lock. */
  readonly lockMs: number
  /** How long the server keeps a transaction open without a statement. */
  readonly idleInTransactionMs: number
  /**
   * How long to wait for an answer before the connection is closed. Longer than `statementMs`, so the server stops the
   * statement first.
   */
  readonly answerMs: number
  /** How long to wait for the answer to a ping, which is sent before a connection is used that was idle for a while. */
  readonly pingMs: number
}

/** How a server that no longer answers is detected. Times are in milliseconds. */
export interface HeartbeatBounds {
  readonly everyMs: number
  /** How long to wait for an answer or a new connection. */
  readonly answerMs: number
  /** How long to wait before connecting again. */
  readonly retryMs: number
}

export interface DatabaseBounds {
  readonly lanes: Readonly<Record<Lane, ConnectionBounds>>
  readonly heartbeat: HeartbeatBounds
}

/**
 * Checkout and answer together take less than 10 s, within which a request gets its answer or an error. A node has 17
 * connections (8 + 4 + 2, two that reads share, one that listens); a PostgreSQL server allows 100 by default.
 */
export const defaultBounds: DatabaseBounds = {
  lanes: {
    requests: {
      max: 8,
      checkoutMs: 4_000,
      statementMs: 4_000,
      lockMs: 3_000,
      idleInTransactionMs: 10_000,
      answerMs: 5_000,
      pingMs: 1_000,
    },
    work: {
      max: 4,
      checkoutMs: 15_000,
      statementMs: 60_000,
      lockMs: 10_000,
      idleInTransactionMs: 10_000,
      answerMs: 65_000,
      pingMs: 1_000,
    },
    reserve: {
      max: 2,
      checkoutMs: 2_000,
      statementMs: 3_000,
      lockMs: 1_000,
      idleInTransactionMs: 5_000,
      answerMs: 4_000,
      pingMs: 1_000,
    },
    // Creating an index may take long, and so may waiting for another node that holds the migration lock.
    migration: {
      max: 1,
      checkoutMs: 10_000,
      statementMs: 0,
      lockMs: 0,
      idleInTransactionMs: 0,
      answerMs: 0,
      pingMs: 1_000,
    },
  },
  heartbeat: { everyMs: 1_000, answerMs: 3_000, retryMs: 500 },
}

/** The most rows that one SQL statement of a publication writes, so that it ends within the `statementMs` of its lane. */
export const rowsPerStatement = 20_000
