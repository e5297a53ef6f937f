import type { BankLogin, BankSession, Synchronization } from '../domain/bank-login.ts'
import { bankListBounds } from '../domain/list-bounds.ts'
import type { Reach } from '../domain/reach.ts'
import { AppError } from '../errors.ts'
import type { ReachQueries } from './database.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

interface LoginRow extends Omit<BankLogin, 'synchronization'>, Omit<Synchronization, 'state'> {
  readonly state: Synchronization['state'] | null
}

const columns = sql`item.id, item.applicant_id as "applicantId", item.provider_id as "providerId",
  item.provider_reference as "providerReference", item.bank, item.state, item.provider_state as "providerState",
  item.last_synchronized_at as "lastSynchronizedAt", item.automatic, item.retrieved_at as "retrievedAt",
  used.error is not null as stale, item.created_at as "createdAt", item.removed_at as "removedAt"`

const ofUser = sql`used.tenant_id = item.tenant_id and used.applicant_id = item.applicant_id and used.provider_id = item.provider_id`

/** Bank logins by id, including removed ones. */
export async function readBankLogins(
  queries: ReachQueries,
  reach: Reach,
  ids: readonly string[],
): Promise<BankLogin[]> {
  const rows = await queries.rows<LoginRow>(sql`
    select ${columns} from bank_logins as item join bank_users as used on ${ofUser}
    where ${within(reach)} and item.id = any(${ids})`)
  return rows.map(toLogin)
}

/** @throws AppError NOT_FOUND when there is no such bank login */
export async function requireBankLogin(queries: ReachQueries, reach: Reach, id: string): Promise<BankLogin> {
  const [login] = await readBankLogins(queries, reach, [id])
  if (login) return login
  throw new AppError('NOT_FOUND', 'There is no such bank login.', { field: ['bankLoginId'] })
}

/** The connected bank logins of each applicant, in the order in which they were connected, by applicant. */
export async function readBankLoginsOfApplicants(
  queries: ReachQueries,
  reach: Reach,
  applicantIds: readonly string[],
): Promise<Map<string, BankLogin[]>> {
  const rows = await queries.rows<LoginRow>(sql`
    select found.* from unnest(${applicantIds}::text[]) as parent(key)
    cross join lateral (
      select ${columns} from bank_logins as item join bank_users as used on ${ofUser}
      where ${within(reach)} and item.applicant_id = parent.key and item.removed_at is null
      order by item.created_at, item.id limit ${bankListBounds['Applicant.bankLogins']}
    ) as found
    order by found."applicantId", found."createdAt", found.id`)
  return Map.groupBy(rows.map(toLogin), login => login.applicantId)
}

function toLogin({ state, providerState, lastSynchronizedAt, automatic, ...login }: LoginRow): BankLogin {
  const synchronization = state === null ? null : { state, providerState, lastSynchronizedAt, automatic }
  return { ...login, synchronization }
}

/** Bank sessions by id. */
export function readBankSessions(queries: ReachQueries, reach: Reach, ids: readonly string[]): Promise<BankSession[]> {
  return queries.rows(sql`
    select item.id, item.applicant_id as "applicantId", item.provider_id as "providerId", item.purpose, item.status,
      item.login_id as "loginId", item.sealed_redirect_url as "sealedRedirectUrl", item.opened_at as "openedAt",
      item.expires_at as "expiresAt", item.returned_at as "returnedAt"
    from bank_sessions as item where ${within(reach)} and item.id = any(${ids})`)
}
