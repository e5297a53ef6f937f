import type { SecretBox } from '../auth/secret-box.ts'
import { openCheckpoint, sealCheckpoint } from '../events/sealed-checkpoint.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Database } from '../store/database.ts'
import { adoptWork, findCarriedWork } from '../store/work.ts'

const perBatch = 500

/**
 * Completes work from an earlier version: sets the vendor account and seals the checkpoint. Any number of servers may
 * do so at once.
 */
export async function adoptCarriedWork(
  database: Database,
  providers: Pick<ProviderRegistry, 'accountKey'>,
  secretBox: SecretBox,
): Promise<void> {
  for (;;) {
    const carried = await findCarriedWork(database, perBatch)
    for (const work of carried)
      await adoptWork(database, work, {
        accountKey: providers.accountKey(work.tenant, work.providerId) || 'none',
        checkpoint: sealCheckpoint(secretBox, openCheckpoint(secretBox, work.checkpoint)),
      })
    if (carried.length < perBatch) return
  }
}
