import type { TenantId } from '../domain/tenant.ts'
import { latestStatements, withoutCopies } from './latest-statements.ts'
import { type Fragment, sql } from './sql.ts'

/** A `with` clause and the condition on `item` that it makes possible. */
export interface VisibleTransactions {
  readonly prelude: Fragment
  readonly condition: Fragment
}

/**
 * The movements of whole applicants, each once: those of the statements a reader sees, and those that are in no statement,
 * once their collection is published. Of a movement that several such collections hold, it is the row published last.
 */
export function visibleTransactions(
  tenant: TenantId,
  applicantIds: readonly string[],
  includeDuplicates: boolean,
): VisibleTransactions {
  return {
    prelude: sql`
      with latest as materialized (${latestStatements(tenant, sql`version.applicant_id = any(${applicantIds})`)}),
      visible as materialized (${includeDuplicates ? sql`select * from latest` : withoutCopies}),
      published as materialized (
        select id, row_number() over (order by published_at, id) as age from collections
        where tenant_id = ${tenant} and applicant_id = any(${applicantIds}) and published_at is not null
      )`,
    // The offset keeps the planner from joining with all transactions of the tenant, where there are no statistics.
    condition: sql`${isVisible(sql`item`)} and not exists (
      select 1 from transactions as other
      where other.tenant_id = ${tenant} and other.id = item.id
        and other.collection_id <> item.collection_id and ${isVisible(sql`other`)}
        and (select age from published where id = other.collection_id) > (select age from published where id = item.collection_id)
      offset 0
    )`,
  }
}

function isVisible(row: Fragment): Fragment {
  return sql`(
    (${row}.collection_id, ${row}.statement_id) in (select collection_id, id from visible)
    or ${row}.statement_id is null and ${row}.collection_id in (select id from published)
  )`
}
