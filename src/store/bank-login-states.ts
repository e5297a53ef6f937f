import type { Bank } from '../domain/bank.ts'
import type { SynchronizationState } from '../domain/bank-login.ts'
import type { Reach } from '../domain/reach.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

/** What decides when a bank login is looked at again. */
export interface LoginState {
  readonly id: string
  /** The provider's id. */
  readonly reference: string
  /** Null until the provider has been asked. */
  readonly state: SynchronizationState | null
  /** The provider's own word. */
  readonly providerState: string | null
  readonly lastSynchronizedAt: Date | null
  /** Whether the provider synchronizes it by itself; null when it does not say. */
  readonly automatic: boolean | null
  readonly removedAt: Date | null
}

/** A login as it is stored, with its bank. */
export interface LoginRow extends LoginState {
  readonly bank: Bank
}

/** The logins of a bank user, including removed ones, in the order in which they were connected. */
export function readLoginStates(
  queries: Queries,
  reach: Reach,
  { applicantId, providerId }: BankUser,
): Promise<LoginRow[]> {
  return queries.rows(sql`
    select id, provider_reference as reference, bank, state, provider_state as "providerState",
      last_synchronized_at as "lastSynchronizedAt", automatic, removed_at as "removedAt"
    from bank_logins as item where ${within(reach)} and applicant_id = ${applicantId} and provider_id = ${providerId}
    order by created_at, id`)
}

/** Marks a login as waiting for its customer. `provider_state` follows with the provider's next status. */
export async function noteActionRequired(queries: Queries, tenant: TenantId, loginId: string): Promise<void> {
  await queries.rows(sql`
    update bank_logins set state = 'ACTION_REQUIRED' where tenant_id = ${tenant} and id = ${loginId} and removed_at is null`)
}
