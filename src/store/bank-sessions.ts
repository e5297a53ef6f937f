import type { BankSession, BankSessionPurpose, BankSessionStatus } from '../domain/bank-login.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries, Transaction } from './database.ts'
import { sql } from './sql.ts'

/** Where a browser goes after a session. */
export interface SessionEnds extends BankUser {
  readonly loginId: string | null
  readonly successUrl: string
  readonly errorUrl: string
  readonly exitUrl: string
}

/** A session before the vendor is asked for its page. */
export interface NewBankSession extends SessionEnds {
  readonly id: string
  readonly purpose: BankSessionPurpose
  readonly at: Date
}

/** Stores a session without a page: no browser can be in it yet. */
export async function insertBankSession(tx: Transaction, tenant: TenantId, session: NewBankSession): Promise<void> {
  const { id, applicantId, providerId, purpose, loginId, successUrl, errorUrl, exitUrl, at } = session
  await tx.rows(sql`
    insert into bank_sessions (tenant_id, id, applicant_id, provider_id, purpose, status, login_id, success_url, error_url,
      exit_url, opened_at, expires_at)
    values (${tenant}, ${id}, ${applicantId}, ${providerId}, ${purpose}, 'OPEN', ${loginId}, ${successUrl}, ${errorUrl},
      ${exitUrl}, ${at}, ${at})`)
}

/** Stores the page of a session that has none. @returns false when the session already has a page */
export async function saveSessionPage(
  tx: Transaction,
  tenant: TenantId,
  id: string,
  page: { readonly sealedUrl: string; readonly at: Date; readonly expiresAt: Date },
): Promise<boolean> {
  const saved = await tx.rows(sql`
    update bank_sessions set sealed_redirect_url = ${page.sealedUrl}, opened_at = ${page.at}, expires_at = ${page.expiresAt}
    where tenant_id = ${tenant} and id = ${id} and sealed_redirect_url is null returning 1`)
  return saved.length > 0
}

/** @returns null when the session has no page yet or does not exist */
export async function readSealedPage(queries: Queries, tenant: TenantId, id: string): Promise<string | null> {
  const [row] = await queries.rows<{ sealed: string | null }>(sql`
    select sealed_redirect_url as sealed from bank_sessions where tenant_id = ${tenant} and id = ${id}`)
  return row?.sealed ?? null
}

/** Deletes a session for which the vendor made no page. */
export async function dropUnopenedSession(queries: Queries, tenant: TenantId, id: string): Promise<void> {
  await queries.rows(sql`
    delete from bank_sessions where tenant_id = ${tenant} and id = ${id} and sealed_redirect_url is null`)
}

export type OpenBankSession = Pick<BankSession, 'id' | 'purpose' | 'loginId' | 'openedAt' | 'expiresAt'>

/** The sessions in which a browser may be, newest first. */
export function readOpenSessions(
  queries: Queries,
  tenant: TenantId,
  { applicantId, providerId }: BankUser,
): Promise<OpenBankSession[]> {
  return queries.rows(sql`
    select id, purpose, login_id as "loginId", opened_at as "openedAt", expires_at as "expiresAt" from bank_sessions
    where tenant_id = ${tenant} and applicant_id = ${applicantId} and provider_id = ${providerId} and status = 'OPEN'
      and sealed_redirect_url is not null
    order by opened_at desc, id desc`)
}

/** Ends open sessions. A browser that is still in one may come back until the session expires. */
export async function endSessions(
  queries: Queries,
  tenant: TenantId,
  ids: readonly string[],
  status: BankSessionStatus,
): Promise<void> {
  if (ids.length === 0) return
  await queries.rows(sql`
    update bank_sessions set status = ${status} where tenant_id = ${tenant} and id = any(${ids}) and status = 'OPEN'`)
}

/**
 * Deletes sessions that were opened before a moment; logins and events tell what came of them. Open sessions stay: the
 * handler of their bank user ends them.
 */
export async function purgeBankSessions(queries: Queries, before: Date): Promise<void> {
  await queries.acrossTenants(sql`
    delete from bank_sessions where opened_at < ${before} and (status <> 'OPEN' or sealed_redirect_url is null)`)
}

export async function findSessionEnds(queries: Queries, tenant: TenantId, id: string): Promise<SessionEnds | null> {
  const [row] = await queries.rows<SessionEnds>(sql`
    select applicant_id as "applicantId", provider_id as "providerId", login_id as "loginId", success_url as "successUrl",
      error_url as "errorUrl", exit_url as "exitUrl"
    from bank_sessions where tenant_id = ${tenant} and id = ${id}`)
  return row ?? null
}

/**
 * Records that the browser has come back, which it may do once, before the session expires. The status of a session
 * that has already ended does not change.
 * @returns whether the session was open until now; null when the browser comes too late or a second time
 */
export async function noteReturn(
  tx: Transaction,
  tenant: TenantId,
  id: string,
  { status, at }: { readonly status: BankSessionStatus; readonly at: Date },
): Promise<{ readonly wasOpen: boolean } | null> {
  const [row] = await tx.rows<{ wasOpen: boolean }>(sql`
    with before as (
      select id, status from bank_sessions where tenant_id = ${tenant} and id = ${id} for update
    )
    update bank_sessions s set returned_at = ${at}, status = case when before.status = 'OPEN' then ${status} else s.status end
    from before where s.tenant_id = ${tenant} and s.id = before.id and s.returned_at is null and s.expires_at > ${at}
      and before.status <> 'EXPIRED'
    returning before.status = 'OPEN' as "wasOpen"`)
  return row ?? null
}
