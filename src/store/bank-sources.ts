import type { AnalysisError } from '../domain/analysis.ts'
import type { Reach } from '../domain/reach.ts'
import type { ReachQueries } from './database.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

/** EMPTY: no bank login is connected, and none is being connected. */
export type BankSourceState = 'EMPTY' | 'RUNNING' | 'AVAILABLE' | 'ACTION_REQUIRED' | 'FAILED'

/** The state of an applicant's bank data at a provider. */
export interface BankSource {
  readonly providerId: string
  readonly state: BankSourceState
  /** Why the last reading failed; null when it succeeded. */
  readonly error: AnalysisError | null
  /** When the bank data was last read; null when it never was. */
  readonly retrievedAt: Date | null
}

/** The bank sources of each applicant, by applicant: one for each provider at which the applicant has a bank user. */
export async function readBankSources(
  queries: ReachQueries,
  reach: Reach,
  applicantIds: readonly string[],
): Promise<Map<string, BankSource[]>> {
  const rows = await queries.rows<BankSource & { applicantId: string }>(sql`
    select item.applicant_id as "applicantId", item.provider_id as "providerId", item.error, item.retrieved_at as "retrievedAt",
      case when item.error is not null then 'FAILED'
        when login.action_required then 'ACTION_REQUIRED'
        when login.synchronizing or session.open then 'RUNNING'
        when login.failed then 'FAILED'
        when login.connected then 'AVAILABLE'
        else 'EMPTY' end as state
    from bank_users as item
    cross join lateral (
      select count(*) > 0 as connected, coalesce(bool_or(state = 'ACTION_REQUIRED'), false) as action_required,
        coalesce(bool_or(state = 'SYNCHRONIZING'), false) as synchronizing, coalesce(bool_or(state = 'ERROR'), false) as failed
      from bank_logins as login
      where login.tenant_id = item.tenant_id and login.applicant_id = item.applicant_id and login.provider_id = item.provider_id
        and login.removed_at is null
    ) as login
    cross join lateral (
      select exists (
        select from bank_sessions as session
        where session.tenant_id = item.tenant_id and session.applicant_id = item.applicant_id
          and session.provider_id = item.provider_id and session.status = 'OPEN'
      ) as open
    ) as session
    where ${within(reach)} and item.applicant_id = any(${applicantIds})
    order by item.applicant_id, item.provider_id`)
  return Map.groupBy(rows, row => row.applicantId)
}
