import type { EventSource } from '../domain/activity-event.ts'
import type { Subject, VendorAccountId } from '../domain/subject.ts'
import { parseTenantId, type TenantId } from '../domain/tenant.ts'
import type { Queries, Transaction } from './database.ts'
import { type Fragment, joined, sql } from './sql.ts'

// Claims begin and end by the database's clock, so servers whose clocks differ agree on who holds them. A transaction
// that changes other rows too changes work last: the order is the same everywhere, so there are no deadlocks.

/** Thrown when a claim is over: it went to another worker, or its subject ended. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost'
}

/** Whether a subject waits for a turn at a vendor account or has one. */
export type Turn = 'WAITING' | 'TAKEN'

export interface NewWork extends Subject, VendorAccountId {}

/** A subject that is being looked at. */
export interface ClaimedWork extends NewWork {
  readonly tenant: TenantId
  readonly owner: string
  readonly via: EventSource
  /** When the look before this one began; null for the first look. */
  readonly lookedAt: Date | null
  /** Consecutive looks that found nothing new. */
  readonly idleLooks: number
  /** Consecutive looks that failed. */
  readonly failures: number
  readonly checkpoint: string | null
  readonly correlationId: string
}

/** The channel of notifications that work is due or, with the payload `ended <kind> <id>`, that claimed work was deleted. */
export const workChannel = 'assay_work'

/** A hint within this time after the beginning of a look takes effect at the end of the time. */
export const hintWindowSeconds = 2

/** Inserts the work of a subject, or hints if there is one already. */
export async function beginOrHintWork(
  tx: Transaction,
  { tenant, correlationId }: { readonly tenant: TenantId; readonly correlationId: string },
  { kind, id, providerId, accountKey }: NewWork,
  { at, via }: { readonly at: Date; readonly via: EventSource },
): Promise<void> {
  await tx.rows(sql`
    insert into work as w (tenant_id, kind, id, provider_id, account_key, due_at, via, correlation_id)
    values (${tenant}, ${kind}, ${id}, ${providerId}, ${accountKey}, ${at}, ${via}, ${correlationId})
    on conflict (tenant_id, kind, id) do update set ${hinted(at, via)}`)
}

/** What the transaction that changes a subject writes into its work. Absent members stay as they are. */
export interface WorkChange {
  readonly dueAt: Date
  readonly via: EventSource
  /** Sealed. */
  readonly checkpoint?: string | null | undefined
  readonly turn?: { readonly turn: Turn | null; readonly since: Date } | undefined
  /** Whether later hints take effect at once, as if there had been no look. */
  readonly unasked?: boolean | undefined
  /** The claim that must still be held; it is renewed. */
  readonly claim?: { readonly owner: string; readonly seconds: number } | undefined
}

/**
 * Without a claim the change is a hint too, because the holder of the claim writes its own next time when it releases it.
 *
 * @returns the vendor account of the work
 * @throws ClaimLost when the owner no longer holds the claim, or the subject has ended
 */
export async function changeWork(
  tx: Transaction,
  tenant: TenantId,
  { kind, id }: Subject,
  { dueAt, via, checkpoint, turn, unasked, claim }: WorkChange,
): Promise<VendorAccountId> {
  const columns = [
    sql`due_at = ${dueAt}, via = ${via}, idle_looks = 0, failures = 0`,
    checkpoint === undefined ? null : sql`checkpoint = ${checkpoint}`,
    turn === undefined ? null : sql`turn = ${turn.turn}, turn_since = ${turn.since}`,
    unasked ? sql`looked_at = null` : null,
    claim === undefined
      ? sql`hinted_at = least(hinted_at, ${dueAt}::timestamptz), hinted_via = ${via}`
      : sql`claimed_until = clock_timestamp() + make_interval(secs => ${claim.seconds})`,
  ].filter(column => column !== null)
  const [changed] = await tx.rows<VendorAccountId>(sql`
    update work set ${joined(columns, ', ')}
    where tenant_id = ${tenant} and kind = ${kind} and id = ${id}
      ${claim === undefined ? sql`` : sql`and claim_owner = ${claim.owner}`}
    returning provider_id as "providerId", account_key as "accountKey"`)
  if (!changed) throw new ClaimLost()
  return changed
}

