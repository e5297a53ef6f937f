import { EventEmitter } from 'node:events'
import { z } from 'zod'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'
import type { Database } from '../store/database.ts'
import { type Fragment, sql } from '../store/sql.ts'

const channel = 'assay_events'
const anything = 'anything'

/** Hears that the event log of a tenant has grown to a sequence number. null: notifications of any tenant may have been missed. */
export type OnNews = (news: { readonly tenant: TenantId; readonly through: number } | null) => void

/** Announces that a tenant's event log has grown. Only a hint: a listener that misses one reads the log at its next interval. */
export interface EventBus {
  /** SQL that notifies every process when its transaction is committed. `through`: SQL of the last event's number. */
  notification(tenant: TenantId, through: Fragment): Fragment
  /** Notifies the listeners of this process at once, so that they need not wait for the database. */
  tell(tenant: TenantId, through: number): void
  listen(onNews: OnNews): () => void
  start(): Promise<void>
  stop(): Promise<void>
}

const payloadSchema = z
  .tuple([tenantIdSchema, z.coerce.number().int().positive()])
  .transform(([tenant, through]) => ({ tenant, through }))

export function createEventBus(database: Pick<Database, 'listen'>): EventBus {
  const emitter = new EventEmitter().setMaxListeners(0)
  let stopListening = async () => {}
  return {
    notification: (tenant, through) => sql`pg_notify(${channel}, ${tenant}::text || ' ' || ${through})`,
    tell: (tenant, through) => void emitter.emit(anything, { tenant, through }),
    listen(onNews) {
      emitter.on(anything, onNews)
      return () => emitter.off(anything, onNews)
    },
    async start() {
      stopListening = await database.listen(channel, payload => {
        // Any client of the database can send any text on the channel.
        emitter.emit(anything, payloadSchema.safeParse(payload.split(' ')).data ?? null)
      })
    },
    async stop() {
      await stopListening()
    },
  }
}
