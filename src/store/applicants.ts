import type { Applicant, ApplicantKind, RegistrationScheme } from '../domain/applicant.ts'
import type { TenantId } from '../domain/tenant.ts'
import { containsText, type InstantRange, isWithin } from './conditions.ts'
import type { Queries } from './database.ts'
import { newestFirst } from './keyset.ts'
import type { ListDefinition } from './list.ts'
import { sql } from './sql.ts'

/** Which applicants are wanted; absent members let everyone through. */
export interface ApplicantFilter {
  readonly kind?: ApplicantKind | null
  /** A part of the name, the reference or the register number. */
  readonly search?: string | null
  readonly createdAt?: InstantRange | null
}

interface ApplicantRow {
  readonly id: string
  readonly reference: string
  readonly kind: ApplicantKind
  readonly display_name: string | null
  readonly registration_scheme: RegistrationScheme | null
  readonly registration_value: string | null
  readonly created_at: Date
  readonly updated_at: Date
}

const columns = sql`item.id, item.reference, item.kind, item.display_name, item.registration_scheme, item.registration_value,
  item.created_at, item.updated_at`

export async function readApplicants(queries: Queries, tenant: TenantId, ids: readonly string[]): Promise<Applicant[]> {
  const rows = await queries.rows<ApplicantRow>(sql`
    select ${columns} from applicants as item where item.tenant_id = ${tenant} and item.id = any(${ids})`)
  return rows.map(toApplicant)
}

export async function readApplicantsByReference(
  queries: Queries,
  tenant: TenantId,
  references: readonly string[],
): Promise<Applicant[]> {
  const rows = await queries.rows<ApplicantRow>(sql`
    select ${columns} from applicants as item where item.tenant_id = ${tenant} and item.reference = any(${references})`)
  return rows.map(toApplicant)
}

/** Applicants of a tenant, newest first. */
export const applicantList: ListDefinition<ApplicantFilter, ApplicantRow, Applicant> = {
  toQuery: (_tenant, parents, filter) => ({
    parents: parents.keys,
    columns,
    from: [sql`applicants as item`],
    conditions: [
      ...(filter.kind == null ? [] : [sql`item.kind = ${filter.kind}`]),
      ...containsText(sql`item.search_text`, filter.search),
      ...isWithin(sql`item.created_at`, filter.createdAt),
    ],
    isSlow: filter.search != null,
  }),
  toOrder: () => newestFirst(sql`item.created_at`),
  toItem: toApplicant,
}

function toApplicant(row: ApplicantRow): Applicant {
  const { registration_scheme: scheme, registration_value: value } = row
  return {
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    displayName: row.display_name,
    registration: scheme === null || value === null ? null : { scheme, value },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
