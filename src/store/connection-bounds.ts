/** What connections are used for. Each kind has its own, so that none can use up those of another. */
export const lanes = ['requests', 'work', 'reserve', 'migration'] as const
export type Lane = (typeof lanes)[number]

/** Bounds of the connections of one lane. Times are milliseconds; 0 means no bound. */
export interface ConnectionBounds {
  /** How many there may be. */
  readonly max: number
  /** How long one may take to open, and how long a caller waits for one that others use. */
  readonly checkoutMs: number
  /** How long the server works on one statement. */
  readonly statementMs: number
  /** How long the server waits for one lock. */
  readonly lockMs: number
  /** How long the server lets a transaction be without a statement. */
  readonly idleInTransactionMs: number
  /** How long an answer may take to come. The connection is closed then; longer than the server needs to stop the statement. */
  readonly answerMs: number
  /** How long the answer to a ping may take. A connection that was idle for a while is pinged before it is used. */
  readonly pingMs: number
}

/** How it is noticed that the server does not answer any more. Times are milliseconds. */
export interface HeartbeatBounds {
  readonly everyMs: number
  /** How long an answer, or a new connection, may take to come. */
  readonly answerMs: number
  /** How long to wait before connecting again. */
  readonly retryMs: number
}

export interface DatabaseBounds {
  readonly lanes: Readonly<Record<Lane, ConnectionBounds>>
  readonly heartbeat: HeartbeatBounds
}

/**
 * A request gets its answer or an error within 10 s: checkout and answer together take less. All connections of a node
 * (8 + 4 + 2, and one that listens) fit several times into the 100 that a PostgreSQL server allows unless told otherwise.
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
    // Making an index may take long, and so may another node that holds the lock meanwhile.
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
