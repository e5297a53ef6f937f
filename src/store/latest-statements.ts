import type { TenantId } from '../domain/tenant.ts'
import { type Fragment, sql } from './sql.ts'

/**
 * The statements of a scope as a reader may see them: published ones only, and of each the version published last. A version
 * that was found to be a copy of an earlier version of itself is no copy.
 *
 * @param scope a condition on `version`
 */
export function latestStatements(tenant: TenantId, scope: Fragment): Fragment {
  return sql`
    select distinct on (version.id) version.tenant_id, version.collection_id, version.id, version.ordinal, version.created_at,
      nullif(version.duplicate_of_id, version.id) as duplicate_of_id
    from statements as version
    join collections as collection on collection.tenant_id = version.tenant_id and collection.id = version.collection_id
    where version.tenant_id = ${tenant} and ${scope} and collection.published_at is not null
    order by version.id, collection.published_at desc, collection.id desc`
}

/**
 * Of the statements in a relation called `latest`, those that are no copy of another in it. Where the original is not
 * among them, the first copy stands for it, so that no movement is lost.
 */
export const withoutCopies: Fragment = sql`
  select candidate.* from latest as candidate
  where candidate.duplicate_of_id is null or not exists (
    select 1 from latest as preferred where preferred.id <> candidate.id and (
      preferred.id = candidate.duplicate_of_id
      or preferred.duplicate_of_id = candidate.duplicate_of_id
        and (preferred.created_at, preferred.id) < (candidate.created_at, candidate.id)
    )
  )`
