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
  /** Asks the database for its time: what another node wrote must not be deleted because this machine's clock is wrong. */
  readonly readTime: () => Promise<Date>
  /** How long events, and what is known of erasures, are kept. */
  readonly eventRetentionDays: number
}

const minute = 60_000
const day = 24 * 60 * minute
/** How long after its address has run out an upload may still be under way. */
const uploadGraceSeconds = 3_600

/** What is put in order now and then, so that nothing is kept longer than it is needed. */
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
