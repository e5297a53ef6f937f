import type { AnalysisError } from '../domain/analysis.ts'
import type { Reach } from '../domain/reach.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries, ReachQueries, Transaction } from './database.ts'
import { joined, sql } from './sql.ts'
import { within } from './within.ts'

// A transaction that changes several rows of an applicant locks them in this order: the applicant, the bank user, its
// sessions, logins and accounts, then work.

/** A bank user, as stored. */
export interface BankUserState extends BankUser {
  /** The vendor account in which the user was created. */
  readonly accountKey: string
  /** The vendor's id; null until the vendor has created the user. */
  readonly reference: string | null
  /** The permissions that the vendor was last told the user has, in the vendor's words. */
  readonly scopes: readonly string[]
  /** When the vendor was asked to create the user. */
  readonly announcedAt: Date | null
  /** When the last complete reading began. */
  readonly retrievedAt: Date | null
  /** When the vendor was last asked about the user, whether or not it answered. */
  readonly askedAt: Date | null
  /** A reading that begins at this time or later is wanted. It may be in the future. */
  readonly wantedAt: Date | null
  /** When the last readings that were not wanted by anyone began, newest last. */
  readonly unaskedAt: readonly Date[]
  /** Why the last reading failed; null when it succeeded. */
  readonly error: AnalysisError | null
}

/** What is stored was read at this time or later, so a wish for a reading since then is already met. */
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

/** The bank users of these applicants that exist at their vendors. */
export function findBankUsers(
  queries: ReachQueries,
  reach: Reach,
  applicantIds: readonly string[],
): Promise<BankUserState[]> {
  return queries.rows(sql`
    select ${columns} from bank_users as item
    where ${within(reach)} and applicant_id = any(${applicantIds}) and reference is not null
    order by applicant_id, provider_id`)
}

/** Locks a user against changes and new wishes until the transaction ends. @returns null when it was deleted */
export async function lockBankUser(tx: Transaction, tenant: TenantId, user: BankUser): Promise<BankUserState | null> {
  const [row] = await tx.rows<BankUserState>(sql`
    select ${columns} from bank_users where tenant_id = ${tenant} and ${isUser(user)} for no key update`)
  return row ?? null
}

/** Inserts the row of a user unless there is one. The caller holds the applicant's lock. */
export async function insertBankUser(
  tx: Transaction,
  tenant: TenantId,
  { applicantId, providerId, accountKey, at }: BankUser & { readonly accountKey: string; readonly at: Date },
): Promise<void> {
  await tx.rows(sql`
    insert into bank_users (tenant_id, applicant_id, provider_id, account_key, created_at)
    values (${tenant}, ${applicantId}, ${providerId}, ${accountKey}, ${at}) on conflict do nothing`)
}

/** Announces that the vendor is being asked to create a user; with `at` null, withdraws that because it certainly did not. */
export async function announceEnrolment(
  queries: Queries,
  tenant: TenantId,
  user: BankUser,
  { at, unless = null }: { readonly at: Date | null; readonly unless?: Date | null },
): Promise<void> {
  // An announcement that another request has made since is not withdrawn.
  const isOwn = unless === null ? sql`true` : sql`announced_at = ${unless}`
  await queries.rows(sql`
    update bank_users set announced_at = ${at} where tenant_id = ${tenant} and ${isUser(user)} and reference is null and ${isOwn}`)
}

/** Stores the user that the vendor created, unless there is one already. @returns whether it was stored */
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

/**
 * Removes the reference to a user that the vendor has deleted. What was read of it stays.
 *
 * @returns whether it was the current one
 */
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
  /** The reading is to begin at this time or later. */
  readonly at: Date
  /** The earlier wish that this one replaces. Any other wish stays if it is for a later time. */
  readonly insteadOf?: Date | undefined
}

/** Stores the wish for a reading. */
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

/** The outcome of asking the vendor. Absent members stay as they are. */
export interface AskNote {
  readonly askedAt?: Date
  /** When the last complete reading began. */
  readonly retrievedAt?: Date | null
  readonly unaskedAt?: readonly Date[]
  readonly error?: AnalysisError | null
  /** Deletes the wish for a reading. */
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

/** The channel of notifications that a look at an applicant's bank users has ended. Their payload is the applicant's id. */
export const bankReadingChannel = 'assay_bank_readings'

export async function announceReading(queries: Queries, applicantId: string): Promise<void> {
  await queries.acrossTenants(sql`select pg_notify(${bankReadingChannel}, ${applicantId})`)
}
