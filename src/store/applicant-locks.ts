import type { Reach } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { Transaction } from './database.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

// A transaction that adds something to an applicant takes one of these locks first, before any other row. It and an
// erasure wait for each other, so nothing is added to an applicant who is being erased.

/** Prevents the erasure of an applicant until the transaction ends. @returns false when there is no such applicant */
export async function holdApplicant(tx: Transaction, reach: Reach, applicantId: string): Promise<boolean> {
  const held = await tx.rows(sql`
    select item.id from applicants as item
    where ${within(reach, sql`item.id`)} and item.id = ${applicantId} for key share`)
  return held.length > 0
}

/** The same. @throws AppError NOT_FOUND when there is no such applicant */
export async function requireApplicant(tx: Transaction, reach: Reach, applicantId: string): Promise<void> {
  if (!(await holdApplicant(tx, reach, applicantId))) throw noSuchApplicant()
}

export function noSuchApplicant(): AppError {
  return new AppError('NOT_FOUND', 'There is no such applicant.', { field: ['applicantId'] })
}

/** The same for the applicant of a case. @returns the applicant's id, or null when there is no such case */
export async function holdApplicantOfCase(tx: Transaction, reach: Reach, caseId: string): Promise<string | null> {
  const [held] = await tx.rows<{ id: string }>(sql`
    select applicant.id from cases as item
    join applicants applicant on applicant.tenant_id = item.tenant_id and applicant.id = item.applicant_id
    where ${within(reach)} and item.id = ${caseId}
    for key share of applicant`)
  return held?.id ?? null
}

/** Waits for all holders of the applicant and excludes new ones. @returns false when there is no such applicant (any more) */
export async function lockApplicantForErasure(tx: Transaction, reach: Reach, applicantId: string): Promise<boolean> {
  const locked = await tx.rows(sql`
    select item.id from applicants as item
    where ${within(reach, sql`item.id`)} and item.id = ${applicantId} for update`)
  return locked.length > 0
}

/** Serializes the publications for one applicant, so each one sees what the earlier ones have published. */
export async function lockApplicantForPublication(
  tx: Transaction,
  tenant: TenantId,
  applicantId: string,
): Promise<void> {
  await tx.rows(sql`select id from applicants where tenant_id = ${tenant} and id = ${applicantId} for no key update`)
}
