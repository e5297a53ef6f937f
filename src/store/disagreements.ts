import { listLimits } from '../domain/list-bounds.ts'
import type { Reach } from '../domain/reach.ts'
import type { StatementDisagreement } from '../domain/statement.ts'
import type { ReachQueries } from './database.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

interface DisagreementRow extends StatementDisagreement {
  readonly key: string
}

/**
 * The figures in which other providers' readings of the same document differ from each statement that counts, by
 * `toStatementKey`. Figures that one of the two does not state are left out. The latest readings come first.
 */
export async function readDisagreements(
  queries: ReachQueries,
  reach: Reach,
  keys: readonly string[],
  limit: number = listLimits.disagreements,
): Promise<Map<string, StatementDisagreement[]>> {
  const rows = await queries.rows<DisagreementRow>(sql`
    select parent.key, found.what, found.ours, found.theirs, found."statementId"
    from unnest(${keys}::text[]) as parent(key)
    join statements item on ${within(reach)} and item.applicant_id = split_part(parent.key, '/', 1)
      and item.id = split_part(parent.key, '/', 2) and item.current
    cross join lateral (
      select figure.what, figure.ours, figure.theirs, copy.id as "statementId", copy.published_at, figure.place
      from statements copy
      cross join lateral (values
        (1, 'TRANSACTION_COUNT', item.transaction_count::numeric, copy.transaction_count::numeric),
        (2, 'TRANSACTION_SUM', item.transaction_sum, copy.transaction_sum),
        (3, 'OPENING_BALANCE', item.opening_balance, copy.opening_balance),
        (4, 'CLOSING_BALANCE', item.closing_balance, copy.closing_balance)
      ) as figure(place, what, ours, theirs)
      where copy.tenant_id = item.tenant_id and copy.applicant_id = item.applicant_id and copy.duplicate_of_id = item.id
        and copy.current and copy.document_sha256 = item.document_sha256 and copy.provider_id <> item.provider_id
        and figure.ours <> figure.theirs
      order by copy.published_at desc, copy.id, figure.place limit ${limit}
    ) as found
    order by parent.key, found.published_at desc, found."statementId", found.place`)
  return new Map(
    [...Map.groupBy(rows, row => row.key)].map(([key, own]) => [key, own.map(({ key: _, ...found }) => found)]),
  )
}
