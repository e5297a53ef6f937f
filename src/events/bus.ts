import { EventEmitter } from 'node:events'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'
import type { Database, Transaction } from '../store/database.ts'
import { sql } from '../store/sql.ts'

const channel = 'assay_events'
const anything = 'anything'

/** Says that a tenant's log has grown. Only a hint: who misses one reads the log a little later. */
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
        // Anybody who may connect to the database can say anything on the channel.
        emitter.emit(anything, tenantIdSchema.safeParse(payload).data ?? null)
      })
    },
    async stop() {
      await stopListening()
    },
  }
}