/** Work that was deleted. */
export interface EndedWork extends VendorAccountId {
  readonly wasClaimed: boolean
  readonly hadTurn: boolean
}

/** Deletes the work of a subject that has ended, with its checkpoint. @returns null when there was none */
export async function deleteWork(tx: Transaction, tenant: TenantId, { kind, id }: Subject): Promise<EndedWork | null> {
  const [row] = await tx.rows<EndedWork>(sql`
    delete from work where tenant_id = ${tenant} and kind = ${kind} and id = ${id}
    returning claim_owner is not null as "wasClaimed", turn is not null as "hadTurn", provider_id as "providerId",
      account_key as "accountKey"`)
  return row ?? null
}

/**
 * Gives claimed work to another provider, due at once. The claim ends and the checkpoint is deleted.
 *
 * @returns the vendor account that it was at before, and whether it had or waited for a turn there
 * @throws ClaimLost when the owner no longer holds the claim, or the subject has ended
 */
export async function handOverWork(
  tx: Transaction,
  tenant: TenantId,
  { kind, id, providerId, accountKey }: NewWork,
  { owner, at, via }: { readonly owner: string; readonly at: Date; readonly via: EventSource },
): Promise<Omit<EndedWork, 'wasClaimed'>> {
  const [before] = await tx.rows<Omit<EndedWork, 'wasClaimed'>>(sql`
    with before as (
      select tenant_id, kind, id, turn, provider_id, account_key from work
      where tenant_id = ${tenant} and kind = ${kind} and id = ${id} and claim_owner = ${owner} for update
    )
    update work w set provider_id = ${providerId}, account_key = ${accountKey}, checkpoint = null, due_at = ${at}, via = ${via},
      hinted_at = null, hinted_via = null, looked_at = null, idle_looks = 0, failures = 0, turn = null, turn_since = null,
      claim_owner = null, claimed_until = null
    from before where w.tenant_id = before.tenant_id and w.kind = before.kind and w.id = before.id
    returning before.turn is not null as "hadTurn", before.provider_id as "providerId", before.account_key as "accountKey"`)
  if (!before) throw new ClaimLost()
  return before
}

/**
 * The assignments that store a hint in a row of `work as w`: the next look comes at `at`, or at the end of
 * `hintWindowSeconds` after the last look. While the work is claimed, the hint waits for the end of the claim.
 */
export function hinted(at: Date, via: EventSource): Fragment {
  return sql`hinted_at = least(w.hinted_at, ${at}::timestamptz), hinted_via = ${via}, due_at = case
    when w.claimed_until >= clock_timestamp() then w.due_at
    else least(w.due_at, greatest(${at}, w.looked_at + make_interval(secs => ${hintWindowSeconds}))) end`
}

/** Hints that something may have changed. Does nothing when the subject has ended. */
export async function hintWork(
  tx: Transaction,
  tenant: TenantId,
  { kind, id }: Subject,
  { at, via }: { readonly at: Date; readonly via: EventSource },
): Promise<void> {
  await tx.rows(sql`
    update work w set ${hinted(at, via)} where w.tenant_id = ${tenant} and w.kind = ${kind} and w.id = ${id}`)
}

/** Wakes the workers of every process after the commit. This only saves time: workers also poll. */
export async function announceWork(tx: Transaction, payload = ''): Promise<void> {
  await tx.acrossTenants(sql`select pg_notify(${workChannel}, ${payload})`)
}

/** How many claims a process may hold. */
export interface ClaimLimits {
  readonly perProvider: number
  readonly perAccount: number
  readonly perTenant: number
}

export interface HeldClaim extends VendorAccountId {
  readonly tenant: TenantId
}

