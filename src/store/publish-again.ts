import { parseTenantId } from '../domain/tenant.ts'
import { lockApplicantForPublication } from './applicant-locks.ts'
import { finishCollection } from './collections.ts'
import type { Database } from './database.ts'
import { publishCollection } from './publish-collection.ts'
import { sql } from './sql.ts'

interface EarlierCollection {
  readonly tenant: string
  readonly id: string
  readonly applicantId: string
  readonly outcome: 'COMPLETED' | 'PARTIAL'
  readonly publishedAt: Date
}

/**
 * Publishes again, in order, the collections that a migration has marked because earlier rules decided what counts.
 * Each has a transaction of its own, so several servers that start at once share the work.
 */
export async function publishAgain(database: Database): Promise<void> {
  for (let published = true; published; )
    published = await database.transaction(async tx => {
      const [next] = await tx.acrossTenants<EarlierCollection>(sql`
        select c.tenant_id as tenant, c.id, c.applicant_id as "applicantId", c.published_at as "publishedAt",
          case when a.status = 'PARTIAL' then 'PARTIAL' else 'COMPLETED' end as outcome
        from collections c join analyses a on a.tenant_id = c.tenant_id and a.id = c.analysis_id
        where c.publish_again order by c.published_at, c.id limit 1`)
      if (!next) return false
      const tenant = parseTenantId(next.tenant)
      await lockApplicantForPublication(tx, tenant, next.applicantId)
      const taken = await tx.rows(sql`
        update collections set publish_again = false where tenant_id = ${tenant} and id = ${next.id} and publish_again
        returning id`)
      if (taken.length === 0) return true
      await finishCollection(tx, tenant, next.id)
      await publishCollection(tx, tenant, next, next.publishedAt)
      return true
    })
}
