import { type DatabaseBounds, defaultBounds } from '../../src/store/connection-bounds.ts'

const short = {
  statementMs: 2_000,
  lockMs: 1_000,
  idleInTransactionMs: 2_000,
  checkoutMs: 2_500,
  answerMs: 3_500,
  pingMs: 1_500,
}

/**
 * Short time limits of connections, for tests in which PostgreSQL cannot be reached. A busy machine needs up to a second
 * for a connection or an answer.
 */
export const shortBounds: DatabaseBounds = {
  lanes: {
    requests: { ...short, max: 3 },
    work: { ...short, max: 2 },
    reserve: { ...short, max: 1 },
    migration: defaultBounds.lanes.migration,
  },
  heartbeat: { everyMs: 50, answerMs: 2_000, retryMs: 50 },
}