/**
 * Claims what is due, longest due first, but no more of a provider, of a vendor account and of a tenant at a provider
 * than the limits allow; the tenants of a provider in turn. A provider that has no room costs nothing, however much of it
 * is due.
 */
export async function claimWork(
  queries: Queries,
  { now, seconds, held }: { readonly now: Date; readonly seconds: number; readonly held: readonly HeldClaim[] },
  { perProvider, perAccount, perTenant }: ClaimLimits,
): Promise<ClaimedWork[]> {
  const rows = await queries.acrossTenants<Omit<ClaimedWork, 'tenant'> & { readonly tenant: string }>(sql`
    with recursive provider as (
      select min(provider_id) as id from work
      union all
      select (select min(w.provider_id) from work w where w.provider_id > provider.id) from provider
      where provider.id is not null
    ),
    held as (
      select * from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as h(tenant text, "providerId" text, "accountKey" text)
    ),
    due as (
      select w.tenant_id, w.kind, w.id, w.provider_id, w.account_key, w.due_at,
        (select count(*) from held where "providerId" = w.provider_id and tenant = w.tenant_id)
          + row_number() over (partition by w.provider_id, w.tenant_id order by w.due_at, w.id) as of_tenant
      from provider join work w on w.provider_id = provider.id and w.due_at <= ${now}
      where (w.claimed_until is null or w.claimed_until < clock_timestamp())
        and (select count(*) from held where "providerId" = provider.id) < ${perProvider}
    ),
    of_accounts as (
      select due.*, (select count(*) from held where "providerId" = provider_id and "accountKey" = account_key)
          + row_number() over (partition by provider_id, account_key order by of_tenant, due_at, id) as of_account
      from due where of_tenant <= ${perTenant}
    ),
    of_providers as (
      select of_accounts.*, (select count(*) from held where "providerId" = provider_id)
          + row_number() over (partition by provider_id order by of_tenant, due_at, id) as of_provider
      from of_accounts where of_account <= ${perAccount}
    ),
    free as (
      select w.tenant_id, w.kind, w.id, coalesce(w.hinted_via, w.via) as via, w.looked_at
      from of_providers chosen
      join work w on w.tenant_id = chosen.tenant_id and w.kind = chosen.kind and w.id = chosen.id
      where chosen.of_provider <= ${perProvider} and w.due_at <= ${now}
        and (w.claimed_until is null or w.claimed_until < clock_timestamp())
      for update of w skip locked
    )
    update work w set claim_owner = gen_random_uuid(), looked_at = ${now}, hinted_at = null, hinted_via = null,
      claimed_until = clock_timestamp() + make_interval(secs => ${seconds})
    from free where w.tenant_id = free.tenant_id and w.kind = free.kind and w.id = free.id
    returning w.tenant_id as tenant, w.kind, w.id, w.provider_id as "providerId", w.account_key as "accountKey",
      w.claim_owner as owner, free.via, free.looked_at as "lookedAt", w.idle_looks as "idleLooks", w.failures, w.checkpoint,
      w.correlation_id as "correlationId"`)
  return rows.map(row => ({ ...row, tenant: parseTenantId(row.tenant) }))
}

/** Owners of claims that were renewed and of claims that were lost. A claim in neither set is locked by a transaction. */
export interface RenewedClaims {
  readonly kept: ReadonlySet<string>
  readonly lost: ReadonlySet<string>
}

/**
 * Renews claims that are still held. A row that another transaction has locked is skipped, so that it does not delay
 * the others; its claim is neither kept nor lost.
 */
