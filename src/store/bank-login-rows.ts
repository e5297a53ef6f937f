import { wholeTenant } from '../domain/reach.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import { type LoginRow, readLoginStates } from './bank-login-states.ts'
import type { BankReading, ReadAccount } from './bank-reading.ts'
import type { Transaction } from './database.ts'
import { sql } from './sql.ts'

// The rows of bank logins and accounts, as a reading loads and saves them.

export interface AccountRow extends Omit<ReadAccount, 'key' | 'loginKey'> {
  readonly id: string
  readonly loginId: string
  readonly ordinal: number
  readonly removedAt: Date | null
}

/** The stored logins and accounts of a bank user, including removed ones; null when the user was deleted. */
export async function readKnown(tx: Transaction, tenant: TenantId, user: BankUser) {
  const { applicantId, providerId } = user
  const ofUser = sql`applicant_id = ${applicantId} and provider_id = ${providerId}`
  const users = await tx.rows(sql`
    select 1 as found from bank_users where tenant_id = ${tenant} and ${ofUser} for update`)
  if (users.length === 0) return null
  const logins = await readLoginStates(tx, wholeTenant(tenant), user)
  const accounts = await tx.rows<AccountRow>(sql`
    select id, login_id as "loginId", ordinal, provider_reference as reference, iban, masked_iban as "maskedIban", number,
      masked_number as "maskedNumber", name, owner, type, provider_type as "providerType", currency, balance,
      credit_line as "creditLine", monthly_spending_limit as "monthlySpendingLimit", standing_orders as "standingOrders",
      securities, removed_at as "removedAt"
    from bank_accounts where tenant_id = ${tenant} and ${ofUser} order by id`)
  return { logins, accounts }
}

interface Written {
  readonly reading: BankUser
  readonly at: Date
}

export async function saveLogins(
  tx: Transaction,
  tenant: TenantId,
  { reading: { applicantId, providerId }, at }: Written,
  rows: readonly LoginRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.rows(sql`
    insert into bank_logins (tenant_id, applicant_id, provider_id, retrieved_at, created_at, id, provider_reference, bank,
      state, provider_state, last_synchronized_at, automatic)
    select ${tenant}, ${applicantId}, ${providerId}, ${at}, ${at}, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, reference text, bank jsonb, state text,
      "providerState" text, "lastSynchronizedAt" timestamptz, automatic boolean)
    on conflict (tenant_id, id) do update set provider_reference = excluded.provider_reference, bank = excluded.bank,
      state = excluded.state, provider_state = excluded.provider_state, removed_at = null,
      last_synchronized_at = excluded.last_synchronized_at, automatic = excluded.automatic`)
}

export async function saveAccounts(
  tx: Transaction,
  tenant: TenantId,
  { reading: { applicantId, providerId }, at }: Written,
  rows: readonly AccountRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.rows(sql`
    insert into bank_accounts (tenant_id, applicant_id, provider_id, retrieved_at, id, login_id, ordinal, provider_reference,
      iban, masked_iban, number, masked_number, name, owner, type, provider_type, currency, balance, credit_line,
      monthly_spending_limit, standing_orders, securities)
    select ${tenant}, ${applicantId}, ${providerId}, ${at}, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, "loginId" text, ordinal integer,
      reference text, iban text, "maskedIban" text, number text, "maskedNumber" text, name text, owner text, type text,
      "providerType" text, currency text, balance numeric, "creditLine" numeric, "monthlySpendingLimit" numeric,
      "standingOrders" jsonb, securities jsonb)
    on conflict (tenant_id, id) do update set login_id = excluded.login_id, ordinal = excluded.ordinal,
      provider_reference = excluded.provider_reference, iban = excluded.iban, masked_iban = excluded.masked_iban,
      number = excluded.number, masked_number = excluded.masked_number, name = excluded.name, owner = excluded.owner,
      type = excluded.type, provider_type = excluded.provider_type, currency = excluded.currency, balance = excluded.balance,
      credit_line = excluded.credit_line, monthly_spending_limit = excluded.monthly_spending_limit,
      standing_orders = excluded.standing_orders, securities = excluded.securities, removed_at = null`)
}

export async function removeAccounts(
  tx: Transaction,
  tenant: TenantId,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return
  await tx.rows(sql`
    update bank_accounts set removed_at = ${at} where tenant_id = ${tenant} and id = any(${ids}) and removed_at is null`)
}

/** Marks logins as removed. @returns the ids of those that were not removed before */
export async function removeLogins(
  tx: Transaction,
  tenant: TenantId,
  ids: readonly string[],
  at: Date,
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.rows<{ id: string }>(sql`
    update bank_logins set removed_at = ${at} where tenant_id = ${tenant} and id = any(${ids}) and removed_at is null
    returning id`)
  return rows.map(row => row.id)
}

export async function noteRetrieved(
  tx: Transaction,
  tenant: TenantId,
  { applicantId, providerId, collectionId }: BankReading,
  { loginIds, accountIds, at }: { loginIds: readonly string[]; accountIds: readonly string[]; at: Date },
): Promise<void> {
  await tx.rows(sql`
    with logins as (
      update bank_logins set retrieved_at = ${at} where tenant_id = ${tenant} and id = any(${loginIds})
    ),
    accounts as (
      update bank_accounts set retrieved_at = ${at} where tenant_id = ${tenant} and id = any(${accountIds})
    ),
    -- The sweep deletes what was staged.
    collection as (
      update collections set published_at = ${at} where tenant_id = ${tenant} and id = ${collectionId}
    )
    update bank_users set retrieved_at = ${at}, error = null
    where tenant_id = ${tenant} and applicant_id = ${applicantId} and provider_id = ${providerId}`)
}
