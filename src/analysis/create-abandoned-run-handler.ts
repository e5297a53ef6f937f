import type { Logger } from 'pino'
import type { AbandonedRun } from '../domain/subject.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { readAbandonedReferences } from '../store/analysis-references.ts'
import { findFreedReferences } from '../store/erasure-rows.ts'
import type { Claim, Handler } from '../work/handler.ts'

/** For how long a provider is asked to delete. After that, erasing the applicant asks it again. */
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
 * Has a provider delete what it was given for a run that another provider took the place of. The provider's ids stay on
 * record, so that erasing the applicant asks for their deletion too.
 */
export function createAbandonedRunHandler({ database, providers, logger }: AbandonedRunDeps): Handler<Abandoned> {
  async function end(claim: Claim): Promise<void> {
    const { tenant, correlationId } = claim
    await database.change({ tenant, correlationId }, 'SCHEDULE', async change => change.finish(claim))
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
      // What another analysis was answered under the same id is still needed.
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
        'an abandoned run is not erased',
      )
      if (!error.retryable) await end(claim)
    },

    expire: (_abandoned, claim) => end(claim),
  }
}
