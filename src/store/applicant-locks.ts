import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import { sql } from './sql.ts'

// Whoever adds something to an applicant takes one of these first, before any other row. Erasing waits for them, and they
// for it, so that nothing is added to somebody who is being erased.

/** Keeps an applicant from being erased until the transaction ends. @returns false when there is none */
export async function holdApplicant(tx: Transaction, tenant: TenantId, applicantId: string): Promise<boolean> {
  const held = await tx.rows(sql`
    select id from applicants where tenant_id = ${tenant} and id = ${applicantId} for key share`)
  return held.length > 0
}

/** The same for the applicant of a case. @returns the applicant's id, or null when there is no such case */
export async function holdApplicantOfCase(tx: Transaction, tenant: TenantId, caseId: string): Promise<string | null> {
  const [held] = await tx.rows<{ id: string }>(sql`
    select applicant.id from cases ofcase
    join applicants applicant on applicant.tenant_id = ofcase.tenant_id and applicant.id = ofcase.applicant_id
    where ofcase.tenant_id = ${tenant} and ofcase.id = ${caseId}
    for key share of applicant`)
  return held?.id ?? null
}

/** Waits for everybody who holds the applicant, and keeps others from it. @returns false when there is none (any more) */
export async function lockApplicantForErasure(
  tx: Transaction,
  tenant: TenantId,
  applicantId: string,
): Promise<boolean> {
  const locked = await tx.rows(sql`
    select id from applicants where tenant_id = ${tenant} and id = ${applicantId} for update`)
  return locked.length > 0
}

/** Has publications for one applicant come one after the other, so that each decides from what the others have published. */
export async function lockApplicantForPublication(
  tx: Transaction,
  tenant: TenantId,
  applicantId: string,
): Promise<void> {
  await tx.rows(sql`select id from applicants where tenant_id = ${tenant} and id = ${applicantId} for no key update`)
}
