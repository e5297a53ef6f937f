import type { Applicant } from '../domain/applicant.ts'
import type { Case } from '../domain/case.ts'
import { toSearchText } from '../domain/fold-text.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** @returns false when the tenant already has an applicant with that reference */
export async function insertApplicant(
  queries: Queries,
  tenant: TenantId,
  applicant: Omit<Applicant, 'createdAt' | 'updatedAt'>,
  at: Date,
): Promise<boolean> {
  const { id, reference, kind, displayName, registration } = applicant
  const inserted = await queries.rows(sql`
    insert into applicants (tenant_id, id, reference, kind, display_name, registration_scheme, registration_value,
      search_text, created_at, updated_at)
    values (${tenant}, ${id}, ${reference}, ${kind}, ${displayName}, ${registration?.scheme ?? null},
      ${registration?.value ?? null}, ${searchTextOf(applicant)}, ${at}, ${at})
    on conflict (tenant_id, reference) do nothing returning id`)
  return inserted.length > 0
}

export async function changeApplicant(
  queries: Queries,
  tenant: TenantId,
  applicant: Pick<Applicant, 'id' | 'reference' | 'displayName' | 'registration'>,
  at: Date,
): Promise<void> {
  const { id, displayName, registration } = applicant
  await queries.rows(sql`
    update applicants set display_name = ${displayName}, registration_scheme = ${registration?.scheme ?? null},
      registration_value = ${registration?.value ?? null}, search_text = ${searchTextOf(applicant)}, updated_at = ${at}
    where tenant_id = ${tenant} and id = ${id}`)
}

function searchTextOf({
  displayName,
  reference,
  registration,
}: Pick<Applicant, 'reference' | 'displayName' | 'registration'>): string {
  return toSearchText(displayName, reference, registration?.value ?? null)
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
