import type { Reach } from '../domain/reach.ts'
import { type Fragment, ReachCondition, sql } from './sql.ts'

/**
 * The condition that the rows named `item` are within a reach. For a whole tenant it compares only the tenant.
 *
 * @param applicantId the expression for a row's applicant id
 */
export function within({ tenant, boundTo }: Reach, applicantId: Fragment = sql`item.applicant_id`): ReachCondition {
  const isOfTenant = sql`item.tenant_id = ${tenant}`
  return new ReachCondition(
    (boundTo === null ? isOfTenant : sql`${isOfTenant} and ${applicantId} = ${boundTo}`).statement,
  )
}

/** The applicant id of rows that have only an analysis id. */
export const applicantOfAnalysis = sql`(
  select owner.applicant_id from analyses as owner where owner.tenant_id = item.tenant_id and owner.id = item.analysis_id)`

/** The applicant id of rows that have only a collection id. */
export const applicantOfCollection = sql`(
  select owner.applicant_id from collections as owner where owner.tenant_id = item.tenant_id and owner.id = item.collection_id)`
