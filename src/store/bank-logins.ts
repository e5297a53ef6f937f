import type { Bank } from '../domain/bank.ts'
import type { BankLogin, BankSession, SynchronizationState } from '../domain/bank-login.ts'
import { bankListBounds } from '../domain/list-bounds.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

interface LoginRow {
  readonly id: string
  readonly applicantId: string
  readonly providerId: string
  readonly providerReference: string
  readonly bank: Bank
  readonly state: SynchronizationState | null
  readonly providerState: string | null
  readonly lastSynchronizedAt: Date | null
  readonly automatic: boolean | null
  readonly retrievedAt: Date
  readonly stale: boolean
  readonly createdAt: Date
  readonly removedAt: Date | null
}

const columns = sql`item.id, item.applicant_id as "applicantId", item.provider_id as "providerId",
  item.provider_reference as "providerReference", item.bank, item.state, item.provider_state as "providerState",
  item.last_synchronized_at as "lastSynchronizedAt", item.automatic, item.retrieved_at as "retrievedAt",
  used.error is not null as stale, item.created_at as "createdAt", item.removed_at as "removedAt"`

const ofUser = sql`used.applicant_id = item.applicant_id and used.provider_id = item.provider_id`

/** Bank logins by id, removed ones too. */
export async function readBankLogins(queries: Queries, tenant: TenantId, ids: readonly string[]): Promise<BankLogin[]> {
  const rows = await queries.rows<LoginRow>(sql`
    select ${columns} from bank_logins as item join bank_users as used on used.tenant_id = ${tenant} and ${ofUser}
    where item.tenant_id = ${tenant} and item.id = any(${ids})`)
  return rows.map(toLogin)
}

/** The bank logins of each applicant that are connected, in the order in which they were, by applicant. */
export async function readBankLoginsOfApplicants(
  queries: Queries,
  tenant: TenantId,
  applicantIds: readonly string[],
): Promise<Map<string, BankLogin[]>> {
  const rows = await queries.rows<LoginRow>(sql`
    select found.* from unnest(${applicantIds}::text[]) as parent(key)
    cross join lateral (
      select ${columns} from bank_logins as item join bank_users as used on used.tenant_id = ${tenant} and ${ofUser}
      where item.tenant_id = ${tenant} and item.applicant_id = parent.key and item.removed_at is null
      order by item.created_at, item.id limit ${bankListBounds['Applicant.bankLogins']}
    ) as found
    order by found."applicantId", found."createdAt", found.id`)
  return Map.groupBy(rows.map(toLogin), login => login.applicantId)
}

function toLogin({ state, providerState, lastSynchronizedAt, automatic, ...login }: LoginRow): BankLogin {
  const synchronization = state === null ? null : { state, providerState, lastSynchronizedAt, automatic }
  return { ...login, synchronization }
}

/** Visits of customers' browsers to providers' pages, by id. */
export function readBankSessions(queries: Queries, tenant: TenantId, ids: readonly string[]): Promise<BankSession[]> {
  return queries.rows(sql`
    select id, applicant_id as "applicantId", provider_id as "providerId", purpose, status, login_id as "loginId",
      sealed_redirect_url as "sealedRedirectUrl", opened_at as "openedAt", expires_at as "expiresAt",
      returned_at as "returnedAt"
    from bank_sessions where tenant_id = ${tenant} and id = any(${ids})`)
}
