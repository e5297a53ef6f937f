import type { Applicant } from '../domain/applicant.ts'
import type { Case } from '../domain/case.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** @returns false when the tenant has an applicant of that reference */
export async function insertApplicant(
  queries: Queries,
  tenant: TenantId,
  applicant: Omit<Applicant, 'createdAt' | 'updatedAt'>,
  at: Date,
): Promise<boolean> {
  const { id, reference, kind, displayName, registration } = applicant
  const inserted = await queries.rows(sql`
    insert into applicants (tenant_id, id, reference, kind, display_name, registration_scheme, registration_value,
      created_at, updated_at)
    values (${tenant}, ${id}, ${reference}, ${kind}, ${displayName}, ${registration?.scheme ?? null},
      ${registration?.value ?? null}, ${at}, ${at})
    on conflict (tenant_id, reference) do nothing returning id`)
  return inserted.length > 0
}

export async function changeApplicant(
  queries: Queries,
  tenant: TenantId,
  id: string,
  { displayName, registration }: Pick<Applicant, 'displayName' | 'registration'>,
  at: Date,
): Promise<void> {
  await queries.rows(sql`
    update applicants set display_name = ${displayName}, registration_scheme = ${registration?.scheme ?? null},
      registration_value = ${registration?.value ?? null}, updated_at = ${at}
    where tenant_id = ${tenant} and id = ${id}`)
}

export async function insertCase(
  queries: Queries,
  tenant: TenantId,
  { id, applicantId, reference, useCase, declared }: Omit<Case, 'status' | 'openedAt' | 'updatedAt'>,
  at: Date,
): Promise<void> {
  await queries.rows(sql`
    insert into cases (tenant_id, id, applicant_id, reference, use_case, declared, opened_at, updated_at)
    values (${tenant}, ${id}, ${applicantId}, ${reference}, ${useCase},
      ${declared === null ? null : JSON.stringify(declared)}, ${at}, ${at})`)
}
