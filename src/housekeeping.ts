import { type SweepUploadsDeps, sweepUploads } from './documents/sweep-uploads.ts'
import type { MaintenanceTask } from './maintenance.ts'
import { purgeBankSessions } from './store/bank-sessions.ts'
import { sweepCollections } from './store/sweep-collections.ts'
import { purgeErasures } from './store/erasures.ts'
import { purgeEvents } from './store/event-rows.ts'
import { purgeIdempotencyKeys } from './store/idempotency.ts'
import { purgeVendorAnswers } from './store/vendor-answers.ts'
import { purgeWebhookNotices } from './store/webhook-notices.ts'

export interface HousekeepingDeps extends Omit<SweepUploadsDeps, 'graceSeconds' | 'now'> {
  /** Reads the database's time, because a wrong clock of this machine must not delete rows of other nodes. */
  readonly readTime: () => Promise<Date>
  /** How long events and records of erasures are kept. */
  readonly eventRetentionDays: number
}

const minute = 60_000
const day = 24 * 60 * minute
/** How long an upload may continue after its address has expired. */
const uploadGraceSeconds = 3_600

/** The periodic tasks that delete data that is no longer needed. */
export function housekeeping({ eventRetentionDays, ...deps }: HousekeepingDeps): MaintenanceTask[] {
  const { database, readTime } = deps
  const retention = eventRetentionDays * day
  const before = (ms: number, work: (moment: Date) => Promise<unknown>) => async () =>
    work(new Date((await readTime()).getTime() - ms))
  const uploads = (moment: Date) =>
    sweepUploads({ ...deps, graceSeconds: uploadGraceSeconds, now: () => moment }, 'maintenance')
  return [
    { name: 'uploads', everyMs: 10 * minute, work: before(0, uploads) },
    { name: 'database', everyMs: 10 * minute, work: () => database.maintain() },
    {
      name: 'collections',
      everyMs: minute,
      work: before(day, moment => sweepCollections(database, moment)),
    },
    {
      name: 'events',
      everyMs: 60 * minute,
      work: before(retention, moment => purgeEvents(database, moment)),
    },
    {
      name: 'erasures',
      everyMs: 60 * minute,
      work: before(retention, moment => purgeErasures(database, moment)),
    },
    {
      name: 'webhooks',
      everyMs: 60 * minute,
      work: before(7 * day, moment => purgeWebhookNotices(database, moment)),
    },
    {
      name: 'idempotency',
      everyMs: 60 * minute,
      work: before(7 * day, moment => purgeIdempotencyKeys(database, moment)),
    },
    {
      name: 'bank sessions',
      everyMs: 60 * minute,
      work: before(retention, moment => purgeBankSessions(database, moment)),
    },
    {
      name: 'vendor answers',
      everyMs: 60 * minute,
      work: before(30 * day, moment => purgeVendorAnswers(database, moment)),
    },
  ]
}
