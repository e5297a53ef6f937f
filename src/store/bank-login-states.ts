import type { SynchronizationState } from '../domain/bank-login.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** What decides when a login is looked at again. */
export interface LoginState {
  readonly id: string
  /** The provider's id. */
  readonly reference: string
  /** Null until the provider was asked. */
  readonly state: SynchronizationState | null
  /** The provider's own word. */
  readonly providerState: string | null
  readonly lastSynchronizedAt: Date | null
  /** Whether the provider fetches news by itself; null when it does not say. */
  readonly automatic: boolean | null
  readonly removedAt: Date | null
}

/** The logins of a bank user, removed ones too, in the order in which they were connected. */
export function readLoginStates(
  queries: Queries,
  tenant: TenantId,
  { applicantId, providerId }: BankUser,
): Promise<LoginState[]> {
  return queries.rows(sql`
    select id, provider_reference as reference, state, provider_state as "providerState", last_synchronized_at as "lastSynchronizedAt", automatic,
      removed_at as "removedAt"
    from bank_logins where tenant_id = ${tenant} and applicant_id = ${applicantId} and provider_id = ${providerId}
    order by created_at, id`)
}

/** Notes that a login waits for its customer. The provider's own word follows with its next status. */
export async function noteActionRequired(queries: Queries, tenant: TenantId, loginId: string): Promise<void> {
  await queries.rows(sql`
    update bank_logins set state = 'ACTION_REQUIRED' where tenant_id = ${tenant} and id = ${loginId} and removed_at is null`)
}
