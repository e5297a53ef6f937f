import type { StatementDisagreement } from '../domain/statement.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

interface DisagreementRow extends StatementDisagreement {
  readonly key: string
}

/**
 * Where other providers' readings of the same document differ from each statement that counts, by `toStatementKey`; figures that
 * one of the two does not state are left out. The latest readings come first.
 */
export async function readDisagreements(
  queries: Queries,
  tenant: TenantId,
  keys: readonly string[],
  limit: number,
): Promise<Map<string, StatementDisagreement[]>> {
  const rows = await queries.rows<DisagreementRow>(sql`
    select parent.key, found.what, found.ours, found.theirs, found."statementId"
    from unnest(${keys}::text[]) as parent(key)
    join statements own on own.tenant_id = ${tenant} and own.applicant_id = split_part(parent.key, '/', 1)
      and own.id = split_part(parent.key, '/', 2) and own.current
    cross join lateral (
      select figure.what, figure.ours, figure.theirs, copy.id as "statementId", copy.published_at, figure.place
      from statements copy
      cross join lateral (values
        (1, 'TRANSACTION_COUNT', own.transaction_count::numeric, copy.transaction_count::numeric),
        (2, 'TRANSACTION_SUM', own.transaction_sum, copy.transaction_sum),
        (3, 'OPENING_BALANCE', own.opening_balance, copy.opening_balance),
        (4, 'CLOSING_BALANCE', own.closing_balance, copy.closing_balance)
      ) as figure(place, what, ours, theirs)
      where copy.tenant_id = own.tenant_id and copy.applicant_id = own.applicant_id and copy.duplicate_of_id = own.id
        and copy.current and copy.document_sha256 = own.document_sha256 and copy.provider_id <> own.provider_id
        and figure.ours <> figure.theirs
      order by copy.published_at desc, copy.id, figure.place limit ${limit}
    ) as found
    order by parent.key, found.published_at desc, found."statementId", found.place`)
  return new Map(
    [...Map.groupBy(rows, row => row.key)].map(([key, own]) => [key, own.map(({ key: _, ...found }) => found)]),
  )
}
