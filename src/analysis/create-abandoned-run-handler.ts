import type { Logger } from 'pino'
import { wholeTenant } from '../domain/reach.ts'
import type { AbandonedRun } from '../domain/subject.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { readAbandonedReferences } from '../store/analysis-references.ts'
import { findFreedReferences } from '../store/erasure-rows.ts'
import type { Claim, Handler } from '../work/handler.ts'

/** How long deletion is retried. Afterwards only erasing the applicant asks the provider again. */
const longestMs = 24 * 3_600_000

interface Abandoned extends AbandonedRun {
  readonly references: readonly string[]
  readonly since: Date
}

export interface AbandonedRunDeps {
  readonly database: ChangingDatabase
  readonly providers: Pick<ProviderRegistry, 'client'>
  readonly logger: Logger
}

/**
 * Asks a provider to delete the data of an abandoned run. The provider's ids stay stored, so that erasing the applicant
 * asks for their deletion too.
 */
export function createAbandonedRunHandler({ database, providers, logger }: AbandonedRunDeps): Handler<Abandoned> {
  async function end(claim: Claim): Promise<void> {
    const { tenant, correlationId } = claim
    await database.change({ ...wholeTenant(tenant), correlationId }, 'SCHEDULE', async change => change.finish(claim))
  }

  return {
    async load({ tenant, id, providerId }) {
      const [analysisId = ''] = id.split('/')
      const known = await readAbandonedReferences(database, tenant, { analysisId, providerId })
      return known && { analysisId, providerId, ...known }
    },

    deadlineOf: ({ since }) => new Date(since.getTime() + longestMs),

    async advance({ analysisId, providerId, references }, claim) {
      const erase = requireOffer(providers, claim.tenant, { providerId, wanted: 'erase' })
      // Ids that another analysis has too are still needed.
      const freed = await findFreedReferences(database, providerId, references, analysisId)
      claim.confirm()
      if (freed.length > 0) await erase(freed, claim.signal)
      await end(claim)
      return null
    },

    async fail(claim, { error }) {
      const { tenant, id, providerId, correlationId } = claim
      logger.warn(
        { tenant, id, provider: providerId, correlationId, code: error.code },
        'an abandoned run could not be deleted at its provider',
      )
      if (!error.retryable) await end(claim)
    },

    expire: (_abandoned, claim) => end(claim),
  }
}
