import { type DatabaseBounds, defaultBounds } from '../../src/store/connection-bounds.ts'

const short = { statementMs: 500, lockMs: 300, idleInTransactionMs: 500, checkoutMs: 600, answerMs: 800, pingMs: 300 }

/** Short time limits of connections, for tests in which PostgreSQL cannot be reached. */
export const shortBounds: DatabaseBounds = {
  lanes: {
    requests: { ...short, max: 3 },
    work: { ...short, max: 2 },
    reserve: { ...short, max: 1 },
    migration: defaultBounds.lanes.migration,
  },
  heartbeat: { everyMs: 50, answerMs: 500, retryMs: 50 },
}
