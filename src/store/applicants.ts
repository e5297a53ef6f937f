import type { Applicant, ApplicantKind, RegistrationScheme } from '../domain/applicant.ts'
import type { Reach } from '../domain/reach.ts'
import { containsText, type InstantRange, isWithin } from './conditions.ts'
import type { ReachQueries } from './database.ts'
import { isStorableText } from './is-storable-text.ts'
import { type ListDefinition, newestFirst } from './keyset.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

/** A filter of applicants. Absent members match all. */
export interface ApplicantFilter {
  readonly kind?: ApplicantKind | null
  /** A part of the name, the reference or the register number. */
  readonly search?: string | null
  readonly createdAt?: InstantRange | null
}

interface ApplicantRow extends Omit<Applicant, 'registration'> {
  readonly scheme: RegistrationScheme | null
  readonly value: string | null
}

const columns = sql`item.id, item.reference, item.kind, item.display_name as "displayName", item.registration_scheme as scheme,
  item.registration_value as value, item.created_at as "createdAt", item.updated_at as "updatedAt"`

export async function readApplicants(
  queries: ReachQueries,
  reach: Reach,
  ids: readonly string[],
): Promise<Applicant[]> {
  const rows = await queries.rows<ApplicantRow>(sql`
    select ${columns} from applicants as item where ${within(reach, sql`item.id`)} and item.id = any(${ids})`)
  return rows.map(toApplicant)
}

export async function readApplicantsByReference(
  queries: ReachQueries,
  reach: Reach,
  references: readonly string[],
): Promise<Applicant[]> {
  const rows = await queries.rows<ApplicantRow>(sql`
    select ${columns} from applicants as item where ${within(reach, sql`item.id`)} and item.reference = any(${references})`)
  return rows.map(toApplicant)
}

/**
 * The id of the applicant whose id or reference a text is; null when there is none, and also when the text is the id of
 * one applicant and the reference of another, which is ambiguous.
 */
export async function findApplicantId(
  queries: ReachQueries,
  reach: Reach,
  idOrReference: string,
): Promise<string | null> {
  if (!isStorableText(idOrReference)) return null
  const [found, other] = await queries.rows<{ id: string }>(sql`
    select item.id from applicants as item
    where ${within(reach, sql`item.id`)} and (item.id = ${idOrReference} or item.reference = ${idOrReference})`)
  return found && !other ? found.id : null
}

/** Applicants of a tenant, newest first. */
export const applicantList: ListDefinition<ApplicantFilter, ApplicantRow, Applicant> = (parents, filter) => ({
  parents: parents.keys,
  columns,
  from: [sql`applicants as item`],
  applicantId: sql`item.id`,
  conditions: [
    ...(filter.kind == null ? [] : [sql`item.kind = ${filter.kind}`]),
    ...containsText(sql`item.search_text`, filter.search),
    ...isWithin(sql`item.created_at`, filter.createdAt),
  ],
  isSlow: filter.search != null,
  order: newestFirst(sql`item.created_at`),
  toItem: toApplicant,
})

function toApplicant({ scheme, value, ...row }: ApplicantRow): Applicant {
  return { ...row, registration: scheme === null || value === null ? null : { scheme, value } }
}