export async function renewClaims(
  queries: Queries,
  claims: readonly Pick<ClaimedWork, 'tenant' | 'kind' | 'id' | 'owner'>[],
  seconds: number,
): Promise<RenewedClaims> {
  const rows = await queries.acrossTenants<{ owner: string; isHeld: boolean; isRenewed: boolean }>(sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as c(tenant text, kind text, id text, owner text)
    ),
    free as (
      select w.tenant_id, w.kind, w.id from wanted
      join work w on w.tenant_id = wanted.tenant and w.kind = wanted.kind and w.id = wanted.id and w.claim_owner = wanted.owner
      for update of w skip locked
    ),
    renewed as (
      update work w set claimed_until = clock_timestamp() + make_interval(secs => ${seconds})
      from free where w.tenant_id = free.tenant_id and w.kind = free.kind and w.id = free.id
      returning w.claim_owner as owner
    )
    select wanted.owner, renewed.owner is not null as "isRenewed", w.id is not null as "isHeld" from wanted
    left join renewed on renewed.owner = wanted.owner
    left join work w on w.tenant_id = wanted.tenant and w.kind = wanted.kind and w.id = wanted.id and w.claim_owner = wanted.owner`)
  const ownersOf = (chosen: typeof rows) => new Set(chosen.map(row => row.owner))
  return { kept: ownersOf(rows.filter(row => row.isRenewed)), lost: ownersOf(rows.filter(row => !row.isHeld)) }
}

/** Whether the owner still holds the claim. */
export async function holdsClaim(
  queries: Queries,
  { tenant, kind, id, owner }: Pick<ClaimedWork, 'tenant' | 'kind' | 'id' | 'owner'>,
): Promise<boolean> {
  const held = await queries.rows(sql`
    select 1 from work where tenant_id = ${tenant} and kind = ${kind} and id = ${id} and claim_owner = ${owner}`)
  return held.length > 0
}

/** When the next look comes after a look that changed nothing. */
export interface NextLook {
  readonly at: Date
  readonly idleLooks: number
  readonly failures: number
}

/**
 * Releases a claim. A hint that came meanwhile leads to one more look.
 *
 * @param next null when the look has already written its next time
 * @returns when the next look comes; null when the owner no longer holds the claim
 */
export async function releaseClaim(
  queries: Queries,
  { tenant, kind, id, owner }: Pick<ClaimedWork, 'tenant' | 'kind' | 'id' | 'owner'>,
  next: NextLook | null,
  now: Date,
): Promise<Date | null> {
  const planned = next === null ? sql`due_at` : sql`${next.at}::timestamptz`
  const counted =
    next === null ? sql`` : sql`, via = 'POLL', idle_looks = ${next.idleLooks}, failures = ${next.failures}`
  const [released] = await queries.rows<{ dueAt: Date }>(sql`
    update work set claim_owner = null, claimed_until = null, hinted_at = null, due_at = case when hinted_at is null then ${planned}
      else least(${planned}, greatest(${now}, hinted_at, looked_at + make_interval(secs => ${hintWindowSeconds}))) end ${counted}
    where tenant_id = ${tenant} and kind = ${kind} and id = ${id} and claim_owner = ${owner}
    returning due_at as "dueAt"`)
  return released?.dueAt ?? null
}

/** Work from an earlier version: its account is not known, or its checkpoint is not sealed. */
export interface CarriedWork extends Subject, Pick<VendorAccountId, 'providerId'> {
  readonly tenant: TenantId
  readonly checkpoint: string | null
}

export async function findCarriedWork(queries: Queries, limit: number): Promise<CarriedWork[]> {
  const rows = await queries.acrossTenants<Omit<CarriedWork, 'tenant'> & { tenant: string }>(sql`
    select tenant_id as tenant, kind, id, provider_id as "providerId", checkpoint from work
    where account_key = '' or checkpoint not like 'sealed:%' limit ${limit}`)
  return rows.map(row => ({ ...row, tenant: parseTenantId(row.tenant) }))
}

/** Completes carried work, unless its checkpoint has changed since it was read. */
export async function adoptWork(
  queries: Queries,
  { tenant, kind, id, checkpoint: before }: CarriedWork,
  { accountKey, checkpoint }: { readonly accountKey: string; readonly checkpoint: string | null },
): Promise<void> {
  await queries.rows(sql`
    update work set account_key = ${accountKey}, checkpoint = ${checkpoint}
    where tenant_id = ${tenant} and kind = ${kind} and id = ${id} and checkpoint is not distinct from ${before}`)
}
