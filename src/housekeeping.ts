import { type SweepUploadsDeps, sweepUploads } from './documents/sweep-uploads.ts'
import type { MaintenanceTask } from './maintenance.ts'
import { sweepCollections } from './store/collections.ts'
import { purgeErasures } from './store/erasures.ts'
import { purgeEvents } from './store/event-rows.ts'
import { purgeIdempotencyKeys } from './store/idempotency.ts'
import { purgeWebhookNotices } from './store/webhook-notices.ts'

export interface HousekeepingDeps extends Omit<SweepUploadsDeps, 'graceSeconds'> {
  /** How long events, and what is known of erasures, are kept. */
  readonly eventRetentionDays: number
}

const minute = 60_000
const day = 24 * 60 * minute
/** How long after its address has run out an upload may still be under way. */
const uploadGraceSeconds = 3_600

/** What is put in order now and then, so that nothing is kept longer than it is needed. */
export function housekeeping({ eventRetentionDays, ...deps }: HousekeepingDeps): MaintenanceTask[] {
  const { database, now } = deps
  const ago = (ms: number) => new Date(now().getTime() - ms)
  const sweepDeps = { ...deps, graceSeconds: uploadGraceSeconds }
  const retention = eventRetentionDays * day
  return [
    { name: 'uploads', everyMs: 10 * minute, work: () => sweepUploads(sweepDeps, 'maintenance') },
    { name: 'database', everyMs: 10 * minute, work: () => database.maintain() },
    { name: 'collections', everyMs: 10 * minute, work: () => sweepCollections(database, ago(day)) },
    { name: 'events', everyMs: 60 * minute, work: () => purgeEvents(database, ago(retention)) },
    { name: 'erasures', everyMs: 60 * minute, work: () => purgeErasures(database, ago(retention)) },
    { name: 'webhooks', everyMs: 60 * minute, work: () => purgeWebhookNotices(database, ago(7 * day)) },
    { name: 'idempotency', everyMs: 60 * minute, work: () => purgeIdempotencyKeys(database, ago(7 * day)) },
  ]
}
