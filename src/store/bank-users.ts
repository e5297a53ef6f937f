import type { AnalysisError } from '../domain/analysis.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries, Transaction } from './database.ts'
import { joined, sql } from './sql.ts'

// Of an applicant, whoever changes several rows takes them in this order: the applicant, its bank user, the sessions, logins and
// accounts of that, and then work.

/** An applicant at a provider of bank data, as far as we know. */
export interface BankUserState extends BankUser {
  /** The vendor account at which the user was made. */
  readonly accountKey: string
  /** The vendor's id; null until the user is made. */
  readonly reference: string | null
  /** What the vendor was last told that the user may do, in its words. */
  readonly scopes: readonly string[]
  /** When the vendor was asked to make the user. */
  readonly announcedAt: Date | null
  /** When the last complete reading began. */
  readonly retrievedAt: Date | null
  /** When the vendor was last asked about it, and answered or failed to. */
  readonly askedAt: Date | null
  /** A reading that begins then or later is wanted; it may lie in the future. */
  readonly wantedAt: Date | null
  /** When the last readings began that nobody had asked for, the newest last. */
  readonly unaskedAt: readonly Date[]
  /** Why the last attempt to read failed; null when it did not. */
  readonly error: AnalysisError | null
}

/** A moment that nobody has to wait for: what is stored was read then or later. */
export function readSoFar({ retrievedAt }: Pick<BankUserState, 'retrievedAt'>): Date {
  return retrievedAt ?? new Date(0)
}

const columns = sql`applicant_id as "applicantId", provider_id as "providerId", account_key as "accountKey", reference, scopes,
  announced_at as "announcedAt", retrieved_at as "retrievedAt", asked_at as "askedAt", wanted_at as "wantedAt",
  unasked_at as "unaskedAt", error`

const isUser = ({ applicantId, providerId }: BankUser) =>
  sql`applicant_id = ${applicantId} and provider_id = ${providerId}`

export async function findBankUser(queries: Queries, tenant: TenantId, user: BankUser): Promise<BankUserState | null> {
  const [row] = await queries.rows<BankUserState>(
    sql`select ${columns} from bank_users where tenant_id = ${tenant} and ${isUser(user)}`,
  )
  return row ?? null
}

/** The users that the vendors have of these applicants. */
export function findBankUsers(
  queries: Queries,
  tenant: TenantId,
  applicantIds: readonly string[],
): Promise<BankUserState[]> {
  return queries.rows(sql`
    select ${columns} from bank_users
    where tenant_id = ${tenant} and applicant_id = any(${applicantIds}) and reference is not null
    order by applicant_id, provider_id`)
}

/** Keeps others from changing a user, and from adding wishes, until the transaction ends. @returns null for one that is gone */
export async function lockBankUser(tx: Transaction, tenant: TenantId, user: BankUser): Promise<BankUserState | null> {
  const [row] = await tx.rows<BankUserState>(sql`
    select ${columns} from bank_users where tenant_id = ${tenant} and ${isUser(user)} for no key update`)
  return row ?? null
}

/** Makes the row of a user, if there is none. The applicant is held. */
export async function insertBankUser(
  tx: Transaction,
  tenant: TenantId,
  { applicantId, providerId, accountKey, at }: BankUser & { readonly accountKey: string; readonly at: Date },
): Promise<void> {
  await tx.rows(sql`
    insert into bank_users (tenant_id, applicant_id, provider_id, account_key, created_at)
    values (${tenant}, ${applicantId}, ${providerId}, ${accountKey}, ${at}) on conflict do nothing`)
}

/** Notes that the vendor is being asked to make a user. With `at` null: that it was surely not made. */
export async function announceEnrolment(
  queries: Queries,
  tenant: TenantId,
  user: BankUser,
  { at, unless = null }: { readonly at: Date | null; readonly unless?: Date | null },
): Promise<void> {
  // What another request has announced since is not withdrawn.
  const isOwn = unless === null ? sql`true` : sql`announced_at = ${unless}`
  await queries.rows(sql`
    update bank_users set announced_at = ${at} where tenant_id = ${tenant} and ${isUser(user)} and reference is null and ${isOwn}`)
}

