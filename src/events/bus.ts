import { EventEmitter } from 'node:events'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'
import type { Database, Transaction } from '../store/database.ts'
import { sql } from '../store/sql.ts'

const channel = 'assay_events'
const anything = 'anything'

/** Announces that a tenant's log has grown. A hint only: a listener that misses one reads the log at its next interval. */
export interface EventBus {
  /** Joins a transaction: listeners of every process hear of it once it is committed. */
  announce(tx: Transaction, tenant: TenantId): Promise<void>
  /** `tenant` is null when news of any tenant may have been missed. */
  listen(onNews: (tenant: TenantId | null) => void): () => void
  start(): Promise<void>
  stop(): Promise<void>
}

export function createEventBus(database: Database): EventBus {
  const emitter = new EventEmitter().setMaxListeners(0)
  let stopListening = async () => {}
  return {
    async announce(tx, tenant) {
      await tx.rows(sql`select pg_notify(${channel}, ${tenant})`)
      // Other processes hear it from the database; this one need not wait for that.
      tx.afterCommit(() => emitter.emit(anything, tenant))
    },
    listen(onNews) {
      emitter.on(anything, onNews)
      return () => emitter.off(anything, onNews)
    },
    async start() {
      stopListening = await database.listen(channel, payload => {
        // Any client of the database can send any text on the channel.
        emitter.emit(anything, tenantIdSchema.safeParse(payload).data ?? null)
      })
    },
    async stop() {
      await stopListening()
    },
  }
}