/** Keeps the user that the vendor made, unless there is one already. @returns whether it is the one that is used */
export async function saveVendorUser(
  tx: Transaction,
  tenant: TenantId,
  user: BankUser,
  { reference, scopes }: { readonly reference: string; readonly scopes: readonly string[] },
): Promise<boolean> {
  const kept = await tx.rows(sql`
    update bank_users set reference = ${reference}, scopes = ${scopes}
    where tenant_id = ${tenant} and ${isUser(user)} and reference is null returning 1`)
  return kept.length > 0
}

export async function saveScopes(
  queries: Queries,
  tenant: TenantId,
  user: BankUser,
  { reference, scopes }: { readonly reference: string; readonly scopes: readonly string[] },
): Promise<void> {
  await queries.rows(sql`
    update bank_users set scopes = ${scopes} where tenant_id = ${tenant} and ${isUser(user)} and reference = ${reference}`)
}

/** Forgets the vendor's user, which is no more. What was read of it stays. @returns whether it was the one that is used */
export async function clearVendorUser(
  tx: Transaction,
  tenant: TenantId,
  user: BankUser,
  reference: string,
): Promise<boolean> {
  const cleared = await tx.rows(sql`
    update bank_users set reference = null, announced_at = null, scopes = '{}', wanted_at = null, error = null
    where tenant_id = ${tenant} and ${isUser(user)} and reference = ${reference} returning 1`)
  return cleared.length > 0
}

export interface ReadingWish {
  /** The reading begins then or later. */
  readonly at: Date
  /** An earlier wish that this one takes the place of. Any other wish for a later moment stays. */
  readonly insteadOf?: Date | undefined
}

/** Asks for a reading. */
export async function wishForReading(
  tx: Transaction,
  tenant: TenantId,
  user: BankUser,
  { at, insteadOf }: ReadingWish,
): Promise<void> {
  await tx.rows(sql`
    update bank_users set wanted_at = case
      when wanted_at = ${insteadOf ?? null}::timestamptz then ${at}::timestamptz else greatest(wanted_at, ${at}::timestamptz) end
    where tenant_id = ${tenant} and ${isUser(user)}`)
}

/** What came of asking the vendor. Absent members stay. */
export interface AskNote {
  readonly askedAt?: Date
  /** When the last complete reading began. */
  readonly retrievedAt?: Date | null
  readonly unaskedAt?: readonly Date[]
  readonly error?: AnalysisError | null
  /** Nobody waits for a reading any more. */
  readonly dropsWish?: boolean
}

export async function noteAsked(queries: Queries, tenant: TenantId, user: BankUser, note: AskNote): Promise<void> {
  const { askedAt, retrievedAt, unaskedAt, error, dropsWish = false } = note
  const columns = [
    askedAt === undefined ? null : sql`asked_at = ${askedAt}`,
    retrievedAt === undefined ? null : sql`retrieved_at = ${retrievedAt}`,
    unaskedAt === undefined ? null : sql`unasked_at = ${unaskedAt}`,
    error === undefined ? null : sql`error = ${error === null ? null : JSON.stringify(error)}::jsonb`,
    dropsWish ? sql`wanted_at = null` : null,
  ].filter(column => column !== null)
  if (columns.length === 0) return
  await queries.rows(sql`
    update bank_users set ${joined(columns, ', ')} where tenant_id = ${tenant} and ${isUser(user)}`)
}

/** The channel on which processes hear that a look has ended for which somebody may wait, by the applicant's id. */
export const bankReadingChannel = 'assay_bank_readings'

export async function announceReading(queries: Queries, applicantId: string): Promise<void> {
  await queries.acrossTenants(sql`select pg_notify(${bankReadingChannel}, ${applicantId})`)
}
